package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Network;
import shiftscope.measure.Histogram;
import shiftscope.session.Viewing.Brush;
import shiftscope.session.Viewing.Zoom;

class BrushTest {
    private final Twins twins = SmallWorld.twins(SmallWorld.experiment());
    private final RowAxes axes = new RowAxes();

    @BeforeEach
    void train() {
        SmallWorld.advance(twins, 12);
    }

    @AfterEach
    void close() {
        twins.close();
    }

    private Snapshot snapshot(Tap tap, Brush brush) {
        Viewing viewing = new Viewing(tap, List.of(new Zoom(3, -0.5, 0.5)), brush.layer(), Optional.of(brush), false, false);
        return twins.snapshot(viewing, axes, twins.latest(), false, 0);
    }

    /** The examples of one bar are pointed out in every layer of both runs, whichever quantity is looked at. */
    @ParameterizedTest
    @EnumSource(Tap.class)
    void theExamplesOfABarAreCountedEverywhere(Tap tap) {
        Brush none = new Brush(Side.B, 2, 3, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        Histogram unit = snapshot(tap, none).closer().layer().orElseThrow().b().units().get(3).now();
        int tried = 0;
        int seen = 0;
        for (int bar = 0; bar < unit.bins(); bar++) {
            if (unit.count(bar) == 0) {
                continue;
            }
            Brush brush = new Brush(Side.B, 2, 3, unit.edge(bar), unit.edge(bar + 1));
            Snapshot snapshot = snapshot(tap, brush);
            int[] rows = rowsOf(brush, unitValues(tap, Side.B, 2));
            assertEquals(unit.count(bar), rows.length);
            assertBrushed(snapshot, tap, rows);
            assertEquals(unit.count(bar), snapshot.closer().layer().orElseThrow().b().units().get(3).brushed().count(bar));
            tried++;
            seen += rows.length;
        }
        assertTrue(tried > 1, "one bar only");
        assertEquals(unit.total() - unit.under() - unit.over(), seen);
    }

    private double[][] values(Tap tap, Side side, int layer) {
        Network network = SmallWorld.net(twins, side);
        return OwnProbe.values(network, twins, OwnProbe.shown(network, tap, layer - 1), layer - 1, Statistics.BATCH);
    }

    private double[][] unitValues(Tap tap, Side side, int layer) {
        Network network = SmallWorld.net(twins, side);
        return OwnProbe.values(network, twins, OwnProbe.shownOfUnits(network, tap, layer - 1), layer - 1, Statistics.BATCH);
    }

    private static int[] rowsOf(Brush brush, double[][] values) {
        double most = Arrays.stream(OwnProbe.column(values, brush.unit())).max().orElseThrow();
        return IntStream.range(0, values.length)
                .filter(row -> brush.low() <= values[row][brush.unit()])
                .filter(row -> values[row][brush.unit()] < brush.high() || most == brush.high() && values[row][brush.unit()] == most)
                .toArray();
    }

    private void assertBrushed(Snapshot snapshot, Tap tap, int[] rows) {
        double[] inputs = OwnProbe.flat(OwnProbe.picked(OwnProbe.inputs(twins), rows));
        for (Side side : Side.values()) {
            LayerView input = snapshot.rows().get(0).of(side);
            assertEquals(OwnProbe.counted(input.now(), inputs), input.brushed());
            for (int layer = 1; layer <= 3; layer++) {
                LayerView view = snapshot.rows().get(layer).of(side);
                double[] picked = OwnProbe.flat(OwnProbe.picked(values(tap, side, layer), rows));
                assertEquals(OwnProbe.counted(view.now(), picked), view.brushed());
            }
        }
    }

    @Test
    void theUpperEndIsIncludedOnlyWhereItIsTheLargestValue() {
        double[] unit = OwnProbe.column(values(Tap.ACTIVATION, Side.A, 1), 2);
        double[] sorted = Arrays.stream(unit).sorted().toArray();
        LayerView all = snapshot(Tap.ACTIVATION, new Brush(Side.A, 1, 2, sorted[30], sorted[39])).rows().get(1).a();
        LayerView butOne = snapshot(Tap.ACTIVATION, new Brush(Side.A, 1, 2, sorted[30], sorted[38])).rows().get(1).a();

        assertEquals(10 * 6, all.brushed().total());
        assertEquals(8 * 6, butOne.brushed().total());
    }

    static Stream<Brush> nothing() {
        return Stream.of(
                new Brush(Side.A, 0, 0, -9, 9),
                new Brush(Side.A, 4, 0, -9, 9),
                new Brush(Side.B, -1, 0, -9, 9),
                new Brush(Side.B, 1, 6, -9, 9),
                new Brush(Side.B, 2, 5, -9, 9),
                new Brush(Side.B, 2, -1, -9, 9),
                new Brush(Side.A, 2, 1, 50, 60),
                new Brush(Side.A, 2, 1, 1, -1),
                new Brush(Side.A, 2, 1, Double.NaN, 1));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void whatDoesNotExistPointsOutNothing(Brush brush) {
        Snapshot snapshot = snapshot(Tap.SCALED, brush);

        for (Row row : snapshot.rows()) {
            assertNull(row.a().brushed());
            assertNull(row.b().brushed());
        }
        snapshot.closer().layer().ifPresent(layer -> assertNull(layer.a().units().get(0).brushed()));
    }
}
