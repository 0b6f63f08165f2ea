package shiftscope;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The reference numbers: read from the folder that the system property {@code golden.dir} names, or, if it is not set or empty, from
 * the copy among the test resources, whose README says what the files hold. What a script of this project makes is there alone.
 */
public final class Golden {
    private static final String FOLDER_PROPERTY = "golden.dir";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Golden() {}

    /** The whole file. Fails if it is missing, is no JSON, or has no cases, since a test of nothing would pass. */
    public static JsonNode file(String name) {
        return read(name, System.getProperty(FOLDER_PROPERTY, ""));
    }

    /** A file that a script of this project makes, always from the test resources; otherwise as {@link #file}. */
    public static JsonNode ownFile(String name) {
        return read(name, "");
    }

    /** The cases of such a file, at least one. */
    public static Stream<JsonNode> ownCases(String name) {
        return ownFile(name).get("cases").valueStream();
    }

    private static JsonNode read(String name, String folder) {
        try (InputStream stream = open(name, folder)) {
            JsonNode whole = MAPPER.readTree(stream);
            if (!whole.path("cases").isArray() || whole.path("cases").isEmpty()) {
                fail("golden file " + name + " has no cases");
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException("golden file " + name + " cannot be read", e);
        }
    }

    /** The cases of a file, at least one. */
    public static Stream<JsonNode> cases(String name) {
        return file(name).get("cases").valueStream();
    }

    /** The numbers of an array. */
    public static double[] vector(JsonNode array) {
        double[] vector = new double[length(array)];
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = array.get(i);
            vector[i] = number.isNumber() ? number.doubleValue() : fail("no number at [" + i + "]: " + number);
        }
        return vector;
    }

    /** The rows of an array of arrays. */
    public static double[][] matrix(JsonNode array) {
        return IntStream.range(0, length(array)).mapToObj(row -> vector(array.get(row))).toArray(double[][]::new);
    }

    /** Fails unless {@code |expected - actual| <= tolerance}, or both are NaN or the same infinity. */
    public static void assertClose(String what, double expected, double actual, double tolerance) {
        boolean close = Double.compare(expected, actual) == 0 || Math.abs(expected - actual) <= tolerance;
        if (!close) {
            fail(what + ": expected " + expected + ", was " + actual + ", apart by " + Math.abs(expected - actual)
                    + ", tolerated " + tolerance);
        }
    }

    private static int length(JsonNode array) {
        return array != null && array.isArray() ? array.size() : fail("no array: " + array);
    }

    private static InputStream open(String name, String folder) throws IOException {
        if (!folder.isEmpty()) {
            return Files.newInputStream(Path.of(folder, name));
        }
        InputStream copy = Golden.class.getResourceAsStream("/golden/" + name);
        if (copy == null) {
            throw new FileNotFoundException("/golden/" + name + " among the test resources");
        }
        return copy;
    }
}
