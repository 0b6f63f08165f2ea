package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** Every gradient of a whole network, and the step that gradient descent makes of it, against differences of the loss. */
class NetworkGradientTest {
    private static final int MOST_DRAWS = 2000;

    private static final double DROPOUT = 0.3;

    /**
     * @param chance whether there is noise and dropout, as in a training pass; every pass draws the same then
     */
    record Setting(
            LossKind loss,
            ActivationKind activation,
            Normalization normalization,
            Placement placement,
            boolean scaleShift,
            Statistics statistics,
            boolean chance) {}

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (LossKind loss : LossKind.values()) {
            for (ActivationKind activation : ActivationKind.values()) {
                add(settings, loss, activation, Normalization.NONE, Placement.BEFORE, false);
                for (Normalization normalization : RandomNetworks.KINDS) {
                    for (Placement placement : Placement.values()) {
                        add(settings, loss, activation, normalization, placement, false);
                        add(settings, loss, activation, normalization, placement, true);
                    }
                }
            }
        }
        return settings;
    }

    private static void add(
            List<Setting> to, LossKind loss, ActivationKind activation, Normalization kind, Placement placement, boolean scaleShift) {
        // Noise and dropout are only ever there with the statistics of the batch.
        to.add(new Setting(loss, activation, kind, placement, scaleShift, Statistics.BATCH, true));
        for (Statistics statistics : Statistics.values()) {
            if (statistics == Statistics.BATCH || kind.overBatch()) {
                to.add(new Setting(loss, activation, kind, placement, scaleShift, statistics, false));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void agreesWithDifferences(Setting setting) {
        RandomMatrices random = new RandomMatrices(30);
        for (int rows : new int[] {2, random.between(3, 9)}) {
            int draws = 0;
            while (!checked(new Draw(setting, rows, random), 0)) {
                if (++draws == MOST_DRAWS) {
                    fail("no draw of " + rows + " rows is away from the bends");
                }
            }
        }
    }

    /** Training passes the mini-batch; with other statistics a bias in front of a normalizer has a gradient and is left alone. */
    static List<Setting> trainingSettings() {
        return settings().stream().filter(setting -> setting.statistics == Statistics.BATCH).toList();
    }

    @ParameterizedTest
    @MethodSource("trainingSettings")
    void stepsDownThePenalizedLoss(Setting setting) {
        RandomMatrices random = new RandomMatrices(31);
        int draws = 0;
        while (!checked(new Draw(setting, 5, random), 0.3)) {
            if (++draws == MOST_DRAWS) {
                fail("no draw is away from the bends");
            }
        }
    }

    /** Compares; false if the draw is no good for differences. */
    private static boolean checked(Draw draw, double l2) {
        draw.pass();
        if (draw.nearKink()) {
            return false;
        }
        draw.network.backward(draw.targets, draw.loss, draw.pass);
        Draw moved = draw.twin();
        List<DMatrixRMaj> differences = new ArrayList<>();
        for (DMatrixRMaj parameter : moved.parameters()) {
            differences.add(FiniteDifference.gradient(parameter, () -> moved.penalizedLoss(l2)));
        }
        // The first parameter, the weights farthest from the loss, has the smallest gradient.
        if (moved.crossed || FiniteDifference.flat(differences.get(0))) {
            return false;
        }
        List<DMatrixRMaj> gradients = l2 == 0 ? draw.gradients() : stepOfLengthOne(draw, l2);
        assertEquals(differences.size(), gradients.size());
        for (int i = 0; i < gradients.size(); i++) {
            FiniteDifference.assertGradient("parameter " + i, differences.get(i), gradients.get(i));
        }
        return true;
    }

    /** How far each parameter goes back in a step of gradient descent with learning rate 1. */
    private static List<DMatrixRMaj> stepOfLengthOne(Draw draw, double l2) {
        List<DMatrixRMaj> gone = draw.parameters().stream().map(DMatrixRMaj::copy).toList();
        draw.network.visit(draw.pass, new GradientDescent(1, l2, 0, false));
        List<DMatrixRMaj> now = draw.parameters();
        for (int p = 0; p < now.size(); p++) {
            for (int i = 0; i < gone.get(p).getNumElements(); i++) {
                gone.get(p).data[i] -= now.get(p).data[i];
            }
        }
        return gone;
    }

    /** A random network with a random batch. */
    private static final class Draw {
        private final Setting setting;
        private final Network network;
        private final DMatrixRMaj x;
        private final DMatrixRMaj targets;
        private final Loss loss;
        private final Pass pass;
        private Statistics statistics;
        private List<DMatrixRMaj> start;
        private boolean crossed;

        Draw(Setting setting, int rows, RandomMatrices random) {
            boolean overRows = setting.normalization == Normalization.LAYER || setting.normalization == Normalization.RMS;
            int[] sizes = overRows
                    ? new int[] {random.between(1, 4), random.between(3, 4), random.between(3, 4), random.between(2, 4)}
                    : new int[] {random.between(1, 4), random.between(1, 4), random.between(2, 3), random.between(2, 4)};
            // At batch size 2, or in a row of 2, the gradient is ε / (v + ε) of what it would be, once for each layer.
            double epsilon = rows == 2 && !overRows ? 0.5 : 1e-3;
            this.setting = setting;
            statistics = setting.statistics;
            network = RandomNetworks.network(
                    random, sizes, setting.activation, setting.normalization, setting.placement, setting.scaleShift, epsilon);
            x = random.gaussian(rows, sizes[0]);
            targets = setting.loss == LossKind.CROSS_ENTROPY ? random.oneHot(rows, sizes[3]) : random.gaussian(rows, sizes[3]);
            loss = Loss.of(setting.loss);
            pass = new Pass(network, rows);
        }

        private Draw(Draw original) {
            setting = original.setting;
            network = original.network.copy();
            x = original.x;
            targets = original.targets;
            loss = original.loss;
            pass = new Pass(network, x.numRows);
        }

        /**
         * The same with a network of its own, which remembers on which side of every bend the original stands, and holds the statistics
         * that the gradient takes for constants.
         */
        Draw twin() {
            Draw twin = new Draw(this);
            for (int i = 0; i < network.depth(); i++) {
                twin.statistics = RandomNetworks.held(twin.network.layers().get(i), pass.layers().get(i), setting.statistics);
            }
            twin.start = pass.layers().stream().map(part -> part.activationInput().copy()).toList();
            return twin;
        }

        void pass() {
            network.forward(x, statistics, setting.chance ? RandomNetworks.chance(DROPOUT) : null, pass);
        }

        boolean nearKink() {
            for (int i = 0; i < network.depth(); i++) {
                if (Kinks.near(network.layers().get(i), pass.layers().get(i))) {
                    return true;
                }
            }
            return false;
        }

        double penalizedLoss(double l2) {
            pass();
            double squares = 0;
            for (int i = 0; i < network.layers().size(); i++) {
                crossed |= i < network.depth()
                        && Kinks.crossed(setting.activation, start.get(i), pass.layers().get(i).activationInput());
                for (double weight : network.layers().get(i).dense().weights().data) {
                    squares += weight * weight;
                }
            }
            return loss.value(pass.logits(), targets) + l2 / 2 * squares;
        }

        List<DMatrixRMaj> parameters() {
            List<DMatrixRMaj> parameters = new ArrayList<>();
            for (Layer layer : network.layers()) {
                parameters.add(layer.dense().weights());
                parameters.add(layer.dense().bias());
                layer.normalizer().filter(Normalizer::scaleShift).ifPresent(normalizer -> {
                    parameters.add(normalizer.gamma());
                    parameters.add(normalizer.beta());
                });
            }
            return parameters;
        }

        List<DMatrixRMaj> gradients() {
            List<DMatrixRMaj> gradients = new ArrayList<>();
            for (int i = 0; i < network.layers().size(); i++) {
                LayerPass part = pass.layers().get(i);
                gradients.add(part.weightsGradient());
                gradients.add(part.biasGradient());
                network.layers().get(i).normalizer().filter(Normalizer::scaleShift).ifPresent(normalizer -> {
                    gradients.add(part.gammaGradient());
                    gradients.add(part.betaGradient());
                });
            }
            return gradients;
        }
    }
}
