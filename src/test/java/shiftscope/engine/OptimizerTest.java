package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.TrainingSettings;
import shiftscope.engine.ParameterVisitor.Kind;

/** Steps against formulas written out by hand, and what an optimizer remembers of whom. */
class OptimizerTest {
    private static final double RATE = 0.1;
    private static final double L2 = 0.5;
    private static final double DECAY = 0.75;
    private static final double[] GRADIENTS = {2, -1, 0.5};

    /** What three steps from the value 1 come to, one gradient each. */
    @Test
    void gradientDescent() {
        double p = 1;
        for (double g : GRADIENTS) {
            p -= RATE * (g + L2 * p);
        }
        assertEquals(p, walked(new GradientDescent(RATE, L2, 0, false), Kind.WEIGHTS), 1e-15);
    }

    @Test
    void momentum() {
        double p = 1;
        double v = 0;
        for (double g : GRADIENTS) {
            v = 0.9 * v + (g + L2 * p);
            p -= RATE * v;
        }
        assertEquals(p, walked(new GradientDescent(RATE, L2, 0.9, false), Kind.WEIGHTS), 1e-15);
    }

    @Test
    void nesterov() {
        double p = 1;
        double v = 0;
        for (double g : GRADIENTS) {
            double penalized = g + L2 * p;
            v = 0.9 * v + penalized;
            p -= RATE * (penalized + 0.9 * v);
        }
        assertEquals(p, walked(new GradientDescent(RATE, L2, 0.9, true), Kind.WEIGHTS), 1e-15);
    }

