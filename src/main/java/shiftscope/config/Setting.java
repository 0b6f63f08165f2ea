package shiftscope.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * One setting, named by where it stands in the experiment file: {@code training.learningRate}, {@code b.normalization},
 * {@code network.hidden[1]}.
 *
 * @param path names of settings joined by points; an entry of a list by its number from 0 in brackets
 * @param value JSON, or else a bare word, which needs no quotes here: {@code 0.5}, {@code batch}, {@code [100,50]}
 */
public record Setting(String path, String value) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Takes {@code path=value} apart, and refuses a path that is none.
     *
     * @param name what the sentence calls it: the option that it was given to
     * @throws BadInputException without an equals sign, or if there is no such setting; names the nearest there is
     */
    public static Setting parse(String text, String name) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadInputException(name + " is \"" + ExperimentFile.abridged(text)
                    + "\"; accepted is a setting and its value, such as training.learningRate=0.5.");
        }
        return of(text.substring(0, equals).strip(), text.substring(equals + 1).strip(), name);
    }

    /**
     * A setting and its value.
     *
     * @param name what the sentence calls where it was given
     * @throws BadInputException if there is no such setting; names the nearest there is
     */
    public static Setting of(String path, String value, String name) {
        SettingPath.of(path, name);
        return new Setting(path, value);
    }

    /**
     * The experiment with all of these settings changed, the later ones last. Only the whole must be valid, so that settings that
     * need each other can be given in any order.
     *
     * @param name what sentences call the settings
     * @throws BadInputException for what {@link ExperimentFile#parse} refuses, with its sentence
     */
    public static Experiment apply(Experiment experiment, List<Setting> settings, String name) {
        if (settings.isEmpty()) {
            return experiment;
        }
        try {
            JsonNode whole = MAPPER.readTree(ExperimentFile.format(experiment));
            for (Setting setting : settings) {
                whole = with(whole, SettingPath.of(setting.path, name), 0, setting.node(), name);
            }
            return ExperimentFile.parse(whole.toString(), name);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the text of an experiment was not read back", e);
        }
    }

    /** The value as tables show it: numbers in one form however they were written, words without quotes. */
    public String shown() {
        JsonNode node = node();
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private JsonNode node() {
        try {
            JsonNode node = MAPPER.readTree(value);
            return node.isMissingNode() ? TextNode.valueOf(value) : node;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value);
        }
    }

    /** What stands in the place of {@code now}, which is changed, once the value is set at the rest of the path. */
    private static JsonNode with(JsonNode now, SettingPath path, int step, JsonNode value, String name) {
        if (step == path.length()) {
            if (now instanceof ObjectNode old && value instanceof ObjectNode given) {
                ExperimentFile.merge(old, given);
                return old;
            }
            return value;
        }
        if (path.isIndex(step)) {
            if (!(now instanceof ArrayNode list) || path.index(step) >= list.size()) {
                throw new BadInputException(name + ": " + path.upTo(step) + " is " + (now instanceof ArrayNode none && none.isEmpty()
                        ? "an empty list; accepted is a whole list in square brackets."
                        : now instanceof ArrayNode some
                                ? "a list of " + some.size() + "; accepted are the numbers 0 to " + (some.size() - 1) + " in brackets."
                                : "no list; accepted is its name without brackets."));
            }
            list.set(path.index(step), with(list.get(path.index(step)), path, step + 1, value, name));
            return list;
        }
        if (now instanceof ArrayNode) {
            throw new BadInputException(name + ": " + path.upTo(step) + " is a list; accepted is " + path.upTo(step)
                    + "[0], [1] … for an entry, or a whole list in square brackets.");
        }
        ObjectNode object = now instanceof ObjectNode there ? there : MAPPER.createObjectNode();
        object.set(path.name(step), with(object.path(path.name(step)), path, step + 1, value, name));
        return object;
    }
}
