package shiftscope.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import shiftscope.Golden;

/**
 * The two samples of a golden case, and how exactly its numbers must be met: 1e-9 relative; where the offset of the samples is more
 * than a million times their spread, 1e-9 absolute and 1e-6 relative for variances, as the file's conventions state.
 */
record GoldenPair(String name, double[] a, double[] b, JsonNode histogram, Moments pooled) {
    private static final double RELATIVE = 1e-9;
    private static final double LARGE_OFFSET = 1e6;
    private static final double ABSOLUTE = 1e-9;
    private static final double VARIANCE_RELATIVE = 1e-6;
    /** What rounding may leave, in units of the spread, of a number that is nearly 0. */
    private static final double ROUNDING = 1e-14;

    static GoldenPair of(JsonNode golden) {
        double[] a = Golden.vector(golden.get("a"));
        double[] b = Golden.vector(golden.get("b"));
        return new GoldenPair(golden.path("name").asText("unnamed"), a, b, golden.get("hist"), Moments.of(a).mergedWith(Moments.of(b)));
    }

    double[] sortedA() {
        return sorted(a);
    }

    double[] sortedB() {
        return sorted(b);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    Histogram histogramA() {
        return histogram(a);
    }

    Histogram histogramB() {
        return histogram(b);
    }

    private Histogram histogram(double[] values) {
        return Histogram.of(
                values, histogram.get("lo").doubleValue(), histogram.get("hi").doubleValue(), histogram.get("bins").intValue());
    }

    /** A mean or percentile: its error is on the scale of the values, also where it happens to be nearly 0. */
    void assertPlace(String what, JsonNode expected, double actual) {
        double tolerance = hasLargeOffset()
                ? Math.max(ABSOLUTE, 4 * Math.ulp(pooled.mean()))
                : Math.max(RELATIVE * Math.abs(expected.doubleValue()), ROUNDING * pooled.standardDeviation());
        Golden.assertClose(name + ": " + what, expected.doubleValue(), actual, tolerance);
    }

    void assertVariance(String what, JsonNode expected, double actual) {
        double tolerance = (hasLargeOffset() ? VARIANCE_RELATIVE : RELATIVE) * expected.doubleValue();
        Golden.assertClose(name + ": " + what, expected.doubleValue(), actual, tolerance);
    }

    void assertDistance(String what, JsonNode expected, double actual) {
        double rounding = ROUNDING * Math.max(1, pooled.standardDeviation());
        double tolerance = hasLargeOffset() ? ABSOLUTE : Math.max(rounding, RELATIVE * expected.doubleValue());
        Golden.assertClose(name + ": " + what, expected.doubleValue(), actual, tolerance);
    }

    private boolean hasLargeOffset() {
        return Math.abs(pooled.mean()) > LARGE_OFFSET * pooled.standardDeviation();
    }
}
