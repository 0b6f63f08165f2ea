package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.Twins;

/** A is plain, B normalized. */
class CouplingNumbersTest {
    private static final Map<String, Object> LAST = Map.of("layer", 2);

    private final Twins twins = MeasuredTwins.of(TinyTwins.experiment());

    CouplingNumbersTest() {
        MeasuredTwins.advance(twins, 3);
    }

    @AfterEach
    void close() {
        twins.close();
    }

    private double number(Side side, String name, Map<String, Object> given) {
        return TinyTwins.measure(twins, side, name, given);
    }

    /** {@code (1/u) Σ W1_j / √((1/u) Σ σ_j²)}, from sorted columns. */
    private static double distance(DMatrixRMaj before, DMatrixRMaj after) {
        double sum = 0;
        for (int j = 0; j < before.numCols; j++) {
            double[] then = TinyTwins.sorted(before, j);
            double[] now = TinyTwins.sorted(after, j);
            for (int i = 0; i < then.length; i++) {
                sum += Math.abs(now[i] - then[i]) / then.length;
            }
        }
        return sum / before.numCols / deviation(before);
    }

    private static double deviation(DMatrixRMaj values) {
        double variances = 0;
        for (int j = 0; j < values.numCols; j++) {
            double mean = 0;
            for (int i = 0; i < values.numRows; i++) {
                mean += values.get(i, j) / values.numRows;
            }
            for (int i = 0; i < values.numRows; i++) {
                variances += Math.pow(values.get(i, j) - mean, 2) / values.numRows / values.numCols;
            }
        }
        return Math.sqrt(variances);
    }

    private static double ofExamples(DMatrixRMaj before, DMatrixRMaj after) {
        double sum = 0;
        for (int i = 0; i < before.getNumElements(); i++) {
            sum += Math.abs(after.data[i] - before.data[i]) / before.getNumElements();
        }
        return sum / deviation(before);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aRippleIsWhatLayerOneOfTheNextStepDoes(Side side) {
        double input = number(side, "ripple", LAST);
        double scaled = number(side, "ripple", Map.of("layer", 2, "tap", "scaled"));
        double examples = number(side, "rippleOfExamples", LAST);
        double length = number(side, "updateLength", Map.of());
        Network before = twins.run(side).network().copy();
        Pass then = TinyTwins.pass(twins, before);

        MeasuredTwins.advance(twins, 1);

        Pass now = TinyTwins.pass(twins, TinyTwins.mixed(twins.run(side).network(), 1, before));
        assertTrue(input > 1e-4, "there is something to measure: " + input);
        assertEquals(distance(then.inputOf(1), now.inputOf(1)), input, 1e-12);
        assertEquals(distance(then.layers().get(1).scaled(), now.layers().get(1).scaled()), scaled, 1e-12);
        assertEquals(ofExamples(then.inputOf(1), now.inputOf(1)), examples, 1e-12);
        double[] weights = before.layers().get(0).dense().weights().data;
        double[] moved = TinyTwins.minus(TinyTwins.weights(twins, side, 1), weights);
        assertEquals(TinyTwins.length(moved) / TinyTwins.length(weights), length, 1e-12);
    }

    @Test
    void anUpdateOfTheLengthThatTheLearningRateMakesIsThatOfTheLearningRate() {
        double length = number(Side.B, "updateLength", Map.of());

        assertEquals(number(Side.B, "ripple", LAST), number(Side.B, "ripple", Map.of("layer", 2, "length", length)), 1e-12);
    }

    @Test
    void withoutNoiseTheShiftOfAStepIsThatOfTheNextOne() {
        double found = number(Side.B, "stepShift", LAST);
        DMatrixRMaj then = TinyTwins.pass(twins, twins.run(Side.B).network()).layers().get(1).scaled().copy();

        MeasuredTwins.advance(twins, 1);

        assertEquals(distance(then, TinyTwins.pass(twins, twins.run(Side.B).network()).layers().get(1).scaled()), found, 1e-12);
    }

    /** Means drawn from [-0.5, 0.5) for both steps differ by a third on average, and σ of y is about 1. */
    @Test
    void noiseMovesDistributionsByItself() {
        Experiment experiment = TinyTwins.experiment();
        Experiment noisy = experiment.withRun(Side.B, experiment.b().withNormalization(Normalization.NOISY_BATCH));
        try (Twins shaken = MeasuredTwins.of(noisy)) {
            double least = Double.POSITIVE_INFINITY;
            double sum = 0;
            for (int i = 0; i < 40; i++) {
                MeasuredTwins.advance(shaken, 1);
                double shift = TinyTwins.measure(shaken, Side.B, "stepShift", LAST);
                least = Math.min(least, shift);
                sum += shift / 40;
            }
            assertTrue(least > 0.02 && sum > 0.2 && sum < 0.5, least + ", mean " + sum);
        }
    }
}
