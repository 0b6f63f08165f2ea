package shiftscope.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An object inside JSON that a user gave. It knows its place, and refuses what it does not hold with a sentence that names it. */
public final class JsonPart {
    private final String name;
    private final String place;
    private final ObjectNode node;

    JsonPart(String name, String place, ObjectNode node) {
        this.name = name;
        this.place = place;
        this.node = node;
    }

    /** The name of an enumeration's constant in files: {@code LEAKY_RELU} is {@code leaky-relu}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String name() {
        return name;
    }

    ObjectNode node() {
        return node;
    }

    /** Moves what some keys hold into a part of their own. */
    public JsonPart split(Collection<String> keys) {
        ObjectNode taken = node.objectNode();
        for (String key : keys) {
            JsonNode value = node.remove(key);
            if (value != null) {
                taken.set(key, value);
            }
        }
        return new JsonPart(name, place, taken);
    }

    /** All keys, in the order of the text. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** A part of its own that holds what this one does and, where it has no value, what another does. */
    public JsonPart over(JsonPart other) {
        ObjectNode merged = other.node.deepCopy();
        ExperimentFile.merge(merged, node);
        return new JsonPart(name, place, merged);
    }

    /** A part of its own that holds the same. */
    public JsonPart copy() {
        return new JsonPart(name, place, node.deepCopy());
    }

    /** Everything in it, in one line. */
    public String compact() {
        return node.toString();
    }

    /**
     * Settings by their paths.
     *
     * @throws BadInputException if there is no such setting
     */
    public List<Setting> settings() {
        return keys().stream().map(path -> Setting.of(path, node.get(path).toString(), name + ": " + placeOf(path))).toList();
    }

    /**
     * The setting whose path stands under a key.
     *
     * @throws BadInputException unless there is the path of a setting
     */
    public Setting setting(String key, String value) {
        return Setting.of(text(key), value, name + ": " + placeOf(key));
    }

    /** Whether there is a value of that key, also {@code null}. */
    public boolean has(String key) {
        return node.has(key);
    }

    /** Whether there is a text of that key. */
    public boolean isText(String key) {
        return node.path(key).isTextual();
    }

    /** Whether there is a list of that key. */
    public boolean isList(String key) {
        return node.path(key).isArray();
    }

