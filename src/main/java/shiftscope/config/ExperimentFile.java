package shiftscope.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The JSON form of an {@link Experiment}: {@code {"shiftscope": 1, "seed": 42, "data": {…}, …}}. A file may leave out what it does
 * not change; the rest is {@link Experiment#standard()}. Keys nobody knows are refused by name.
 */
public final class ExperimentFile {
    /** The version of the schema that this program writes, and the newest that it reads. */
    public static final int SCHEMA = 1;

    private static final String SCHEMA_KEY = "shiftscope";
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_SHOWN = 60;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ExperimentFile() {}

    /**
     * Reads an experiment.
     *
     * @throws BadInputException if the file cannot be read, is no experiment, or holds a setting that is not accepted
     */
    public static Experiment read(Path path) {
        if (Files.isDirectory(path)) {
            throw new BadInputException(path + " is a folder; accepted is an experiment file.");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            // What a pipe or a device will give is not known beforehand.
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadInputException(path + " is larger than 4 MB; accepted is an experiment file, which is a few kilobytes.");
            }
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), path.toString());
        } catch (NoSuchFileException e) {
            throw new BadInputException(path + " does not exist.", e);
        } catch (AccessDeniedException e) {
            throw new BadInputException(path + " may not be read; its permissions forbid it.", e);
        } catch (CharacterCodingException e) {
            throw new BadInputException(path + " is not text in UTF-8; accepted is an experiment file.", e);
        } catch (IOException e) {
            throw new BadInputException(path + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
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
            JsonNode given = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (!(given instanceof ObjectNode object)) {
                throw new BadInputException(name + " is no experiment; accepted is a JSON object that begins with \"" + SCHEMA_KEY + "\": "
                        + SCHEMA + ".");
            }
            JsonNode version = object.remove(SCHEMA_KEY);
            if (version == null || !version.isInt() || version.asInt() < 1 || version.asInt() > SCHEMA) {
                throw new BadInputException(name + ": \"" + SCHEMA_KEY + "\" (the version of the schema) is "
                        + (version == null ? "missing" : shown(version)) + "; accepted is " + SCHEMA + ".");
            }
            ObjectNode whole = MAPPER.valueToTree(Experiment.standard());
            merge(whole, object);
            return experiment(whole, name);
        } catch (JsonProcessingException e) {
            throw refusal(name, notJson(e), e);
        }
    }

    private static String notJson(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        if (e instanceof StreamConstraintsException || at == null) {
            return "not an experiment: it is nested too deeply, or a name or a number in it is too long";
        }
        return "not valid JSON at line " + at.getLineNr() + ", column " + at.getColumnNr()
                + (e.getOriginalMessage().startsWith("Duplicate field") ? ", where a setting is given a second time" : "");
    }

    /** The text of an experiment, which {@link #parse} reads back as an equal one. */
    public static String format(Experiment experiment) {
        ObjectNode whole = MAPPER.createObjectNode().put(SCHEMA_KEY, SCHEMA);
        whole.setAll((ObjectNode) MAPPER.valueToTree(experiment));
        return whole.toPrettyString() + "\n";
    }

    /** Puts what is given in the place of what is there, setting by setting. */
    static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(entry -> {
            if (into.get(entry.getKey()) instanceof ObjectNode deeper && entry.getValue() instanceof ObjectNode given) {
                merge(deeper, given);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static Experiment experiment(ObjectNode whole, String name) {
        try {
            return MAPPER.treeToValue(whole, Experiment.class);
        } catch (UnrecognizedPropertyException e) {
            throw refusal(name, "\"" + place(e) + "\" is not a known setting; known here are " + list(e.getKnownPropertyIds()), e);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof BadInputException refused) {
                // A run's settings do not know which run they are of.
                String side = e.getType().hasRawClass(RunSettings.class) ? place(e) + "." : "";
                throw new BadInputException(name + ": " + side + refused.getMessage(), e);
            }
            throw new IllegalStateException("a setting failed without a sentence", e);
        } catch (MismatchedInputException e) {
            throw refusal(name, place(e) + " is " + shown(whole.at(pointer(e))) + "; accepted is " + accepted(e.getTargetType()), e);
        } catch (JsonMappingException e) {
            String accepted = e.getCause() instanceof InputCoercionException outside
                    ? "; accepted is " + accepted(outside.getTargetType())
                    : ", which cannot be used";
            throw refusal(name, place(e) + " is " + shown(whole.at(pointer(e))) + accepted, e);
        } catch (JsonProcessingException e) {
            throw refusal(name, notJson(e), e);
        }
    }

    private static BadInputException refusal(String name, String sentence, JsonProcessingException cause) {
        return new BadInputException(name + ": " + sentence + ".", cause);
    }

    private static String list(Collection<Object> names) {
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> MAPPER.valueToTree(constant).toString())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number that is not too large";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        return Collection.class.isAssignableFrom(type) ? "a list in square brackets" : "an object in braces";
    }

    /** The value as the file has it, shortened. */
    private static String shown(JsonNode value) {
        return abridged(value.toString());
    }

    /** Where in the experiment, as {@code data.file.path} or {@code network.hidden[1]}. */
    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        e.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.length() == 0 ? "" : ".").append(abridged(step.getFieldName()));
            }
        });
        return place.toString();
    }

    static String abridged(String name) {
        return name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
    }

    /** The same as a JSON pointer. Only settings that are known have a value, and their names need no escapes. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
