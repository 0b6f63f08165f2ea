package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shiftscope.Golden;

/** Every number of every case of the golden metrics, whatever the cases are called and however many there are. */
class GoldenMetricsTest {
    private static final String FILE = "metrics.json";
    private static final String PERCENTILES = "percentiles_";
    private static final Set<String> SAMPLES = Set.of("a", "b");
    private static final Set<String> QUANTITIES = Set.of("mean_a", "mean_b", "var_biased_a", "var_biased_b", "pooled", PERCENTILES,
            "wasserstein1", "ks", "hist", "js_nats", "js_bits", "kl_smoothed_nats", "wasserstein1_hist");

    @TestFactory
    Stream<DynamicContainer> everyCase() {
        return Golden.cases(FILE).map(golden -> {
            GoldenPair pair = GoldenPair.of(golden);
            return dynamicContainer(pair.name(), quantities(golden, pair));
        });
    }

    private static Stream<DynamicTest> quantities(JsonNode golden, GoldenPair pair) {
        return golden.propertyStream()
                .filter(quantity -> !SAMPLES.contains(quantity.getKey()) && !quantity.getValue().isTextual())
                .map(quantity -> dynamicTest(quantity.getKey(), () -> check(pair, quantity.getKey(), quantity.getValue())));
    }

    private static void check(GoldenPair pair, String quantity, JsonNode expected) {
        switch (quantity) {
            case "mean_a" -> pair.assertPlace(quantity, expected, Moments.of(pair.a()).mean());
            case "mean_b" -> pair.assertPlace(quantity, expected, Moments.of(pair.b()).mean());
            case "var_biased_a" -> pair.assertVariance(quantity, expected, Moments.of(pair.a()).variance());
            case "var_biased_b" -> pair.assertVariance(quantity, expected, Moments.of(pair.b()).variance());
            case "pooled" -> {
                pair.assertPlace("pooled mean", expected.get("mean"), pair.pooled().mean());
                pair.assertVariance("pooled variance", expected.get("var_biased"), pair.pooled().variance());
            }
            case "wasserstein1" -> pair.assertDistance(quantity, expected, Distance.wasserstein1(pair.sortedA(), pair.sortedB()));
            case "ks" -> pair.assertDistance(quantity, expected, Distance.kolmogorovSmirnov(pair.sortedA(), pair.sortedB()));
            case "hist" -> {
                assertArrayEquals(counts(expected, "counts_a"), pair.histogramA().counts(), pair.name());
                assertArrayEquals(counts(expected, "counts_b"), pair.histogramB().counts(), pair.name());
            }
            case "js_nats" -> pair.assertDistance(quantity, expected, jensenShannon(pair));
            case "js_bits" -> pair.assertDistance(quantity, expected, jensenShannon(pair) / StrictMath.log(2));
            case "kl_smoothed_nats" -> pair.assertDistance(
                    quantity, expected, Distance.kullbackLeiblerSmoothed(pair.histogramA(), pair.histogramB()));
            case "wasserstein1_hist" -> pair.assertDistance(
                    quantity, expected, Distance.wasserstein1(pair.histogramA(), pair.histogramB()));
            default -> checkPercentiles(pair, quantity, expected);
        }
    }

    /** A key such as percentiles_15_50_85_a says which percentiles of which sample. */
    private static void checkPercentiles(GoldenPair pair, String quantity, JsonNode expected) {
        assertTrue(quantity.matches(PERCENTILES + "(\\d+_)+[ab]"), () -> "nothing measures " + quantity);
        double[] sorted = quantity.endsWith("a") ? pair.sortedA() : pair.sortedB();
        String[] percents = quantity.substring(PERCENTILES.length(), quantity.length() - 2).split("_");
        assertEquals(percents.length, expected.size(), quantity);
        for (int i = 0; i < percents.length; i++) {
            double p = Integer.parseInt(percents[i]) / 100.0;
            pair.assertPlace(quantity + " at " + p, expected.get(i), Quantiles.of(sorted, p));
        }
    }

    private static double jensenShannon(GoldenPair pair) {
        return Distance.jensenShannon(pair.histogramA(), pair.histogramB());
    }

    private static int[] counts(JsonNode histogram, String key) {
        return histogram.get(key).valueStream().mapToInt(JsonNode::intValue).toArray();
    }

    @Test
    void noQuantityIsMissingFromAllCases() {
        Set<String> missing = new TreeSet<>(QUANTITIES);
        Golden.cases(FILE).forEach(golden -> golden.fieldNames().forEachRemaining(quantity ->
                missing.remove(quantity.startsWith(PERCENTILES) ? PERCENTILES : quantity)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void aMissingFileIsAFailure() {
        assertThrows(UncheckedIOException.class, () -> Golden.file("no-such-file.json"));
    }
}
