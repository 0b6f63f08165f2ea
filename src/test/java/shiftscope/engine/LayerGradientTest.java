package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** Every gradient of one layer, that of its input too, against differences of a random linear function of its output. */
class LayerGradientTest {
    private static final Arithmetic ARITHMETIC = Kernel.PLAIN.arithmetic();

    private static final int MOST_DRAWS = 1000;

    /**
     * @param placement {@code null} for no normalizer
     */
    record Setting(ActivationKind activation, Placement placement, boolean scaleShift, Statistics statistics) {}

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (ActivationKind activation : ActivationKind.values()) {
            settings.add(new Setting(activation, null, false, Statistics.BATCH));
            for (Placement placement : Placement.values()) {
                for (Statistics statistics : Statistics.values()) {
                    settings.add(new Setting(activation, placement, false, statistics));
                    settings.add(new Setting(activation, placement, true, statistics));
                }
            }
        }
        return settings;
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
        // At batch size 2 the gradient is ε / (v + ε) of what it would be.
        double epsilon = rows == 2 ? 0.1 : 1e-3;
        Layer layer = RandomNetworks.layer(
                random, random.between(1, 5), random.between(1, 4), setting.activation, setting.placement, setting.scaleShift, epsilon);
        DMatrixRMaj x = random.gaussian(rows, layer.dense().inputs());
        DMatrixRMaj factors = random.gaussian(rows, layer.dense().units());
        LayerPass pass = new LayerPass(layer.dense(), rows + 1);
        pass.resize(rows);
        pass.forward(layer, ARITHMETIC, x, setting.statistics);
        if (Kinks.near(setting.activation, pass)) {
            return false;
        }
        pass.outputGradient().setTo(factors);
        DMatrixRMaj dx = new DMatrixRMaj(rows, layer.dense().inputs());
        pass.backward(layer, ARITHMETIC, x, dx);

        Differences differences = new Differences(layer, x, factors, setting.statistics, pass.activationInput());
        DMatrixRMaj byInput = differences.of(x);
        DMatrixRMaj byWeights = differences.of(layer.dense().weights());
        DMatrixRMaj byBias = differences.of(layer.dense().bias());
        DMatrixRMaj byGamma = setting.placement == null ? null : differences.of(layer.normalizerOrNull().gamma());
        DMatrixRMaj byBeta = setting.placement == null ? null : differences.of(layer.normalizerOrNull().beta());
        if (differences.crossed || FiniteDifference.flat(byInput) || FiniteDifference.flat(byWeights)) {
            return false;
        }
        FiniteDifference.assertGradient("x", byInput, dx);
        FiniteDifference.assertGradient("W", byWeights, pass.weightsGradient());
        FiniteDifference.assertGradient("b", byBias, pass.biasGradient());
        if (setting.placement != null) {
            FiniteDifference.assertGradient("γ", byGamma, pass.gammaGradient());
            FiniteDifference.assertGradient("β", byBeta, pass.betaGradient());
        }
        return true;
    }

    /** Differences of the sum of the output's elements times {@code factors}. */
    private static final class Differences {
        private final Layer layer;
        private final DMatrixRMaj x;
        private final DMatrixRMaj factors;
        private final Statistics statistics;
        private final DMatrixRMaj start;
        private final LayerPass pass;
        private boolean crossed;

        Differences(Layer layer, DMatrixRMaj x, DMatrixRMaj factors, Statistics statistics, DMatrixRMaj activationInput) {
            this.layer = layer;
            this.x = x;
            this.factors = factors;
            this.statistics = statistics;
            start = activationInput.copy();
            pass = new LayerPass(layer.dense(), x.numRows);
        }

        DMatrixRMaj of(DMatrixRMaj parameter) {
            return FiniteDifference.gradient(parameter, this::value);
        }

        private double value() {
            pass.forward(layer, ARITHMETIC, x, statistics);
            crossed |= Kinks.crossed(layer.activation(), start, pass.activationInput());
            double value = 0;
            for (int i = 0; i < factors.getNumElements(); i++) {
                value += factors.data[i] * pass.output().data[i];
            }
            return value;
        }
    }
}
