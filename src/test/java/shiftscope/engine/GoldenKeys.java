package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.provider.Arguments;
import shiftscope.Golden;
import shiftscope.config.Normalization;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;

/** Reads golden objects by key, refuses keys that no test knows, and compares engine numbers with golden ones. */
public final class GoldenKeys {
    private GoldenKeys() {}

    /** Fails on a key that is in none of the sets, for what it means would go untested. */
    @SafeVarargs
    public static void assertKnown(String what, JsonNode object, Set<String>... known) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        for (Set<String> keys : known) {
            unknown.removeAll(keys);
        }
        assertTrue(unknown.isEmpty(), what + " has keys that nothing compares: " + unknown);
    }

    /** The cases of a file, each under its name. */
    public static Stream<Arguments> named(String file) {
        return named(Golden.cases(file));
    }

    /** The cases of a file that a script of this project makes, each under its name. */
    static Stream<Arguments> ownNamed(String file) {
        return named(Golden.ownCases(file));
    }

    private static Stream<Arguments> named(Stream<JsonNode> cases) {
        return cases.map(golden -> Arguments.argumentSet(golden.get("name").textValue(), golden));
    }

    /** A kind by its name in experiment files. */
    static Normalization normalization(String name) {
        return switch (name) {
            case "batch" -> Normalization.BATCH;
            case "constant-batch" -> Normalization.CONSTANT_BATCH;
            case "layer" -> Normalization.LAYER;
            case "rms" -> Normalization.RMS;
            default -> fail("unknown normalization " + name);
        };
    }

    /** Whether the object has the key with something other than null. */
    static boolean has(JsonNode object, String key) {
        return object != null && object.hasNonNull(key);
    }

    static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** A matrix with the rows of the array. */
    static DMatrixRMaj matrix(JsonNode rows) {
        return new DMatrixRMaj(Golden.matrix(rows));
    }

    /** A matrix whose columns are the rows of the array: golden weights are units × inputs, the engine's inputs × units. */
    static DMatrixRMaj transposed(JsonNode rows) {
        double[][] from = Golden.matrix(rows);
        DMatrixRMaj to = new DMatrixRMaj(from[0].length, from.length);
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from[i].length; j++) {
                to.set(j, i, from[i][j]);
            }
        }
        return to;
    }

    /** The rows of the {@code x} of each of the steps, one under the other. */
    static DMatrixRMaj rowsOf(JsonNode steps) {
        List<double[]> rows = new ArrayList<>();
        steps.forEach(step -> rows.addAll(List.of(Golden.matrix(step.get("x")))));
        return new DMatrixRMaj(rows.toArray(double[][]::new));
    }

    /** How the case keeps running statistics; PyTorch's momentum None is the cumulative average. */
    static RunningRule rule(JsonNode golden, RunningConvention convention) {
        return has(golden, "momentum")
                ? new RunningRule(RunningAverage.EXPONENTIAL, golden.get("momentum").doubleValue(), convention)
                : new RunningRule(RunningAverage.CUMULATIVE, 0.1, convention);
    }

    static DMatrixRMaj row(double[] numbers) {
        return new DMatrixRMaj(1, numbers.length, true, numbers);
    }

    static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
        if (expected.length != actual.length) {
            fail(what + ": expected " + expected.length + " numbers, were " + actual.length);
        }
        for (int i = 0; i < expected.length; i++) {
            Golden.assertClose(what + "[" + i + "]", expected[i], actual[i], tolerance);
        }
    }

    static void assertClose(String what, DMatrixRMaj expected, DMatrixRMaj actual, double tolerance) {
        if (expected.numRows != actual.numRows || expected.numCols != actual.numCols) {
            fail(what + ": expected " + expected.numRows + " × " + expected.numCols + ", was " + actual.numRows + " × " + actual.numCols);
        }
        for (int i = 0; i < expected.numRows; i++) {
            for (int j = 0; j < expected.numCols; j++) {
                Golden.assertClose(what + "[" + i + "][" + j + "]", expected.get(i, j), actual.get(i, j), tolerance);
            }
        }
    }

    /** Every element within {@code tolerance · max(1, |expected|)} of its own. */
    static void assertRelative(String what, DMatrixRMaj expected, DMatrixRMaj actual, double tolerance) {
        assertClose(what + " (shape)", new double[] {expected.numRows, expected.numCols}, new double[] {actual.numRows, actual.numCols}, 0);
        for (int i = 0; i < expected.getNumElements(); i++) {
            double number = expected.data[i];
            Golden.assertClose(what + "[" + i + "]", number, actual.data[i], tolerance * Math.max(1, Math.abs(number)));
        }
    }
}
