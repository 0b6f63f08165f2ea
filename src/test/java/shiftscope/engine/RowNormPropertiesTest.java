package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

/** What must hold of layer and RMS normalization whatever the numbers. */
class RowNormPropertiesTest {
    private static final int ROWS = 5;
    private static final int UNITS = 7;
    private static final Arithmetic ARITHMETIC = Kernel.PLAIN.arithmetic();
    private final RandomMatrices random = new RandomMatrices(320);

    @ParameterizedTest
    @CsvSource({"LAYER, 1e-5", "LAYER, 0.5", "RMS, 1e-5", "RMS, 0.5"})
    void normalizedRowHasTheMeanSquareEpsilonLeaves(Normalization kind, double epsilon) {
        DMatrixRMaj x = random.gaussian(ROWS, UNITS);
        NormalizerPass pass = BatchPass.ofBatch(normalizer(kind, epsilon), x, x).pass();
        for (int i = 0; i < ROWS; i++) {
            double[] row = row(x, i);
            double mean = kind == Normalization.LAYER ? Arrays.stream(row).average().orElseThrow() : 0;
            double square = Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            double[] hat = row(pass.normalized(), i);
            assertEquals(square, pass.ofRows.variance()[i], 1e-14);
            assertEquals(square / (square + epsilon), Arrays.stream(hat).map(v -> v * v).average().orElseThrow(), 1e-14);
            for (int j = 0; j < UNITS; j++) {
                assertEquals((row[j] - mean) / Math.sqrt(square + epsilon), hat[j], 1e-14);
            }
        }
    }

    /** A row's gradient has no part along x̂ but what ε leaves, and with the mean taken out none along a shift of all units. */
    @ParameterizedTest
    @CsvSource({"LAYER, 1e-5", "LAYER, 0.5", "RMS, 1e-5", "RMS, 0.5"})
    void gradientOfInputHasNoPartThatNormalizingUndoes(Normalization kind, double epsilon) {
        Normalizer normalizer = normalizer(kind, epsilon);
        DMatrixRMaj dy = random.gaussian(ROWS, UNITS);
        BatchPass made = BatchPass.ofBatch(normalizer, random.gaussian(ROWS, UNITS), dy);
        for (int i = 0; i < ROWS; i++) {
            double along = 0;
            double expected = 0;
            double sum = 0;
            for (int j = 0; j < UNITS; j++) {
                double hat = made.normalized().get(i, j);
                sum += made.dx().get(i, j);
                along += made.dx().get(i, j) * hat;
                expected += normalizer.gamma().get(j) * dy.get(i, j) * hat;
            }
            double spread = made.pass().ofRows.variance()[i] + epsilon;
            assertEquals(expected * epsilon / spread / Math.sqrt(spread), along, 1e-13);
            if (kind == Normalization.LAYER) {
                assertEquals(0, sum, 1e-13);
            }
        }
    }

