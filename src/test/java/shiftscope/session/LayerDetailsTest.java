package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.measure.Histogram;
import shiftscope.session.LayerDetail.OfRun;
import shiftscope.session.LayerDetail.Spread;
import shiftscope.session.LayerDetail.Unit;

/** The layer shown large, against own passes and own sums. */
class LayerDetailsTest {
    private static final double CLOSE = 1e-12;

    private static Optional<LayerDetail> look(Twins twins, RowAxes axes, Tap tap, int layer) {
        Viewing viewing = new Viewing(tap, List.of(), layer, Optional.empty(), false, false);
        return twins.snapshot(viewing, axes, twins.latest(), false, 0).closer().layer();
    }

    static Stream<Arguments> settings() {
        return Stream.of(Normalization.values()).flatMap(normalization -> Stream.of(Placement.values()).flatMap(placement ->
                Stream.of(Statistics.values()).flatMap(statistics -> Stream.of(1, 2, 3).map(layer -> {
                    int i = normalization.ordinal() + statistics.ordinal() + layer;
                    return Arguments.of(normalization, placement, statistics, Tap.values()[i % 6], layer,
                            i % 2 == 0 ? ActivationKind.SIGMOID : ActivationKind.RELU);
                }))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyNumberIsThatOfAnOwnPass(
            Normalization normalization, Placement placement, Statistics statistics, Tap tap, int layer, ActivationKind activation) {
        Experiment small = SmallWorld.experiment();
        Experiment experiment = small.withNetwork(SmallWorld.network(activation, placement))
                .withRun(Side.B, small.b().withNormalization(normalization).withStatistics(statistics));
        try (Twins twins = SmallWorld.twins(experiment)) {
            Network[] start = {SmallWorld.net(twins, Side.A).copy(), SmallWorld.net(twins, Side.B).copy()};
            SmallWorld.advance(twins, 9);

            LayerDetail detail = look(twins, new RowAxes(), tap, layer).orElseThrow();

            assertEquals(layer, detail.layer());
            assertEquals(tap, detail.tap());
            for (Side side : Side.values()) {
                assertRun(detail.of(side), twins, side, tap, layer - 1);
                OwnForward then = new OwnForward(start[side.ordinal()], OwnProbe.inputs(twins), Statistics.BATCH);
                assertShifts(then.scaled[layer - 1], OwnProbe.pass(twins, side).scaled[layer - 1], detail.of(side).units());
            }
            assertSameEdges(detail.a().given(), detail.b().given());
            assertSameEdges(detail.a().activated(), detail.b().activated());
            assertTrue(detail.a().given().bins() >= 50 && detail.a().given().bins() < 100);
            for (Unit unit : detail.a().units()) {
                assertSameEdges(detail.b().units().get(0).now(), unit.now());
                assertTrue(unit.now().bins() >= 40 && unit.now().bins() < 80);
                assertNull(unit.brushed());
            }
        }
    }

    private static void assertRun(OfRun actual, Twins twins, Side side, Tap tap, int index) {
        Network network = SmallWorld.net(twins, side);
        boolean output = index == network.depth();
        Optional<Normalizer> normalizer = network.layers().get(index).normalizer();
        Placement placement = twins.experiment().network().placement();
        boolean after = placement == Placement.AFTER && normalizer.isPresent();
        OwnForward own = OwnProbe.pass(twins, side);
        double[][] given = after ? own.z[index] : own.scaled[index];
        Tap shown = OwnProbe.shownOfUnits(network, tap, index);

        assertEquals(output ? ActivationKind.IDENTITY : twins.experiment().network().activation(), actual.activation());
        assertEquals(placement, actual.placement());
        assertEquals(output ? Normalization.NONE : twins.experiment().run(side).normalization(), actual.normalization());
        assertEquals(normalizer.isPresent(), actual.scaleShift());
        assertEquals(shown, actual.shown());
        assertEquals(OwnProbe.counted(actual.given(), OwnProbe.flat(given)), actual.given());
        assertEquals(OwnProbe.counted(actual.activated(), OwnProbe.flat(own.activated[index])), actual.activated());

        double[][] values = OwnProbe.values(network, twins, shown, index, twins.experiment().run(side).statistics());
        double[][] normalizing = after ? own.activated[index] : own.z[index];
        assertEquals(values[0].length, actual.units().size());
        for (int unit = 0; unit < actual.units().size(); unit++) {
            Unit one = actual.units().get(unit);
            double[] column = OwnProbe.column(values, unit);
            assertEquals(OwnProbe.counted(one.now(), column), one.now());
            assertSpread(spread(column), new Spread(one.mean(), one.deviation()));
            assertSpread(spread(OwnProbe.column(normalizing, unit)), one.batch());
            assertEquals(saturated(OwnProbe.column(given, unit), actual.activation()), one.saturated());
            assertNormalizer(one, normalizer, unit, twins, network, index, after);
        }
    }

    private static Spread spread(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return new Spread(mean, Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow()));
    }

    private static void assertSpread(Spread expected, Spread actual) {
        assertEquals(expected.mean(), actual.mean(), CLOSE);
        assertEquals(expected.deviation(), actual.deviation(), CLOSE);
    }

    private static double saturated(double[] given, ActivationKind activation) {
        return switch (activation) {
            case SIGMOID -> Arrays.stream(given).filter(v -> Math.abs(v) > 4.357).count() / (double) given.length;
            case RELU -> Arrays.stream(given).filter(v -> v <= 0).count() / (double) given.length;
            default -> Double.NaN;
        };
    }

    /** The population is passed here as one batch of all training examples, whatever the run's switch says. */
    private static void assertNormalizer(
            Unit actual, Optional<Normalizer> normalizer, int unit, Twins twins, Network network, int index, boolean after) {
        assertEquals(normalizer.map(n -> n.gamma().data[unit]).orElse(Double.NaN), actual.gamma());
        assertEquals(normalizer.map(n -> n.beta().data[unit]).orElse(Double.NaN), actual.beta());
        if (normalizer.isPresent() && normalizer.get() instanceof BatchNorm batch) {
            int[] everyone = IntStream.range(0, twins.dataset().train().size()).toArray();
            OwnForward all = new OwnForward(network, OwnForward.rows(twins.dataset().train().inputs(), everyone), Statistics.BATCH);
            assertSpread(spread(OwnProbe.column((after ? all.activated : all.z)[index], unit)), actual.population());
            assertEquals(new Spread(batch.runningMean()[unit], Math.sqrt(batch.runningVariance()[unit])), actual.running());
        } else {
            assertEquals(Spread.NONE, actual.population());
            assertEquals(Spread.NONE, actual.running());
        }
    }

    private static void assertShifts(double[][] then, double[][] now, List<Unit> units) {
        double variances = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            variances += Math.pow(spread(OwnProbe.column(then, unit)).deviation(), 2) / units.size();
        }
        for (int unit = 0; unit < units.size(); unit++) {
            double[] before = Arrays.stream(OwnProbe.column(then, unit)).sorted().toArray();
            double[] after = Arrays.stream(OwnProbe.column(now, unit)).sorted().toArray();
            double moved = IntStream.range(0, before.length).mapToDouble(i -> Math.abs(after[i] - before[i])).average().orElseThrow();
            assertEquals(moved / Math.sqrt(variances), units.get(unit).shift(), CLOSE);
        }
    }

    private static void assertSameEdges(Histogram expected, Histogram actual) {
        assertEquals(expected.low(), actual.low());
        assertEquals(expected.high(), actual.high());
        assertEquals(expected.bins(), actual.bins());
    }

    @Test
    void aLayerThatDoesNotExistIsNotShown() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            RowAxes axes = new RowAxes();
            for (int layer : new int[] {-1, 0, 4, 99}) {
                assertEquals(Optional.empty(), look(twins, axes, Tap.SCALED, layer));
            }
            assertEquals(CloserLook.NONE, twins.snapshot(Viewing.of(Tap.SCALED), axes, twins.latest(), false, 0).closer());
        }
    }

    @Test
    void theAxesStayFromOneLookToTheNextAndBelongToTheLayerAndTheTap() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            RowAxes axes = new RowAxes();
            LayerDetail first = look(twins, axes, Tap.PRE_ACTIVATION, 1).orElseThrow();
            for (Side side : Side.values()) {
                double[] weights = SmallWorld.net(twins, side).layers().get(0).dense().weights().data;
                Arrays.setAll(weights, i -> 1.01 * weights[i]);
            }
            LayerDetail second = look(twins, axes, Tap.PRE_ACTIVATION, 1).orElseThrow();
            assertSameEdges(first.a().units().get(0).now(), second.a().units().get(0).now());
            assertSameEdges(first.a().given(), second.a().given());
            assertNotEquals(first.a().units(), second.a().units());

            Histogram fresh = look(twins, new RowAxes(), Tap.GRADIENT, 2).orElseThrow().a().units().get(0).now();
            assertSameEdges(fresh, look(twins, axes, Tap.GRADIENT, 2).orElseThrow().a().units().get(0).now());
        }
    }

    @Test
    void theMomentsAndTheShiftOfTheRowAreTheMeansOfItsUnits() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            SmallWorld.advance(twins, 20);
            RowAxes axes = new RowAxes();
            for (Side side : Side.values()) {
                List<Unit> units = look(twins, axes, Tap.SCALED, 2).orElseThrow().of(side).units();
                LayerMetrics metrics = twins.measure().of(side).layers().get(1);
                assertEquals(metrics.shift(), units.stream().mapToDouble(Unit::shift).average().orElseThrow(), CLOSE);
                assertEquals(metrics.mean(), units.stream().mapToDouble(Unit::mean).average().orElseThrow(), CLOSE);
            }
        }
    }

    /** One unit; eight layers of 512; a batch of two, of a probe set of two. */
    @ParameterizedTest
    @CsvSource({"1, 1, 40", "8, 512, 40", "3, 6, 2"})
    void anyShapeHasDetails(int layers, int units, int probe) {
        Integer[] hidden = new Integer[layers];
        Arrays.fill(hidden, units);
        Experiment small = SmallWorld.experiment();
        Experiment experiment = small
                .withNetwork(SmallWorld.network(ActivationKind.TANH, Placement.BEFORE, RunningConvention.PYTORCH, hidden))
                .withTraining(SmallWorld.training(0.05, 2, OptimizerKind.SGD, 0, LossKind.CROSS_ENTROPY))
                .withMeasure(new MeasureSettings(probe, 5, 0, 3, 100, false));
        try (Twins twins = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, 5);
            RowAxes axes = new RowAxes();
            for (int layer : new int[] {1, layers, layers + 1}) {
                LayerDetail detail = look(twins, axes, Tap.NORMALIZED, layer).orElseThrow();
                assertEquals(layer <= layers ? units : 2, detail.b().units().size());
                for (Unit unit : detail.b().units()) {
                    assertEquals(probe, unit.now().total());
                    assertTrue(Double.isFinite(unit.shift()) && Double.isFinite(unit.batch().deviation()));
                    assertEquals(layer <= layers, Double.isFinite(unit.population().deviation()));
                }
            }
            assertEquals(2, twins.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), twins.latest(), false, 0).slices().size());
        }
    }
}
