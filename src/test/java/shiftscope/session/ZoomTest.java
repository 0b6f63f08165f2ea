package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.Viewing.Zoom;

class ZoomTest {
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

    private List<Row> rows(Zoom... zooms) {
        Viewing viewing = new Viewing(Tap.SCALED, List.of(zooms), 0, Optional.empty(), false, false);
        return twins.snapshot(viewing, axes, twins.latest(), false, 0).rows();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aZoomedRowIsCountedInExactlyThatRangeAndNoOtherRowMoves(int zoomed) {
        List<Row> before = rows();
        List<Row> rows = rows(new Zoom(zoomed, -0.31, 0.4));
        double[][] values = zoomed == 0 ? OwnProbe.inputs(twins) : null;

        for (Side side : Side.values()) {
            double[][] own = zoomed == 0 ? values : OwnProbe.pass(twins, side).scaled[zoomed - 1];
            Histogram now = rows.get(zoomed).of(side).now();
            assertEquals(-0.31, now.low());
            assertEquals(0.4, now.high());
            assertTrue(now.bins() >= 60 && now.bins() <= 100, now::toString);
            assertEquals(OwnProbe.counted(now, OwnProbe.flat(own)), now);
            assertTrue(now.under() > 0 && now.over() > 0, now::toString);
            Histogram reference = rows.get(zoomed).of(side).reference();
            assertEquals(now.bins(), reference.bins());
            assertEquals(now.low(), reference.low());
            assertEquals(now.high(), reference.high());
            assertEquals(now.total(), reference.total());
        }
        for (int row = 0; row < 4; row++) {
            if (row != zoomed) {
                assertEquals(before.get(row), rows.get(row));
            } else {
                assertNotEquals(before.get(row), rows.get(row));
                assertEquals(before.get(row).a().moments(), rows.get(row).a().moments());
            }
        }
        assertEquals(before, rows(), "back where it was");
    }

    @Test
    void everyRowMayHaveItsOwnAndTheFirstOfTwoCounts() {
        List<Row> rows = rows(new Zoom(1, 0, 1), new Zoom(2, -1, 0), new Zoom(1, 5, 6));

        assertEquals(1, rows.get(1).a().now().high());
        assertEquals(0, rows.get(2).b().now().high());
    }

    @Test
    void aZoomOfARowThatDoesNotExistIsIgnored() {
        assertEquals(rows(), rows(new Zoom(4, 0, 1), new Zoom(99, 0, 1), new Zoom(-1, 0, 1)));
    }

    @Test
    void aRangeWhereNothingIsHoldsNothing() {
        Histogram now = rows(new Zoom(2, 1e6, 2e6)).get(2).a().now();

        assertEquals(200, now.under());
        assertEquals(200, now.total());
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Zoom(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Zoom(0, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Zoom(0, 0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Zoom(0, -1e308, 1e308), "their distance is no number");
    }
}