    @Test
    void adam() {
        double p = 1;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= GRADIENTS.length; t++) {
            double g = GRADIENTS[t - 1] + L2 * p;
            m = 0.8 * m + 0.2 * g;
            v = 0.95 * v + 0.05 * g * g;
            p -= RATE * (m / (1 - Math.pow(0.8, t))) / (Math.sqrt(v / (1 - Math.pow(0.95, t))) + 1e-3);
        }
        assertEquals(p, walked(new Adam(RATE, L2, 0.8, 0.95, 1e-3), Kind.WEIGHTS), 1e-14);
    }

    @Test
    void rmsProp() {
        double p = 1;
        double v = 0;
        for (double g : GRADIENTS) {
            double penalized = g + L2 * p;
            v = 0.8 * v + 0.2 * penalized * penalized;
            p -= RATE * penalized / (Math.sqrt(v) + 1e-3);
        }
        assertEquals(p, walked(new RmsProp(RATE, L2, 0, 0.8, 1e-3), Kind.WEIGHTS), 1e-15);
    }

    @Test
    void plainGradientDescentHasTheBitsOfItsFormula() {
        RandomMatrices random = new RandomMatrices(101);
        DMatrixRMaj value = random.gaussian(7, 5);
        DMatrixRMaj gradient = random.gaussian(7, 5);
        DMatrixRMaj before = value.copy();
        new GradientDescent(RATE, L2, 0, false).visit(Kind.WEIGHTS, value, gradient);
        for (int i = 0; i < value.getNumElements(); i++) {
            assertEquals(before.data[i] - RATE * (gradient.data[i] + L2 * before.data[i]), value.data[i]);
        }
    }

    /** Apart from the gradient, decay is the same under every optimizer: what is left of W, and then the step without it. */
    @ParameterizedTest
    @EnumSource(value = OptimizerKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ADAM")
    void decayTakesItsShareBesideTheStep(OptimizerKind kind) {
        Optimizer decaying = Optimizer.of(settings(kind, L2, DECAY));
        Optimizer steady = Optimizer.of(settings(kind, L2, 0));
        DMatrixRMaj value = scalar(1);
        DMatrixRMaj other = scalar(1);
        for (double g : GRADIENTS) {
            double before = value.data[0];
            // Sent after the other one each time, so that both see the same gradients.
            other.data[0] = before;
            step(decaying, value, g);
            step(steady, other, g);
            assertEquals((1 - RATE * DECAY) * before + (other.data[0] - before), value.data[0], 1e-15);
        }
    }

    @ParameterizedTest
    @EnumSource(value = OptimizerKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ADAM")
    void decayGoesWithTheLearningRate(OptimizerKind kind) {
        Optimizer optimizer = Optimizer.of(settings(kind, 0, DECAY));
        DMatrixRMaj value = scalar(1);
        step(optimizer, value, 0);
        optimizer.setLearningRate(RATE / 4);
        step(optimizer, value, 0);
        assertEquals((1 - RATE * DECAY) * (1 - RATE * DECAY / 4), value.data[0], 1e-15);
    }

    /** Under plain gradient descent the two come to the same; an optimizer that divides by the gradient divides L2 too. */
    @Test
    void l2AndWeightDecayAreToldApart() {
        double penalized = walked(new GradientDescent(RATE, L2, 0, 0, false), Kind.WEIGHTS);
        double decayed = walked(new GradientDescent(RATE, 0, L2, 0, false), Kind.WEIGHTS);
        assertEquals(penalized, decayed, 1e-15);
        for (OptimizerKind kind : EnumSet.complementOf(EnumSet.of(OptimizerKind.SGD, OptimizerKind.ADAM))) {
            double withL2 = walked(Optimizer.of(settings(kind, L2, 0)), Kind.WEIGHTS);
            double withDecay = walked(Optimizer.of(settings(kind, 0, L2)), Kind.WEIGHTS);
            assertTrue(Math.abs(withL2 - withDecay) > 0.01, kind + ": " + withL2 + " and " + withDecay);
        }
        // Without a gradient of the loss, Adam makes of any λ a step of the learning rate, AdamW one of the decay.
        DMatrixRMaj value = scalar(1);
        step(new Adam(RATE, 1e-3, 0.9, 0.999, 1e-8), value, 0);
        assertEquals(1 - RATE, value.data[0], 1e-5);
        value = scalar(1);
        step(new Adam(RATE, 0, 1e-3, 0.9, 0.999, 1e-8), value, 0);
        assertEquals(1 - RATE * 1e-3, value.data[0], 1e-15);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "WEIGHTS")
    void onlyWeightsArePenalizedAndDecay(Kind kind) {
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            double decay = optimizer == OptimizerKind.ADAM ? 0 : DECAY;
            assertEquals(walked(Optimizer.of(settings(optimizer, 0, 0)), kind), walked(Optimizer.of(settings(optimizer, L2, decay)), kind));
        }
    }

    static Stream<Supplier<Optimizer>> rememberers() {
        return Stream.of(
                () -> new GradientDescent(RATE, L2, 0.9, false),
                () -> new GradientDescent(RATE, L2, DECAY, 0.9, true),
                () -> new RmsProp(RATE, L2, DECAY, 0.99, 1e-8),
                () -> new Adam(RATE, L2, 0.9, 0.999, 1e-8),
                () -> new Adam(RATE, L2, DECAY, 0.9, 0.999, 1e-8));
    }

    @ParameterizedTest
    @MethodSource("rememberers")
    void forgottenParameterStartsAnewAndNoOtherDoes(Supplier<Optimizer> optimizerOf) {
        Optimizer optimizer = optimizerOf.get();
        DMatrixRMaj forgotten = scalar(1);
        DMatrixRMaj remembered = scalar(1);
        step(optimizer, forgotten, 2);
        step(optimizer, remembered, 2);
        optimizer.forget(forgotten);
        double before = remembered.data[0];
        assertEquals(before, forgotten.data[0], "forgetting moves nothing");
        step(optimizer, forgotten, -1);
        step(optimizer, remembered, -1);

        DMatrixRMaj anew = scalar(before);
        step(optimizerOf.get(), anew, -1);
        assertEquals(anew.data[0], forgotten.data[0]);
        Optimizer steady = optimizerOf.get();
        DMatrixRMaj expected = scalar(1);
        step(steady, expected, 2);
        step(steady, expected, -1);
        assertEquals(expected.data[0], remembered.data[0]);
        assertFalse(remembered.data[0] == forgotten.data[0]);
    }

    /** Parameters are told apart by who they are: two that hold the same numbers are two. */
    @ParameterizedTest
    @MethodSource("rememberers")
    void equalParametersAreRememberedApart(Supplier<Optimizer> optimizerOf) {
        Optimizer both = optimizerOf.get();
        DMatrixRMaj first = scalar(1);
        DMatrixRMaj second = scalar(1);
        DMatrixRMaj alone = scalar(1);
        Optimizer single = optimizerOf.get();
        for (double g : GRADIENTS) {
            step(both, first, g);
            step(both, second, g);
            step(single, alone, g);
        }
        assertEquals(alone.data[0], first.data[0]);
        assertEquals(alone.data[0], second.data[0]);
    }

    @Test
    void learningRateChangesFromTheNextStepOn() {
        Optimizer optimizer = new GradientDescent(RATE, 0, 0.9, false);
        DMatrixRMaj value = scalar(1);
        step(optimizer, value, 1);
        optimizer.setLearningRate(0.5);
        assertEquals(0.5, optimizer.learningRate());
        step(optimizer, value, 1);
        assertEquals(1 - 0.1 - 0.5 * 1.9, value.data[0], 1e-15);
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void settingsChooseTheOptimizer(OptimizerKind kind) {
        Optimizer expected = switch (kind) {
            case SGD -> new GradientDescent(RATE, L2, DECAY, 0, false);
            case MOMENTUM -> new GradientDescent(RATE, L2, DECAY, 0.7, false);
            case NESTEROV -> new GradientDescent(RATE, L2, DECAY, 0.7, true);
            case RMSPROP -> new RmsProp(RATE, L2, DECAY, 0.99, 1e-8);
            case ADAM -> new Adam(RATE, L2, 0, 0.9, 0.999, 1e-8);
            case ADAMW -> new Adam(RATE, L2, DECAY, 0.9, 0.999, 1e-8);
        };
        Optimizer optimizer = Optimizer.of(settings(kind, L2, kind == OptimizerKind.ADAM ? 0 : DECAY));
        assertEquals(walked(expected, Kind.WEIGHTS), walked(optimizer, Kind.WEIGHTS));
    }

    @Test
    void gradientIsNotModified() {
        for (Supplier<Optimizer> optimizerOf : rememberers().toList()) {
            DMatrixRMaj gradient = new RandomMatrices(100).gaussian(3, 4);
            double[] given = gradient.data.clone();
            DMatrixRMaj value = new DMatrixRMaj(3, 4);
            Arrays.fill(value.data, 1);
            optimizerOf.get().visit(Kind.WEIGHTS, value, gradient);
            assertArrayEquals(given, gradient.data);
        }
    }

    private static TrainingSettings settings(OptimizerKind kind, double l2, double weightDecay) {
        ScheduleSettings constant = new ScheduleSettings(ScheduleKind.CONSTANT, 0, 1, 1);
        return new TrainingSettings(RATE, 8, kind, 0.7, l2, weightDecay, constant, LossKind.CROSS_ENTROPY);
    }

    private static double walked(Optimizer optimizer, Kind kind) {
        DMatrixRMaj value = scalar(1);
        for (double g : GRADIENTS) {
            optimizer.visit(kind, value, scalar(g));
        }
        return value.data[0];
    }

    private static void step(Optimizer optimizer, DMatrixRMaj value, double gradient) {
        optimizer.visit(Kind.WEIGHTS, value, scalar(gradient));
    }

    private static DMatrixRMaj scalar(double number) {
        return new DMatrixRMaj(new double[][] {{number}});
    }
}
