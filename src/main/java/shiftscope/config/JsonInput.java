package shiftscope.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
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

/** JSON that a user gave, read strictly and within bounds: from a file to text, from text to an object that bears the schema. */
public final class JsonInput {
    /** The longest text that one value may have, in characters. */
    public static final int LONGEST_VALUE = 100 << 20;

    private static final String SCHEMA_KEY = "shiftscope";
    /** Brackets, names and values: a bound for the memory that a text can ask for. */
    private static final int MOST_TOKENS = 1_000_000;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_VALUE)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // The shortest digits that read back as the same bits, the same under every JDK.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private JsonInput() {}

    /**
     * The text of a file in UTF-8.
     *
     * @param mostBytes how large it may be
     * @throws BadInputException if it is larger, or cannot be read
     */
    public static String read(Path path, int mostBytes) {
        if (Files.isDirectory(path)) {
            throw new BadInputException(path + " is a folder; accepted is an experiment file.");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            // What a pipe or a device will give is not known beforehand.
            byte[] bytes = stream.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw tooLarge(path.toString(), mostBytes);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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

    /** The sentence about something too large to be an experiment. */
    public static BadInputException tooLarge(String name, int mostBytes) {
        return new BadInputException(
                name + " is larger than " + (mostBytes >> 20) + " MB; accepted is an experiment file, which is a few kilobytes.");
    }

    /**
     * What stands in a text beside the version of the schema, which is checked.
     *
     * @param name what sentences call the text
     * @throws BadInputException if it is no JSON object, or of a version that this program does not know
     */
    public static JsonPart parse(String text, String name) {
        try (JsonParser parser = MAPPER.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            JsonNode given = tree(parser, name);
            if (!(given instanceof ObjectNode object)) {
                throw new BadInputException(name + " is no experiment; accepted is a JSON object that begins with \"" + SCHEMA_KEY + "\": "
                        + ExperimentFile.SCHEMA + ".");
            }
            checkSchema(object.remove(SCHEMA_KEY), name);
            return new JsonPart(name, "", object);
        } catch (IOException e) {
            throw new IllegalStateException("a text that could not be read", e);
        }
    }

    private static JsonNode tree(JsonParser parser, String name) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    name + ": " + notJson(e, e.getLocation() == null ? parser.currentLocation() : e.getLocation()) + ".", e);
        }
    }

    private static void checkSchema(JsonNode version, String name) {
        if (version == null || !version.isInt() || version.asInt() < 1 || version.asInt() > ExperimentFile.SCHEMA) {
            boolean newer = version != null && version.isInt() && version.asInt() > ExperimentFile.SCHEMA;
            throw new BadInputException(name + ": \"" + SCHEMA_KEY + "\" (the version of the schema) is "
                    + (version == null ? "missing" : JsonPart.shown(version))
                    + (newer ? ", which a newer version of ShiftScope writes" : "") + "; accepted is " + ExperimentFile.SCHEMA + ".");
        }
    }

    private static String notJson(JsonProcessingException e, JsonLocation at) {
        String place = " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        if (e instanceof StreamConstraintsException) {
            return "not an experiment: it is nested too deeply, has too many parts, or a name or a value in it is too long" + place;
        }
        return "not valid JSON" + place
                + (e.getOriginalMessage().startsWith("Duplicate field") ? ", where a setting is given a second time" : "");
    }

    /** An object that begins with the version of the schema. */
    public static ObjectNode withSchema() {
        return MAPPER.createObjectNode().put(SCHEMA_KEY, ExperimentFile.SCHEMA);
    }

    /** What an object holds otherwise than a standard one: objects in it by their differences, everything else whole. */
    public static ObjectNode differences(ObjectNode value, ObjectNode standard) {
        ObjectNode different = MAPPER.createObjectNode();
        value.properties().forEach(entry -> {
            JsonNode usual = standard.get(entry.getKey());
            if (entry.getValue() instanceof ObjectNode deeper && usual instanceof ObjectNode usualDeeper) {
                ObjectNode inside = differences(deeper, usualDeeper);
                if (!inside.isEmpty()) {
                    different.set(entry.getKey(), inside);
                }
            } else if (!entry.getValue().equals(usual)) {
                different.set(entry.getKey(), entry.getValue());
            }
        });
        return different;
    }
}
