package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.lesson.MeasuredTwins.number;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.session.Twins;

class InputNumbersTest {
    private static final Arguments NONE = Arguments.NONE;

    @Test
    void standardizedInputsHaveMeanZeroAndVarianceOneAndMinMaxInputsDoNot() {
        try (Twins standardized = MeasuredTwins.after(MeasuredTwins.prepared(2, "standardized"), 0);
                Twins minMax = MeasuredTwins.after(MeasuredTwins.prepared(2, "min-max"), 0)) {
            assertEquals(0, number("inputMean", standardized, Side.A, NONE), 1e-12);
            assertEquals(1, number("inputVariance", standardized, Side.A, NONE), 1e-12);
            double[] x = minMax.dataset().train().inputs().data;
            double[] first = IntStream.range(0, x.length / 2).mapToDouble(i -> x[2 * i]).toArray();
            double[] second = IntStream.range(0, x.length / 2).mapToDouble(i -> x[2 * i + 1]).toArray();
            double mean = (Arrays.stream(first).average().orElseThrow() + Arrays.stream(second).average().orElseThrow()) / 2;
            assertEquals(mean, number("inputMean", minMax, Side.B, NONE), 1e-12);
        }
    }

    @Test
    void theMeanIsADistanceSoThatTwoFeaturesDoNotCancel() {
        try (Twins raw = MeasuredTwins.after(MeasuredTwins.prepared(2, "raw"), 0)) {
            assertTrue(number("inputMean", raw, Side.A, NONE) >= 0);
            assertTrue(number("inputVariance", raw, Side.A, NONE) > 1_000, "a hundred squared, halved by the other feature");
        }
    }

    /** 68.3 % of normal values lie within one σ of the mean, half of those above it: 65.9 % lie outside 0 to 1. */
    @Test
    void mostOfWhatIsNormalizedLiesOutsideTheUnitRange() {
        try (Twins twins = MeasuredTwins.after(MeasuredTwins.prepared(2, "min-max"), 0)) {
            assertEquals(0.66, number("outsideUnitRange", twins, Side.B, NONE), 0.05);
            assertTrue(Double.isNaN(number("outsideUnitRange", twins, Side.A, NONE)), "nothing is normalized in A");
            assertEquals(0, number("outsideUnitRange", twins, Side.B, NONE.with("of", "inputs")));
        }
    }

    @Test
    void aLossThatWasNotReachedCountsTheStepsSoFar() {
        try (Twins twins = MeasuredTwins.after(MeasuredTwins.prepared(2, "standardized"), 200)) {
            assertEquals(200, number("stepsToLossSoFar", twins, Side.A, NONE.with("level", 0)));
            double reached = number("stepsToLossSoFar", twins, Side.A, NONE.with("level", 0.3));
            assertTrue(reached > 0 && reached < 200, "at step " + reached);
            assertEquals(number("stepsToLoss", twins, Side.A, NONE.with("level", 0.3)), reached);
        }
    }
}
