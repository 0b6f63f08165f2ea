package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** What a normalizer right behind a dense map takes from its weights and bias (Ioffe and Szegedy 2015, section 3.3). */
class ScaleInvarianceTest {
    private static final Arithmetic ARITHMETIC = Kernel.PLAIN.arithmetic();

    private static final int ROWS = 12;
    private static final int INPUTS = 5;
    private static final int UNITS = 4;
    private final RandomMatrices random = new RandomMatrices(50);
    private final DMatrixRMaj x = random.gaussian(ROWS, INPUTS);
    private final DMatrixRMaj upper = random.gaussian(ROWS, UNITS);

    @ParameterizedTest
    @EnumSource(ActivationKind.class)
    void biasHasNoGradient(ActivationKind activation) {
        LayerPass pass = pass(layer(activation, 1e-5));
        for (int j = 0; j < UNITS; j++) {
            assertEquals(0, pass.biasGradient().get(j), 1e-13);
        }
    }

    /**
     * Ioffe and Szegedy 2015, section 2: a gradient that does not see what the mean takes away lets b grow, while neither output nor loss
     * change.
     */
    @Test
    void constantStatisticsLetTheBiasGrowForNothing() {
        Layer layer = RandomNetworks.layer(
                random, INPUTS, UNITS, ActivationKind.TANH, Normalization.CONSTANT_BATCH, Placement.BEFORE, true, 1e-5);
        LayerPass pass = pass(layer);
        double[] output = pass.output().data.clone();
        double[] gradient = pass.biasGradient().data.clone();
        for (int step = 1; step <= 20; step++) {
            for (int j = 0; j < UNITS; j++) {
                assertTrue(Math.abs(gradient[j]) > 1e-3, "dL/db of unit " + j + " is " + gradient[j]);
                layer.dense().bias().data[j] -= 0.5 * pass.biasGradient().get(j);
            }
            pass = pass(layer);
            assertArrayEquals(output, pass.output().data, 1e-11);
            assertArrayEquals(gradient, pass.biasGradient().data, 1e-11);
        }
        assertFalse(layer.cancelsBias(), "it is trained");
    }

    /** The noise comes after the mean was taken away. */
    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"BATCH", "NOISY_BATCH"})
    void biasHasNoGradientInTrainingEither(Normalization kind) {
        Layer layer = RandomNetworks.layer(random, INPUTS, UNITS, ActivationKind.TANH, kind, Placement.BEFORE, true, 1e-5);
        LayerPass pass = new LayerPass(layer.dense(), ROWS);
        pass.forward(layer, ARITHMETIC, x, Statistics.BATCH, RandomNetworks.chance(0.2));
        pass.outputGradient().setTo(upper);
        pass.backward(layer, ARITHMETIC, x, null);
        for (int j = 0; j < UNITS; j++) {
            assertEquals(0, pass.biasGradient().get(j), 1e-13);
        }
    }

    /** Layer normalization takes away only what all units have in common, RMS normalization not even that. */
    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"LAYER", "RMS"})
    void biasHasAGradientOverTheRow(Normalization kind) {
        LayerPass pass = pass(RandomNetworks.layer(
                random, INPUTS, UNITS, ActivationKind.TANH, kind, Placement.BEFORE, true, 1e-5));
        double sum = 0;
        for (int j = 0; j < UNITS; j++) {
            assertTrue(Math.abs(pass.biasGradient().get(j)) > 1e-3);
            sum += pass.biasGradient().get(j);
        }
        assertEquals(kind == Normalization.LAYER, Math.abs(sum) < 1e-12, "sum over units " + sum);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-2, 1})
    void weightsAlongTheirGradientAreWhatEpsilonLeaves(double epsilon) {
        Layer layer = layer(ActivationKind.IDENTITY, epsilon);
        LayerPass pass = pass(layer);
        for (int j = 0; j < UNITS; j++) {
            double along = 0;
            for (int k = 0; k < INPUTS; k++) {
                along += layer.dense().weights().get(k, j) * pass.weightsGradient().get(k, j);
            }
            // ∂L/∂x̂ is γ ∂L/∂y, and the identity passes ∂L/∂y on as it is.
            double gradient = layer.normalizerOrNull().gamma().get(j) * pass.gammaGradient().get(j);
            assertEquals(epsilon / (pass.variance()[j] + epsilon) * gradient, along, 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 0.5, 1e4})
    void factorOnWeightsChangesNothingAndDividesTheGradient(double factor) {
        // With ε = 0 the invariance is exact but for rounding.
        Layer layer = layer(ActivationKind.TANH, 0);
        DMatrixRMaj output = pass(layer).output().copy();
        DMatrixRMaj gradient = pass(layer).weightsGradient().copy();
        for (int i = 0; i < INPUTS * UNITS; i++) {
            layer.dense().weights().data[i] *= factor;
        }
        LayerPass scaled = pass(layer);
        for (int i = 0; i < ROWS * UNITS; i++) {
            assertEquals(output.data[i], scaled.output().data[i], 1e-13);
        }
        for (int i = 0; i < INPUTS * UNITS; i++) {
            assertEquals(gradient.data[i], scaled.weightsGradient().data[i] * factor, 1e-12);
        }
    }

    @Test
    void negativeFactorTurnsTheOutputAround() {
        Layer layer = layer(ActivationKind.IDENTITY, 1e-5);
        layer.normalizerOrNull().setScaleShift(true);
        DMatrixRMaj output = pass(layer).output().copy();
        for (int i = 0; i < INPUTS * UNITS; i++) {
            layer.dense().weights().data[i] *= -1;
        }
        LayerPass turned = pass(layer);
        for (int i = 0; i < ROWS * UNITS; i++) {
            assertEquals(-output.data[i], turned.output().data[i], 1e-13);
        }
    }

    private Layer layer(ActivationKind activation, double epsilon) {
        return RandomNetworks.layer(random, INPUTS, UNITS, activation, Normalization.BATCH, Placement.BEFORE, true, epsilon);
    }

    private LayerPass pass(Layer layer) {
        LayerPass pass = new LayerPass(layer.dense(), ROWS);
        pass.forward(layer, ARITHMETIC, x, Statistics.BATCH, null);
        pass.outputGradient().setTo(upper);
        pass.backward(layer, ARITHMETIC, x, null);
        return pass;
    }
}
