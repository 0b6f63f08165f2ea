package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** Every gradient of one layer, that of its input too, against differences of a random linear function of its output. */
class LayerGradientTest {
    private static final Arithmetic ARITHMETIC = Kernel.PLAIN.arithmetic();

    private static final int MOST_DRAWS = 1000;
    private static final double DROPOUT = 0.3;

    /**
     * @param chance whether there is noise and dropout, as in a training pass; every pass draws the same then
     */
    record Setting(
            ActivationKind activation,
            Normalization normalization,
            Placement placement,
            boolean scaleShift,
            Statistics statistics,
            boolean chance) {
        boolean normalizes() {
            return normalization != Normalization.NONE;
        }

        void forward(Layer layer, DMatrixRMaj x, Statistics from, LayerPass pass) {
            pass.forward(layer, ARITHMETIC, x, from, chance ? RandomNetworks.chance(DROPOUT) : null);
        }
    }

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (ActivationKind activation : ActivationKind.values()) {
            add(settings, activation, Normalization.NONE, Placement.BEFORE, false);
            for (Normalization normalization : RandomNetworks.KINDS) {
                for (Placement placement : Placement.values()) {
                    add(settings, activation, normalization, placement, false);
                    add(settings, activation, normalization, placement, true);
                }
            }
        }
        return settings;
    }

    private static void add(List<Setting> to, ActivationKind activation, Normalization kind, Placement placement, boolean scaleShift) {
        to.add(new Setting(activation, kind, placement, scaleShift, Statistics.BATCH, true));
        for (Statistics statistics : Statistics.values()) {
            to.add(new Setting(activation, kind, placement, scaleShift, statistics, false));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void agreesWithDifferences(Setting setting) {
        RandomMatrices random = new RandomMatrices(20);
        for (int rows : new int[] {2, 3, random.between(4, 9)}) {
            int draws = 0;
            while (!checked(setting, rows, random)) {
                if (++draws == MOST_DRAWS) {
                    fail("no draw of " + rows + " rows is away from the bends");
                }
            }
        }
    }

    /** Draws, and compares; false if the draw is no good for differences. */
    private static boolean checked(Setting setting, int rows, RandomMatrices random) {
        // At batch size 2, or in a layer of 2 units, the gradient is ε / (v + ε) of what it would be.
        boolean overBatch = setting.normalization.overBatch();
        double epsilon = rows == 2 && overBatch ? 0.1 : 1e-3;
        Layer layer = RandomNetworks.layer(
                random,
                random.between(1, 5),
                setting.normalizes() && !overBatch ? random.between(3, 5) : random.between(1, 4),
                setting.activation,
                setting.normalization,
                setting.placement,
                setting.scaleShift,
                epsilon);
        DMatrixRMaj x = random.gaussian(rows, layer.dense().inputs());
        DMatrixRMaj factors = random.gaussian(rows, layer.dense().units());
        LayerPass pass = new LayerPass(layer.dense(), rows + 1);
        pass.resize(rows);
        setting.forward(layer, x, setting.statistics, pass);
        if (Kinks.near(layer, pass)) {
            return false;
        }
        pass.outputGradient().setTo(factors);
        DMatrixRMaj dx = new DMatrixRMaj(rows, layer.dense().inputs());
        pass.backward(layer, ARITHMETIC, x, dx);

        Differences differences = new Differences(setting, layer, x, factors, pass);
        DMatrixRMaj byInput = differences.of(x);
        DMatrixRMaj byWeights = differences.of(layer.dense().weights());
        DMatrixRMaj byBias = differences.of(layer.dense().bias());
        DMatrixRMaj byGamma = setting.normalizes() ? differences.of(layer.normalizerOrNull().gamma()) : null;
        DMatrixRMaj byBeta = setting.normalizes() ? differences.of(layer.normalizerOrNull().beta()) : null;
        if (differences.crossed || FiniteDifference.flat(byInput) || FiniteDifference.flat(byWeights)) {
            return false;
        }
        FiniteDifference.assertGradient("x", byInput, dx);
        FiniteDifference.assertGradient("W", byWeights, pass.weightsGradient());
        FiniteDifference.assertGradient("b", byBias, pass.biasGradient());
        if (setting.normalizes()) {
            FiniteDifference.assertGradient("γ", byGamma, pass.gammaGradient());
            FiniteDifference.assertGradient("β", byBeta, pass.betaGradient());
        }
        return true;
    }

    /** Differences of the sum of the output's elements times {@code factors}. */
    private static final class Differences {
        private final Setting setting;
        private final Layer layer;
        private final DMatrixRMaj x;
        private final DMatrixRMaj factors;
        private final Statistics statistics;
        private final DMatrixRMaj start;
        private final LayerPass pass;
        private boolean crossed;

        Differences(Setting setting, Layer layer, DMatrixRMaj x, DMatrixRMaj factors, LayerPass original) {
            this.setting = setting;
            this.layer = layer;
            this.x = x;
            this.factors = factors;
            statistics = RandomNetworks.held(layer, original, setting.statistics);
            start = original.activationInput().copy();
            pass = new LayerPass(layer.dense(), x.numRows);
        }

        DMatrixRMaj of(DMatrixRMaj parameter) {
            return FiniteDifference.gradient(parameter, this::value);
        }

        private double value() {
            setting.forward(layer, x, statistics, pass);
            crossed |= Kinks.crossed(layer.activation(), start, pass.activationInput());
            double value = 0;
            for (int i = 0; i < factors.getNumElements(); i++) {
                value += factors.data[i] * pass.output().data[i];
            }
            return value;
        }
    }
}