    /** Ba and others 2016, section 5.1: a factor on all weights and a shift of all incoming weights by one vector change nothing. */
    @Test
    void layerNormalizationIsBlindToAFactorOnWAndToAShiftAcrossUnits() {
        Layer layer = layer(Normalization.LAYER);
        DMatrixRMaj x = random.gaussian(ROWS, 3);
        double[] before = output(layer, x);
        double[] shift = {0.7, -1.3, 2.1};
        double[] weights = layer.dense().weights().data;
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < UNITS; j++) {
                weights[k * UNITS + j] = 4 * weights[k * UNITS + j] + shift[k];
            }
        }
        for (int j = 0; j < UNITS; j++) {
            layer.dense().bias().data[j] = 4 * layer.dense().bias().data[j] + 0.9;
        }
        assertArrayEquals(before, output(layer, x), 1e-13);
    }

    /** Zhang and Sennrich 2019, section 3: re-scaling is undone, re-centring is not. */
    @Test
    void rmsNormalizationIsBlindToAFactorOnWAndSeesAShift() {
        Layer layer = layer(Normalization.RMS);
        DMatrixRMaj x = random.gaussian(ROWS, 3);
        double[] before = output(layer, x);
        for (int i = 0; i < 3 * UNITS; i++) {
            layer.dense().weights().data[i] *= 4;
        }
        for (int j = 0; j < UNITS; j++) {
            layer.dense().bias().data[j] *= 4;
        }
        assertArrayEquals(before, output(layer, x), 1e-13);
        for (int j = 0; j < UNITS; j++) {
            layer.dense().bias().data[j] += 0.9;
        }
        double[] shifted = output(layer, x);
        for (int i = 0; i < shifted.length; i++) {
            assertTrue(Math.abs(shifted[i] - before[i]) > 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"LAYER", "RMS"})
    void aRowKnowsNeitherItsNeighboursNorTheSwitchStatistics(Normalization kind) {
        Normalizer normalizer = normalizer(kind, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, UNITS);
        DMatrixRMaj together = BatchPass.ofBatch(normalizer, x, x).y();
        for (Statistics statistics : Statistics.values()) {
            for (int i = 0; i < ROWS; i++) {
                NormalizerPass alone = new NormalizerPass(1, UNITS);
                alone.forward(normalizer, new DMatrixRMaj(new double[][] {row(x, i)}), statistics, null);
                assertArrayEquals(row(together, i), alone.scaled.data);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 0})
    void aConstantRowGivesBetaUnderLayerNormalization(double epsilon) {
        for (double constant : new double[] {0, 0.1, -7.3, 1e6 + 0.1}) {
            Normalizer normalizer = normalizer(Normalization.LAYER, epsilon);
            DMatrixRMaj x = new DMatrixRMaj(ROWS, UNITS);
            Arrays.fill(x.data, constant);
            BatchPass pass = BatchPass.ofBatch(normalizer, x, random.gaussian(ROWS, UNITS));
            for (int i = 0; i < ROWS; i++) {
                assertArrayEquals(normalizer.beta().data, row(pass.y(), i));
            }
            assertTrue(FiniteTest.allFinite(pass.dx()));
        }
    }

    @Test
    void aRowOfZeroesGivesBetaUnderRmsNormalizationAlsoWithoutEpsilon() {
        Normalizer normalizer = normalizer(Normalization.RMS, 0);
        BatchPass pass = BatchPass.ofBatch(normalizer, new DMatrixRMaj(1, UNITS), random.gaussian(1, UNITS));
        assertArrayEquals(normalizer.beta().data, pass.y().data);
        assertTrue(Arrays.stream(pass.dx().data).allMatch(d -> d == 0));
    }

    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"LAYER", "RMS"})
    void inPlaceGivesTheSameBits(Normalization kind) {
        Normalizer normalizer = normalizer(kind, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, UNITS);
        DMatrixRMaj dy = random.gaussian(ROWS, UNITS);
        BatchPass apart = BatchPass.ofBatch(normalizer, x, dy);
        normalizer.forward(x, Statistics.BATCH, NormalizerPass.inPlace(x));
        assertArrayEquals(apart.y().data, x.data);
        normalizer.backward(dy, dy, apart.pass());
        assertArrayEquals(apart.dx().data, dy.data);
    }

    @Test
    void eachClassRefusesTheKindsOfTheOther() {
        RunningRule rule = new RunningRule(RunningAverage.EXPONENTIAL, 0.1, RunningConvention.KERAS);
        for (Normalization kind : Normalization.values()) {
            if (!kind.overBatch()) {
                assertThrows(IllegalArgumentException.class, () -> new BatchNorm(kind, UNITS, 1e-5, rule, true), kind.name());
            }
            if (kind != Normalization.LAYER && kind != Normalization.RMS) {
                assertThrows(IllegalArgumentException.class, () -> new RowNorm(kind, UNITS, 1e-5, true), kind.name());
            }
        }
    }

    private Normalizer normalizer(Normalization kind, double epsilon) {
        return RandomNetworks.normalizer(random, kind, UNITS, true, epsilon);
    }

    private Layer layer(Normalization kind) {
        // With ε = 0 the invariance is exact but for rounding.
        return RandomNetworks.layer(random, 3, UNITS, ActivationKind.TANH, kind, Placement.BEFORE, true, 0);
    }

    private static double[] output(Layer layer, DMatrixRMaj x) {
        LayerPass pass = new LayerPass(layer.dense(), ROWS);
        pass.forward(layer, ARITHMETIC, x, Statistics.BATCH, null);
        return pass.output().data;
    }

    private static double[] row(DMatrixRMaj x, int i) {
        return Arrays.copyOfRange(x.data, i * x.numCols, (i + 1) * x.numCols);
    }
}
