package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import shiftscope.config.Normalization;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

class NormalizedBatchTest {
    private static final double[] ZERO = new double[8];

    private static double[] drawn(RandomStream random, int m) {
        return DoubleStream.generate(() -> random.uniform(-10, 10)).limit(m).toArray();
    }

    /** 1, 2, 3 and 6 with a pencil: mean 3, variance 14/4. */
    @Test
    void fourNumbersByHand() {
        NormalizedBatch batch =
                new NormalizedBatch(Normalization.BATCH, new double[] {1, 2, 3, 6}, -2, 5, 0.5, new double[] {1, 0, 0, 0});
        assertEquals(3, batch.mean());
        assertEquals(3.5, batch.variance(), 1e-15);
        assertEquals(2, batch.deviation(), 1e-15);
        assertEquals(-1, batch.normalized(0), 1e-15);
        assertEquals(1.5, batch.normalized(3), 1e-15);
        assertEquals(7, batch.scaled(0), 1e-15);
        assertEquals(2, batch.scaled(3), 1e-15);
        assertEquals(0.875, batch.normalizedVariance(), 1e-15);
        assertEquals(5, batch.scaledMean(), 1e-14);
        assertEquals(2 * Math.sqrt(0.875), batch.scaledDeviation(), 1e-14);
        assertEquals(-1, batch.normalizedLeast(), 1e-15);
        assertEquals(7, batch.loss(), 1e-14);
        // γ/s = −1, mean of c = 1/4, mean of cẑ = −1/4.
        assertEquals(-(1 - 0.25 - 0.25), batch.gradient(0), 1e-15);
        assertEquals(-(-0.25 - -0.5 * -0.25), batch.gradient(1), 1e-15);
    }

    @RepeatedTest(30)
    void theFormulaIsTheFiniteDifference(RepetitionInfo repetition) {
        RandomStream random = new Seed(repetition.getCurrentRepetition()).data();
        int m = 2 + random.below(9);
        double epsilon = StrictMath.pow(10, random.uniform(-8, 1));
        NormalizedBatch batch =
                new NormalizedBatch(Normalization.BATCH, drawn(random, m), random.uniform(-3, 3), 1, epsilon, drawn(random, m));
        assertTrue(batch.largestError() < 1e-6, "off by " + batch.largestError());
        for (int i = 0; i < m; i++) {
            int row = i;
            assertEquals(0, IntStream.range(0, m).mapToDouble(j -> batch.influence(row, j)).sum(), 1e-12, "all moved alike move nothing");
        }
        double expected = IntStream.range(0, m).mapToDouble(i -> batch.factor(i) * batch.influence(i, 0)).sum();
        assertEquals(expected, batch.gradient(0), 1e-9 * (1 + Math.abs(expected)));
    }

    @Test
    void equalNumbersAreZeroAndTheirGradientIsStillThere() {
        NormalizedBatch batch = new NormalizedBatch(
                Normalization.BATCH, new double[] {4, 4, 4, 4, 4, 4, 4, 4}, 1, 0.5, 1e-8, new double[] {1, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(0, batch.variance());
        for (int i = 0; i < 8; i++) {
            assertEquals(0, batch.normalized(i));
            assertEquals(0.5, batch.scaled(i));
        }
        assertEquals(7.0 / 8 / 1e-4, batch.gradient(0), 1e-6);
        assertTrue(batch.largestError() < 1e-5, "off by " + batch.largestError());
    }

    @Test
    void constantStatisticsHaveAnotherGradientAndNoNormalizerNone() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 9};
        double[] c = {1, 0, 0, 0, 0, 0, 0, 0};
        NormalizedBatch constant = new NormalizedBatch(Normalization.CONSTANT_BATCH, x, 2, 0, 1e-5, c);
        assertEquals(2 / constant.deviation(), constant.gradient(0), 1e-12);
        assertTrue(constant.largestError() > 0.1, "the difference knows that μ and σ move");
        NormalizedBatch none = new NormalizedBatch(Normalization.NONE, x, 2, 3, 1e-5, c);
        assertEquals(9, none.scaled(7));
        assertEquals(9, none.normalized(7));
        assertEquals(0, none.leastInfluence());
        assertEquals(1, none.influence(4, 4));
    }

    @Test
    void whatCannotBeNormalizedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NormalizedBatch(Normalization.BATCH, new double[1], 1, 0, 1, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> new NormalizedBatch(Normalization.BATCH, ZERO, 1, 0, 0, ZERO));
        assertThrows(IllegalArgumentException.class, () -> new NormalizedBatch(Normalization.BATCH, ZERO, 1, 0, 1, new double[3]));
    }
}
