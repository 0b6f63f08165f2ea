package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.lesson.MeasuredTwins.number;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Twins;

class DrawNumbersTest {
    private static Twins twins;

    @BeforeAll
    static void train() {
        twins = MeasuredTwins.after(MeasuredTwins.prepared(9, "eights"), 40);
    }

    @AfterAll
    static void close() {
        twins.close();
    }

    private static Arguments of(int m) {
        return new Arguments(Map.of("m", List.of((double) m)), Map.of());
    }

    @Test
    void measuringChangesNoBit() {
        long before = twins.hash();
        for (String name : List.of("meanSpread", "lossGap", "signShare", "usualGradient")) {
            number(name, twins, Side.B, of(4));
        }
        assertEquals(before, twins.hash());
    }

    /** Of 2000 examples. */
    @Test
    void theSpreadIsWhatTheoryExpects() {
        assertEquals(Math.sqrt(1992.0 / 1999 / 8), number("meanSpread", twins, Side.B, of(8)), 0.01);
        assertEquals(1, number("meanSpread", twins, Side.B, of(8).with("draw", "one example repeated")), 0.05);
    }

    @Test
    void aPlainNetworkHasNoGapAndNoSigns() {
        assertEquals(0, number("lossGap", twins, Side.A, of(4)));
        assertTrue(Double.isNaN(number("signShare", twins, Side.A, of(2))));
    }

    /** All 2000 examples as one batch have the statistics of the population. */
    @Test
    void theWholeSetAsOneBatchHasNoGap() {
        FixedWeights fixed = new FixedWeights(twins, Side.B);
        fixed.measurePopulation();
        assertEquals(fixed.meanLoss(2_000, Statistics.POPULATION), fixed.meanLoss(2_000, Statistics.BATCH), 1e-9);
    }

    @Test
    void everyExampleIsPassedOnceAndARemainderIsLeftOut() {
        FixedWeights fixed = new FixedWeights(twins, Side.B);
        long[] rows = new long[1];
        double[] first = new double[1];
        int batches = fixed.passInBatches(300, Statistics.BATCH, (pass, targets) -> {
            rows[0] += targets.numRows;
            for (int i = 0; i < targets.getNumElements(); i++) {
                first[0] += targets.data[i];
            }
        });
        assertEquals(6, batches);
        assertEquals(1_800, rows[0]);
        assertEquals(1_800, first[0], 1e-9, "each target is one of ten");
    }

    @Test
    void theUsualGradientOfAPlainNetworkIsThatOfAnExampleWhateverTheSizeOfTheBatch() {
        try (Twins plain = MeasuredTwins.after(Experiment.standard(), 0)) {
            double eight = number("usualGradient", plain, Side.A, of(8));
            assertTrue(eight > 1e-6 && eight < 1, "it was " + eight);
            assertEquals(eight, number("usualGradient", plain, Side.A, of(200)), 1e-9 * eight);
        }
    }

    @Test
    void inBatchesOfTwoEveryGradientIsNextToNothingAndEveryValueASign() {
        Arguments pairs = new Arguments(Map.of("m", List.of(2.0), "layer", List.of(1.0)), Map.of());
        assertTrue(number("signShare", twins, Side.B, pairs) > 0.9);
        assertTrue(number("signShare", twins, Side.B, pairs.with("m", 64)) < 0.1);
        assertTrue(number("usualGradient", twins, Side.B, pairs) < 0.01 * number("usualGradient", twins, Side.B, pairs.with("m", 64)));
    }
}