    /** @throws BadInputException if there is another key than these */
    public void only(Collection<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new BadInputException(name + ": " + unknown(placeOf(ExperimentFile.abridged(key)), key, known) + ".");
            }
        });
    }

    static String unknown(String place, String key, Collection<String> known) {
        return "\"" + place + "\" is not a known setting" + meant(key, known) + "; known here are "
                + known.stream().sorted().collect(Collectors.joining(", "));
    }

    /** @throws BadInputException unless there is an object of that key */
    public JsonPart part(String key) {
        if (node.get(key) instanceof ObjectNode object) {
            return new JsonPart(name, placeOf(key), object);
        }
        throw refused(key, "an object in braces");
    }

    /** @throws BadInputException unless there is a list of objects of that key */
    public List<JsonPart> parts(String key) {
        if (!(node.get(key) instanceof ArrayNode array)) {
            throw refused(key, "a list in square brackets");
        }
        List<JsonPart> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String at = placeOf(key) + "[" + i + "]";
            if (!(array.get(i) instanceof ObjectNode object)) {
                throw new BadInputException(name + ": " + at + " is " + shown(array.get(i)) + "; accepted is an object in braces.");
            }
            parts.add(new JsonPart(name, at, object));
        }
        return parts;
    }

    /** @throws BadInputException unless there is a whole number of that key, in that range */
    public long whole(String key, long least, long most) {
        JsonNode value = node.get(key);
        if (value != null && value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= least && value.asLong() <= most) {
            return value.asLong();
        }
        throw refused(key, "a whole number from " + least + " to " + most);
    }

    /** @throws BadInputException unless there is a finite number of that key */
    public double number(String key) {
        JsonNode value = node.get(key);
        if (value != null && value.isNumber() && Double.isFinite(value.asDouble())) {
            return value.asDouble();
        }
        throw refused(key, "a number");
    }

    /** @throws BadInputException unless there is a number of that key, in that range */
    public double number(String key, double least, double most) {
        double value = number(key);
        if (value >= least && value <= most) {
            return value;
        }
        throw refused(key, "a number from " + least + " to " + most);
    }

    /** @throws BadInputException unless there is a list of numbers of that key, all in that range */
    public List<Double> numbers(String key, double least, double most) {
        List<Double> numbers = new ArrayList<>();
        if (node.get(key) instanceof ArrayNode array && !array.isEmpty()) {
            array.forEach(value -> numbers.add(value.isNumber() ? value.asDouble() : Double.NaN));
            if (numbers.stream().allMatch(value -> value >= least && value <= most)) {
                return numbers;
            }
        }
        throw refused(key, "a list in square brackets of numbers from " + least + " to " + most);
    }

    /** @throws BadInputException unless there is a truth value of that key */
    public boolean flag(String key) {
        JsonNode value = node.get(key);
        if (value != null && value.isBoolean()) {
            return value.asBoolean();
        }
        throw refused(key, "true or false");
    }

    /** @throws BadInputException unless there is a text of that key */
    public String text(String key) {
        JsonNode value = node.get(key);
        if (value != null && value.isTextual()) {
            return value.asText();
        }
        throw refused(key, "a text in quotes");
    }

    /**
     * A text that may be given in lines.
     *
     * @throws BadInputException unless there is a text, or a list of texts, of that key
     */
    public String lines(String key) {
        return node.get(key) instanceof ArrayNode ? String.join("\n", texts(key)) : text(key);
    }

    /** @throws BadInputException unless there is a list of texts of that key */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (node.get(key) instanceof ArrayNode array) {
            array.forEach(value -> texts.add(value.isTextual() ? value.asText() : null));
            if (!texts.contains(null)) {
                return texts;
            }
        }
        throw refused(key, "a list in square brackets of texts in quotes");
    }

    /**
     * A list of values as {@link Setting} takes them.
     *
     * @throws BadInputException unless there is a list of that key
     */
    public List<String> values(String key) {
        if (!(node.get(key) instanceof ArrayNode array) || array.isEmpty()) {
            throw refused(key, "a list in square brackets");
        }
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.toString()));
        return values;
    }

    /** @throws BadInputException unless one of these texts is there of that key */
    public String oneOf(String key, Collection<String> known) {
        JsonNode value = node.get(key);
        if (value != null && value.isTextual() && known.contains(value.asText())) {
            return value.asText();
        }
        throw refused(key, known.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ", "one of ", "")),
                value != null && value.isTextual() ? meant(value.asText(), known) : "");
    }

    /** @throws BadInputException unless there is the {@link #word} of a constant of that key */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        E[] all = type.getEnumConstants();
        List<String> words = Arrays.stream(all).map(JsonPart::word).toList();
        return all[words.indexOf(oneOf(key, words))];
    }

    /** @throws BadInputException unless there is a list of {@link #word}s of constants of that key */
    public <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
        E[] all = type.getEnumConstants();
        List<String> words = Arrays.stream(all).map(JsonPart::word).toList();
        List<String> given = texts(key);
        if (!words.containsAll(given)) {
            throw refused(key, "a list of " + words.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ")));
        }
        return given.stream().map(each -> all[words.indexOf(each)]).toList();
    }

    /** Whether that key holds nothing, and says so. */
    public boolean isNull(String key) {
        return node.has(key) && node.get(key).isNull();
    }

    /** What that key holds is not accepted. */
    public BadInputException refused(String key, String accepted) {
        return refused(key, accepted, "");
    }

    /**
     * What that key holds is not accepted.
     *
     * @param why a sentence
     */
    public BadInputException refused(String key, BadInputException why) {
        return new BadInputException(name + ": " + placeOf(key) + ": " + why.getMessage(), why);
    }

    private BadInputException refused(String key, String accepted, String meant) {
        JsonNode value = node.get(key);
        return new BadInputException(name + ": " + placeOf(key) + (value == null ? " is missing" : " is " + shown(value)) + meant
                + "; accepted is " + accepted + ".");
    }

    /**
     * The whole part is not accepted.
     *
     * @param why a sentence
     */
    public BadInputException refused(BadInputException why) {
        return new BadInputException(name + ": " + place + ": " + why.getMessage(), why);
    }

    private String placeOf(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    static String meant(String given, Collection<String> known) {
        return Suggestion.nearest(given, known).map(nearest -> " (did you mean \"" + nearest + "\"?)").orElse("");
    }

    /** The value as the file has it, shortened. */
    static String shown(JsonNode value) {
        return ExperimentFile.abridged(value.toString());
    }
}
