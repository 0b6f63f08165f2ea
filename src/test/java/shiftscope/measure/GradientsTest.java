package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RandomStream;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Seed;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Dense;
import shiftscope.engine.GradientDescent;
import shiftscope.engine.Layer;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Pass;
import shiftscope.engine.RowNorm;
import shiftscope.engine.RunningRule;

/** What must hold of {@link GradientShift} and {@link Landscape} for any network. */
class GradientsTest {
    private static final int BATCH = 12;
    private static final int[] SIZES = {4, 7, 6, 5, 3};
    private final RandomStream random = new Seed(5).data();
    private final Loss loss = Loss.of(LossKind.MEAN_SQUARED_ERROR);
    private final DMatrixRMaj x = drawn(new DMatrixRMaj(BATCH, 4), 1);
    private final DMatrixRMaj targets = drawn(new DMatrixRMaj(BATCH, 3), 1);

    static Stream<Arguments> kinds() {
        return Stream.of(Normalization.values())
                .flatMap(kind -> Stream.of(Placement.values()).map(placement -> Arguments.of(kind, placement)));
    }

    private DMatrixRMaj drawn(DMatrixRMaj matrix, double spread) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = spread * random.gaussian();
        }
        return matrix;
    }

    private Network network(Normalization kind, Placement placement) {
        return new Network(List.of(
                layer(0, ActivationKind.TANH, kind, placement),
                layer(1, ActivationKind.TANH, kind, placement),
                layer(2, ActivationKind.TANH, kind, placement),
                layer(3, ActivationKind.IDENTITY, Normalization.NONE, placement)));
    }

    private Layer layer(int index, ActivationKind activation, Normalization kind, Placement placement) {
        Dense dense = new Dense(SIZES[index], SIZES[index + 1], true);
        drawn(dense.weights(), 0.7);
        drawn(dense.bias(), 0.3);
        Layer layer = new Layer(dense, activation, placement);
        if (kind != Normalization.NONE) {
            layer.setNormalizer(normalizer(kind, SIZES[index + 1]));
        }
        return layer;
    }

    private Normalizer normalizer(Normalization kind, int units) {
        Normalizer normalizer = kind.overBatch()
                ? new BatchNorm(kind, units, 1e-5, new RunningRule(RunningAverage.EXPONENTIAL, 0.1, RunningConvention.KERAS), true)
                : new RowNorm(kind, units, 1e-5, true);
        drawn(normalizer.gamma(), 1);
        drawn(normalizer.beta(), 0.5);
        return normalizer;
    }

    private Pass passed(Network network) {
        Pass pass = new Pass(network, BATCH);
        network.forward(x, Statistics.BATCH, pass);
        network.backward(targets, loss, pass);
        return pass;
    }

    private double lossOf(Network network) {
        Pass pass = new Pass(network, BATCH);
        network.forward(x, Statistics.BATCH, pass);
        return loss.value(pass.logits(), targets);
    }

    private Network updated(Network network, double rate) {
        Network after = network.copy();
        after.visit(passed(after), new GradientDescent(rate, 0, 0, false));
        return after;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anUpdateThatMovesNothingShiftsNothing(Normalization kind, Placement placement) {
        Network network = network(kind, placement);
        GradientShift shift = new GradientShift(network, BATCH);
        shift.measure(network, updated(network, 0), x, targets, loss);
        for (int i = 0; i < 4; i++) {
            assertEquals(0, shift.difference(i));
            assertEquals(0, shift.relative(i));
            assertEquals(1, shift.cosine(i), 1e-15);
        }
    }

    /** Layer by layer, with the layers below moved one after another in a network of its own. */
    @ParameterizedTest
    @MethodSource("kinds")
    void onlyTheLayersBelowAreMoved(Normalization kind, Placement placement) {
        Network network = network(kind, placement);
        Network after = updated(network, 0.2);
        GradientShift shift = new GradientShift(network, BATCH + 3);
        long hashes = network.hash() ^ after.hash();
        shift.measure(network, after, x, targets, loss);
        Pass start = passed(network);
        Network mixed = network.copy();
        for (int i = 0; i < 4; i++) {
            DMatrixRMaj gradient = start.layers().get(i).weightsGradient();
            DMatrixRMaj moved = passed(mixed).layers().get(i).weightsGradient();
            double difference = Norm.ofDifference(moved, gradient.data);
            assertEquals(difference, shift.difference(i), 1e-14);
            assertEquals(difference / Norm.of(gradient), shift.relative(i), 1e-14);
            assertEquals(i > 0, shift.difference(i) > 1e-6);
            take(mixed.layers().get(i), after.layers().get(i));
        }
        assertEquals(hashes, network.hash() ^ after.hash());
    }

    private static void take(Layer to, Layer from) {
        to.dense().weights().setTo(from.dense().weights());
        to.dense().bias().setTo(from.dense().bias());
        if (to.normalizer().isPresent()) {
            to.normalizer().get().gamma().setTo(from.normalizer().orElseThrow().gamma());
            to.normalizer().get().beta().setTo(from.normalizer().orElseThrow().beta());
        }
    }

    @Test
    void aLayerWithoutGradientHasNoDirection() {
        Network network = network(Normalization.NONE, Placement.BEFORE);
        network.layers().get(3).dense().weights().zero();
        GradientShift shift = new GradientShift(network, BATCH);
        shift.measure(network, network, x, targets, loss);
        assertEquals(0, shift.difference(1));
        assertTrue(Double.isNaN(shift.relative(1)));
        assertTrue(Double.isNaN(shift.cosine(1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLandscapeIsTheLossAfterStepsOfGradientDescent(Normalization kind, Placement placement) {
        Network network = network(kind, placement);
        Landscape landscape = new Landscape(network, BATCH, 0.5, 1, 4);
        long hash = network.hash();
        landscape.measure(network, x, targets, loss, 0.05);
        assertEquals(hash, network.hash());
        assertEquals(lossOf(updated(network, 0.025)), landscape.loss(0), 1e-13);
        assertEquals(lossOf(updated(network, 0.05)), landscape.loss(1), 1e-13);
        assertEquals(lossOf(updated(network, 0.2)), landscape.loss(2), 1e-13);
        assertTrue(landscape.leastLoss() <= landscape.mostLoss());
    }

    /** d loss / d step = −‖gradient‖² at the start, by central differences; nothing moves between the measurements. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theLossFallsBySquareOfTheGradient(Normalization kind, Placement placement) {
        Network network = network(kind, placement);
        if (kind == Normalization.CONSTANT_BATCH) {
            // Its gradient is not that of the loss: that is what it is for.
            return;
        }
        Landscape landscape = new Landscape(network, BATCH, 1e-4, -1e-4);
        landscape.measure(network, x, targets, loss, 1);
        double norm = landscape.gradientChange(0) / (landscape.smoothness(0) * 1e-4);
        assertEquals(-norm * norm, (landscape.loss(0) - landscape.loss(1)) / 2e-4, 1e-4 * norm * norm);
    }

    @Test
    void aRateOfZeroGoesNowhere() {
        Network network = network(Normalization.BATCH, Placement.BEFORE);
        Landscape landscape = new Landscape(network, BATCH, 0.5, 4);
        landscape.measure(network, x, targets, loss, 0);
        assertEquals(lossOf(network), landscape.leastLoss());
        assertEquals(lossOf(network), landscape.mostLoss());
        assertEquals(0, landscape.largestGradientChange());
        assertTrue(Double.isNaN(landscape.effectiveSmoothness()));
    }

    @Test
    void aLandscapeNeedsAPlace() {
        Network network = network(Normalization.NONE, Placement.BEFORE);
        assertThrows(IllegalArgumentException.class, () -> new Landscape(network, BATCH));
    }
}
