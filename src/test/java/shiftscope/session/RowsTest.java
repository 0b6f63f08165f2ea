package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.Histogram;

/** Nothing is faked: every count on the wall is a count over a forward pass, done here a second time by other code. */
class RowsTest {
    private static final int STEPS = 7;

    static Stream<Arguments> settings() {
        return Stream.of(Normalization.values()).flatMap(normalization -> Stream.of(Placement.values()).flatMap(placement ->
                Stream.of(Tap.values()).flatMap(tap -> Stream.of(Statistics.values()).map(statistics ->
                        Arguments.of(normalization, placement, tap, statistics)))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void countsAreThoseOfAnOwnPass(Normalization normalization, Placement placement, Tap tap, Statistics statistics) {
        Experiment small = SmallWorld.experiment();
        Experiment experiment = small.withNetwork(SmallWorld.network(ActivationKind.SIGMOID, placement))
                .withRun(Side.B, small.b().withNormalization(normalization).withStatistics(statistics));
        try (Twins twins = SmallWorld.twins(experiment)) {
            Network startA = SmallWorld.net(twins, Side.A).copy();
            Network startB = SmallWorld.net(twins, Side.B).copy();
            SmallWorld.advance(twins, STEPS);

            List<Row> rows = twins.rows(tap, new RowAxes());

            assertEquals(4, rows.size());
            assertInput(rows.get(0), twins);
            for (Row row : rows.subList(1, 4)) {
                assertSharedEdges(row);
                assertCounts(row, row.a(), tap, twins, startA, SmallWorld.net(twins, Side.A), Statistics.BATCH);
                assertCounts(row, row.b(), tap, twins, startB, SmallWorld.net(twins, Side.B), statistics);
            }
        }
    }

    private static void assertInput(Row row, Twins twins) {
        double[] values = flat(probeRows(twins));
        assertEquals(Row.Kind.INPUT, row.kind());
        assertEquals(0, row.layer());
        assertEquals(2, row.units());
        assertEquals(row.a(), row.b());
        assertEquals(counted(row.a().now(), values), row.a().now());
        assertEquals(row.a().now(), row.a().reference());
    }

    private static void assertSharedEdges(Row row) {
        Histogram first = row.a().now();
        for (Histogram other : List.of(row.a().reference(), row.b().now(), row.b().reference())) {
            assertEquals(first.low(), other.low());
            assertEquals(first.high(), other.high());
            assertEquals(first.bins(), other.bins());
        }
    }

    private static void assertCounts(
            Row row, LayerView view, Tap tap, Twins twins, Network start, Network now, Statistics statistics) {
        int index = row.layer() - 1;
        boolean normalizes = now.layers().get(index).normalizer().isPresent();
        Tap shown = tap == Tap.NORMALIZED && !normalizes ? Tap.PRE_ACTIVATION : tap;
        double[] values = values(now, twins, shown, index, statistics);
        long total = Arrays.stream(view.now().counts()).sum() + view.now().under() + view.now().over() + view.now().nonFinite();

        assertEquals(shown, view.shown());
        assertEquals((long) twins.experiment().measure().probe() * row.units(), total);
        assertEquals(counted(view.now(), values), view.now());
        assertEquals(counted(view.reference(), values(start, twins, shown, index, Statistics.BATCH)), view.reference());
        assertMoments(view, values);
        assertSaturation(view, now, twins, index, statistics);
    }

    private static void assertMoments(LayerView view, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertEquals(mean, view.moments().mean(), 1e-12);
        assertEquals(variance, view.moments().variance(), 1e-12);
    }

    /** Of what the sigmoid was given: |y| >= 4.357 is where its slope is 5 % of the steepest. */
    private static void assertSaturation(LayerView view, Network now, Twins twins, int index, Statistics statistics) {
        OwnForward own = new OwnForward(now, probeRows(twins), statistics);
        boolean hidden = index < now.depth();
        boolean before = now.layers().get(index).placement() == Placement.BEFORE;
        double[] given = flat(before ? own.scaled[index] : own.z[index]);
        double share = hidden ? Arrays.stream(given).filter(y -> Math.abs(y) >= 4.357).count() / (double) given.length : Double.NaN;
        assertEquals(share, view.saturated(), 1e-12);
        assertTrue(Double.isNaN(view.dead()), "a sigmoid cannot die");
    }

    private static double[][] probeRows(Twins twins) {
        int rows = twins.experiment().measure().probe();
        return OwnForward.rows(twins.dataset().train().inputs(), IntStream.range(0, rows).toArray());
    }

    private static double[] values(Network network, Twins twins, Tap tap, int index, Statistics statistics) {
        return tap == Tap.GRADIENT
                ? gradients(network, twins, index, statistics)
                : flat(new OwnForward(network, probeRows(twins), statistics).values(tap, index));
    }

    /** Gradients are the engine's, which has tests of its own. */
    private static double[] gradients(Network network, Twins twins, int index, Statistics statistics) {
        int rows = twins.experiment().measure().probe();
        Pass pass = new Pass(network, rows);
        int[] first = IntStream.range(0, rows).toArray();
        network.forward(new DMatrixRMaj(probeRows(twins)), statistics, pass);
        network.backward(new DMatrixRMaj(OwnForward.rows(twins.dataset().train().targets(), first)),
                Loss.of(LossKind.CROSS_ENTROPY), pass);
        DMatrixRMaj gradient = pass.layers().get(index).preActivationGradient();
        return Arrays.copyOf(gradient.data, gradient.getNumElements());
    }

    /** What a histogram with the same edges counts: {@code edge(i) <= v < edge(i + 1)}, the last bin closed. */
    private static Histogram counted(Histogram edges, double[] values) {
        int[] counts = new int[edges.bins()];
        long under = 0;
        long over = 0;
        long nonFinite = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                nonFinite++;
            } else if (value < edges.low()) {
                under++;
            } else if (value > edges.high()) {
                over++;
            } else {
                int bin = 0;
                while (bin < counts.length - 1 && value >= edges.edge(bin + 1)) {
                    bin++;
                }
                counts[bin]++;
            }
        }
        return new Histogram(edges.low(), edges.high(), counts, under, over, nonFinite);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
