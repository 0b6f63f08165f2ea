package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Side;
import shiftscope.session.Snapshot;

class WallLayoutTest {
    static Stream<WallLayout> layouts() {
        List<WallLayout> layouts = new ArrayList<>();
        for (Palette palette : List.of(Palette.LIGHT, Palette.PROJECTOR)) {
            for (double width : new double[] {320, 560, 850, 1_813.5}) {
                for (double height : new double[] {100, 520, 700, 1_001}) {
                    for (int rows : new int[] {1, 5, 22}) {
                        layouts.add(WallLayout.of(width, height, rows, palette));
                    }
                }
            }
        }
        return layouts.stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void nothingOverlapsAndAllIsInside(WallLayout layout) {
        List<Box> boxes = new ArrayList<>();
        for (int row = 0; row < layout.rows(); row++) {
            boxes.add(layout.card(Side.A, row));
            boxes.add(layout.card(Side.B, row));
            boxes.add(layout.spine(row));
        }
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertTrue(box.x() >= 0 && box.y() >= 0 && box.right() <= layout.width() + 1e-9, box::toString);
            assertTrue(box.bottom() <= layout.drawnHeight() + 1e-9, box::toString);
            for (Box other : boxes.subList(0, i)) {
                boolean apart = box.x() >= other.right() - 1e-9
                        || other.x() >= box.right() - 1e-9
                        || box.y() >= other.bottom() - 1e-9
                        || other.y() >= box.bottom() - 1e-9;
                assertTrue(apart, () -> box + " overlaps " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void rowsFillTheHeightUnlessThatIsTooLittle(WallLayout layout) {
        assertTrue(layout.drawnHeight() >= layout.height() - 1e-9);
        assertTrue(layout.rowHeight() >= 76 * layout.typeScale());
        assertTrue(layout.cell(Side.A, 0).bars().height() > 25 * layout.typeScale());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void partsOfACellAreInOrder(WallLayout layout) {
        CellLayout cell = layout.cell(Side.B, layout.rows() - 1);
        assertTrue(cell.card().x() < cell.under().x() && cell.under().right() < cell.bars().x());
        assertTrue(cell.bars().right() < cell.over().x() && cell.over().right() < cell.card().right());
        assertTrue(cell.labelBaseline() < cell.bars().y() && cell.axis() < cell.momentsY());
        assertTrue(cell.momentsY() < cell.tickBaseline() && cell.tickBaseline() < cell.card().bottom());
    }

    @Test
    void theLeastHeightIsWhatItSays() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.PROJECTOR)) {
            double least = WallLayout.leastHeight(5, palette);
            assertEquals(least, WallLayout.of(600, least, 5, palette).drawnHeight(), 1e-9);
            assertEquals(least, WallLayout.of(600, 10, 5, palette).drawnHeight(), 1e-9);
        }
    }

    @Test
    void theSpineIsAsWideAsItSays() {
        WallLayout layout = WallLayout.of(850, 700, 5, Palette.PROJECTOR);
        assertEquals(
                WallLayout.spineWidth(Palette.PROJECTOR), layout.card(Side.B, 0).x() - layout.card(Side.A, 0).right(), 1e-9);
    }

    private static Optional<Hit> hit(WallLayout layout, Snapshot snapshot, double x, double y) {
        return new NowScene(snapshot, Palette.LIGHT, layout, WallOptions.PLAIN).pointedAt(x, y);
    }

    /** What a point hits is what was drawn there: the column of every bin is found at its left edge, middle and right edge. */
    @Test
    void everyDrawnColumnIsHit() {
        Snapshot snapshot = SampleSnapshots.usual();
        for (double width : new double[] {333, 560, 850, 1_813.5}) {
            WallLayout layout = WallLayout.of(width, 700, snapshot.rows().size(), Palette.LIGHT);
            for (int row = 0; row < snapshot.rows().size(); row++) {
                for (Side side : Side.values()) {
                    CellLayout cell = layout.cell(side, row);
                    int bins = snapshot.rows().get(row).of(side).now().bins();
                    for (int bin = -1; bin <= bins; bin++) {
                        Box column = cell.column(bin, bins);
                        Optional<Hit> expected = Optional.of(new Hit(side, row, bin));
                        double y = column.centreY();
                        assertEquals(expected, hit(layout, snapshot, column.x() + 1e-6, y));
                        assertEquals(expected, hit(layout, snapshot, column.centreX(), y));
                        assertEquals(expected, hit(layout, snapshot, column.right() - 1e-6, y));
                    }
                }
            }
        }
    }

    @Test
    void outsideTheBarsNothingIsHit() {
        Snapshot snapshot = SampleSnapshots.usual();
        WallLayout layout = WallLayout.of(850, 700, snapshot.rows().size(), Palette.LIGHT);
        Box spine = layout.spine(1);
        assertEquals(Optional.empty(), hit(layout, snapshot, spine.centreX(), spine.centreY()));
        assertEquals(Optional.empty(), hit(layout, snapshot, 100, layout.cell(Side.A, 1).tickBaseline()));
        assertEquals(Optional.empty(), hit(layout, snapshot, 100, -5));
        assertEquals(Optional.empty(), hit(layout, snapshot, 100, 5_000));
    }

    @Test
    void aRowIsFoundByItsHeight() {
        WallLayout layout = WallLayout.of(850, 700, 5, Palette.LIGHT);
        for (int row = 0; row < 5; row++) {
            assertEquals(OptionalInt.of(row), layout.row(layout.card(Side.A, row).y() + 1));
            assertEquals(OptionalInt.of(row), layout.row(layout.card(Side.A, row).bottom() - 1));
        }
        assertEquals(OptionalInt.empty(), layout.row(layout.card(Side.A, 0).bottom() + 1));
        assertEquals(OptionalInt.empty(), layout.row(-1));
        assertEquals(OptionalInt.empty(), layout.row(701));
    }
}
