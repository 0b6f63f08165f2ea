package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Network;
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
        double[] values = OwnProbe.flat(OwnProbe.inputs(twins));
        assertEquals(Row.Kind.INPUT, row.kind());
        assertEquals(0, row.layer());
        assertEquals(2, row.units());
        assertEquals(row.a(), row.b());
        assertEquals(OwnProbe.counted(row.a().now(), values), row.a().now());
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
        Tap shown = OwnProbe.shown(now, tap, index);
        double[] values = OwnProbe.flat(OwnProbe.values(now, twins, shown, index, statistics));
        long total = Arrays.stream(view.now().counts()).sum() + view.now().under() + view.now().over() + view.now().nonFinite();

        assertEquals(shown, view.shown());
        assertEquals((long) twins.experiment().measure().probe() * row.units(), total);
        assertEquals(OwnProbe.counted(view.now(), values), view.now());
        double[] before = OwnProbe.flat(OwnProbe.values(start, twins, shown, index, Statistics.BATCH));
        assertEquals(OwnProbe.counted(view.reference(), before), view.reference());
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
        OwnForward own = new OwnForward(now, OwnProbe.inputs(twins), statistics);
        boolean hidden = index < now.depth();
        boolean before = now.layers().get(index).placement() == Placement.BEFORE;
        double[] given = OwnProbe.flat(before ? own.scaled[index] : own.z[index]);
        double share = hidden ? Arrays.stream(given).filter(y -> Math.abs(y) >= 4.357).count() / (double) given.length : Double.NaN;
        assertEquals(share, view.saturated(), 1e-12);
        assertTrue(Double.isNaN(view.dead()), "a sigmoid cannot die");
    }
}
