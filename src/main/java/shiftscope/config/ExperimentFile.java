package shiftscope.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The JSON form of an {@link Experiment}: {@code {"shiftscope": 1, "seed": 42, "data": {…}, …}}. A file may leave out what it does
 * not change; the rest is {@link Experiment#standard()}. Keys nobody knows are refused by name.
 */
public final class ExperimentFile {
    /** The version of the schema that this program writes, and the newest that it reads. */
    public static final int SCHEMA = 1;

    private static final String SCHEMA_KEY = "shiftscope";
    private static final long MOST_BYTES = 4 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ExperimentFile() {}

    /**
     * Reads an experiment.
     *
     * @throws BadInputException if the file cannot be read, is no experiment, or holds a setting that is not accepted
     */
    public static Experiment read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new BadInputException(path + " is a folder; accepted is an experiment file.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new BadInputException(path + " is larger than 4 MB; accepted is an experiment file, which is a few kilobytes.");
            }
            return parse(Files.readString(path), path.toString());
        } catch (NoSuchFileException e) {
            throw new BadInputException(path + " does not exist.", e);
        } catch (AccessDeniedException e) {
            throw new BadInputException(path + " may not be read; its permissions forbid it.", e);
        } catch (IOException e) {
            throw new BadInputException(path + " cannot be read as text (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    /**
     * Reads an experiment from its text.
     *
     * @param name what sentences call the text
     * @throws BadInputException as {@link #read}
     */
    public static Experiment parse(String text, String name) {
        try {
            JsonNode given = MAPPER.readTree(text);
            if (!(given instanceof ObjectNode object)) {
                throw new BadInputException(name + " is no experiment; accepted is a JSON object that begins with \"" + SCHEMA_KEY + "\": "
                        + SCHEMA + ".");
            }
            JsonNode version = object.remove(SCHEMA_KEY);
            if (version == null || !version.isInt() || version.asInt() < 1 || version.asInt() > SCHEMA) {
                throw new BadInputException(name + ": \"" + SCHEMA_KEY + "\" (the version of the schema) is "
                        + (version == null ? "missing" : version) + "; accepted is " + SCHEMA + ".");
            }
            ObjectNode whole = MAPPER.valueToTree(Experiment.standard());
            merge(whole, object);
            return MAPPER.treeToValue(whole, Experiment.class);
        } catch (JsonProcessingException e) {
            throw new BadInputException(name + ": " + sentence(e), e);
        }
    }

    /** The text of an experiment, which {@link #parse} reads back as an equal one. */
    public static String format(Experiment experiment) {
        ObjectNode whole = MAPPER.createObjectNode().put(SCHEMA_KEY, SCHEMA);
        whole.setAll((ObjectNode) MAPPER.valueToTree(experiment));
        return whole.toPrettyString() + "\n";
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(entry -> {
            if (into.get(entry.getKey()) instanceof ObjectNode deeper && entry.getValue() instanceof ObjectNode given) {
                merge(deeper, given);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static String sentence(JsonProcessingException e) {
        if (e.getCause() instanceof BadInputException refused) {
            return refused.getMessage();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "\"" + place(unknown) + "\" is not a known setting; known here are "
                    + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")) + ".";
        }
        if (e instanceof InvalidFormatException format) {
            return place(format) + " is \"" + format.getValue() + "\"" + accepted(format.getTargetType()) + ".";
        }
        if (e instanceof DatabindException mapping && mapping instanceof JsonMappingException located && !located.getPath().isEmpty()) {
            return place(located) + " has the wrong form; see the experiment files that come with the program.";
        }
        return "not valid JSON at line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ", column "
                + (e.getLocation() == null ? "?" : e.getLocation().getColumnNr()) + ".";
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return "; accepted are " + java.util.Arrays.stream(type.getEnumConstants())
                    .map(constant -> MAPPER.valueToTree(constant).toString())
                    .collect(Collectors.joining(", "));
        }
        return type == int.class || type == Integer.class || type == long.class
                ? "; accepted is a whole number"
                : type == boolean.class || type == Boolean.class ? "; accepted is true or false" : "; accepted is a number";
    }

    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        e.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        });
        return place.toString();
    }
}
