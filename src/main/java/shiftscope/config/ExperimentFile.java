package shiftscope.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON form of an {@link Experiment}: {@code {"shiftscope": 1, "seed": 42, "data": {…}, …}}. A file may leave out what it does
 * not change; the rest is {@link Experiment#standard()}. Keys nobody knows are refused by name.
 */
public final class ExperimentFile {
    /** The version of the schema that this program writes, and the newest that it reads. */
    public static final int SCHEMA = 1;

    /** How large a file may be, in bytes, unless it holds more than settings. */
    public static final int MOST_BYTES = 4 << 20;

    private static final int MOST_SHOWN = 60;
    private static final Pattern LINE_BREAKERS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private ExperimentFile() {}

    /**
     * Reads an experiment.
     *
     * @throws BadInputException if the file cannot be read, is no experiment, or holds a setting that is not accepted
     */
    public static Experiment read(Path path) {
        return parse(JsonInput.read(path, MOST_BYTES), path.toString());
    }

    /**
     * Reads an experiment from its text.
     *
     * @param name what sentences call the text
     * @throws BadInputException as {@link #read}
     */
    public static Experiment parse(String text, String name) {
        return experiment(JsonInput.parse(text, name), List.of());
    }

    /** The text of an experiment, which {@link #parse} reads back as an equal one. */
    public static String format(Experiment experiment) {
        ObjectNode whole = JsonInput.withSchema();
        whole.setAll(json(experiment));
        return JsonOutput.lines(whole) + "\n";
    }

    /** An experiment as JSON, without the version of the schema. */
    public static ObjectNode json(Experiment experiment) {
        return JsonInput.MAPPER.valueToTree(experiment);
    }

    /**
     * The same experiment for a file in another folder: a relative path of its data leads from there to the same place. Where none does,
     * as to another drive, it becomes absolute.
     *
     * @param from the folder that the path is relative to
     * @param to the folder that it is to be relative to
     */
    public static Experiment moved(Experiment experiment, Path from, Path to) {
        FileSource file = experiment.data().file();
        try {
            if (file == null || Path.of(file.path()).isAbsolute() || from.toAbsolutePath().equals(to.toAbsolutePath())) {
                return experiment;
            }
            String path = relative(from.toAbsolutePath().resolve(file.path()), to.toAbsolutePath().normalize());
            return experiment.withData(experiment.data().withFileSource(new FileSource(path, file.labelColumn(), file.header())));
        } catch (InvalidPathException e) {
            // What is no path here leads nowhere from anywhere.
            return experiment;
        }
    }

    private static String relative(Path file, Path to) {
        Path there = file.normalize();
        try {
            // Through a folder that is a link, ".." leads elsewhere than the names say.
            if (Files.exists(file) && !(Files.exists(there) && Files.isSameFile(file, there))) {
                there = file.toRealPath();
            }
            Path path = to.relativize(there);
            if (!Files.exists(there) || !Files.exists(to)
                    || Files.exists(to.resolve(path)) && Files.isSameFile(there, to.resolve(path))) {
                return path.toString().replace(path.getFileSystem().getSeparator(), "/");
            }
            return there.toString();
        } catch (IOException | IllegalArgumentException e) {
            // Another drive, or a folder that may not be looked into: the absolute path holds everywhere on this machine.
            return there.toString();
        }
    }

    /**
     * The experiment whose settings stand in a part.
     *
     * @param besides keys that may stand beside the settings, for the sentence about a key nobody knows
     * @throws BadInputException if it holds something that is not a setting, or not accepted
     */
    public static Experiment experiment(JsonPart part, Collection<String> besides) {
        ObjectNode whole = json(Experiment.standard());
        merge(whole, part.node());
        String name = part.name();
        try {
            return JsonInput.MAPPER.treeToValue(whole, Experiment.class);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = Stream.concat(
                            e.getKnownPropertyIds().stream().map(String::valueOf), e.getPath().size() == 1 ? besides.stream() : Stream.of())
                    .toList();
            throw refusal(name, JsonPart.unknown(place(e), e.getPropertyName(), known), e);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof BadInputException refused) {
                // A run's settings do not know which run they are of.
                String side = e.getType().hasRawClass(RunSettings.class) ? place(e) + "." : "";
                throw new BadInputException(name + ": " + side + refused.getMessage(), e);
            }
            throw new IllegalStateException("a setting failed without a sentence", e);
        } catch (MismatchedInputException e) {
            throw refusal(name, given(whole, e) + meant(whole, e) + "; accepted is " + accepted(e.getTargetType()), e);
        } catch (JsonMappingException e) {
            String accepted = e.getCause() instanceof InputCoercionException outside
                    ? "; accepted is " + accepted(outside.getTargetType())
                    : ", which cannot be used";
            throw refusal(name, given(whole, e) + accepted, e);
        } catch (JsonProcessingException e) {
            throw refusal(name, "it holds a value that cannot be used", e);
        }
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

    private static BadInputException refusal(String name, String sentence, JsonProcessingException cause) {
        return new BadInputException(name + ": " + sentence + ".", cause);
    }

    private static String given(ObjectNode whole, JsonMappingException e) {
        return place(e) + " is " + JsonPart.shown(whole.at(pointer(e)));
    }

    private static String meant(ObjectNode whole, MismatchedInputException e) {
        return e.getTargetType().isEnum() && whole.at(pointer(e)).isTextual()
                ? JsonPart.meant(whole.at(pointer(e)).asText(), names(e.getTargetType()))
                : "";
    }

    /** The constants of an enumeration as files have them. */
    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JsonInput.MAPPER.valueToTree(constant).asText())
                .toList();
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return names(type).stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ", "one of ", ""));
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

    /** A name or value as a sentence can hold it: shortened, in one line. */
    static String abridged(String name) {
        String shown = name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
        return LINE_BREAKERS.matcher(shown).replaceAll("?");
    }

    /** The same as a JSON pointer. Only settings that are known have a value, and their names need no escapes. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
