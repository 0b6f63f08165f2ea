package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.measure.Histogram;
import shiftscope.plot.RecordingSurface.Drawn;
import shiftscope.plot.RecordingSurface.Grid;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** Ridges, heat maps, percentiles, and the axes they stand on. */
class OverTimeTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final Snapshot USUAL = SampleSlices.usual();
    private static final WallLayout LAYOUT = WallLayout.of(1040, 800, 4, PALETTE);

    private static RecordingSurface draw(WallScene scene) {
        RecordingSurface surface = new RecordingSurface();
        scene.draw(surface, -1, -1);
        return surface;
    }

    private static List<Drawn> in(List<Drawn> drawn, Box area) {
        return drawn.stream().filter(one -> area.contains(one.xs()[0], one.ys()[0] - 1e-6)).toList();
    }

    @Test
    void binsKeepEveryValueWhateverTheirWidth() {
        for (Slice slice : SampleSlices.hard().slices()) {
            for (int layer = 1; layer <= 4; layer++) {
                DyadicHistogram histogram = Slices.counts(slice, Side.A, layer, Tap.SCALED).orElseThrow();
                for (ValueRange range : List.of(new ValueRange(-1, 2), new ValueRange(-1e-4, 3e-4), new ValueRange(-1e6, 2e5))) {
                    ValueBins bins = ValueBins.over(range);
                    assertTrue(bins.bins() >= 60 && bins.bins() <= 122, bins::toString);
                    ValueBins.Counts counts = bins.counts(histogram);
                    double all = Arrays.stream(counts.inside()).sum() + counts.under() + counts.over() + histogram.nonFinite();
                    assertEquals(histogram.total(), all, 1e-6);
                }
            }
        }
    }

    /** Counted back from their outlines, ridges hold what was recorded, the newest last and lowest, and both runs on one scale. */
    @Test
    void ridgesAreCountsTheNewestInFront() {
        RecordingSurface surface = draw(new RidgesPlot(USUAL, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges()));
        for (int i = 0; i < 4; i++) {
            List<Double> perPixel = new ArrayList<>();
            for (Side side : Side.values()) {
                List<Drawn> ridges = in(surface.polygons, LAYOUT.card(side, i));
                assertTrue(ridges.size() >= 8 && ridges.size() <= 20, "ridges: " + ridges.size());
                double above = 0;
                for (Drawn ridge : ridges) {
                    double base = ridge.ys()[ridge.ys().length - 1];
                    assertEquals(base, ridge.ys()[0], 1e-9);
                    assertTrue(base > above, "newer ridges stand lower");
                    above = base;
                }
                assertEquals(CellLayout.ofRidges(LAYOUT.card(side, i), 1).axis(), above, 1e-9);
                Drawn newest = ridges.get(ridges.size() - 1);
                double height = Arrays.stream(newest.ys()).map(y -> newest.ys()[0] - y).sum();
                DyadicHistogram counted = Slices.counts(USUAL.slices().get(92), side, i + 1, Tap.SCALED).orElseThrow();
                perPixel.add(counted.total() / height);
            }
            assertEquals(perPixel.get(0), perPixel.get(1), 0.08 * perPixel.get(0), "one scale, up to the few values outside");
        }
    }

    @Test
    void ridgesStandAtRoundStepsAndTheNewest() {
        List<Slice> chosen = Slices.spread(USUAL.slices(), 20);
        assertTrue(chosen.size() >= 8 && chosen.size() <= 20);
        assertEquals(0, chosen.get(0).step());
        assertSame(USUAL.slices().get(92), chosen.get(chosen.size() - 1));
        for (Slice slice : chosen.subList(0, chosen.size() - 1)) {
            assertEquals(0, slice.step() % 100);
        }
        assertEquals(USUAL.slices().subList(0, 5), Slices.spread(USUAL.slices().subList(0, 5), 20));
    }

    @Test
    void cellsAreColouredWhereThereAreCounts() {
        HeatMapPlot plot = new HeatMapPlot(USUAL, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges());
        RecordingSurface surface = draw(plot);
        RowOverTime row = RowOverTime.of(
                WallScene.overTime(USUAL).get(0), Tap.SCALED, USUAL.slices(), Slices.spread(USUAL.slices(), 20), WallOptions.PLAIN, new HeldRanges());
        Grid cells = surface.grids.get(0);
        int columns = USUAL.slices().size();
        assertEquals(columns + 1, cells.xs().length);
        assertEquals(row.bins().bins() + 1, cells.ys().length);
        for (int column = 0; column < columns; column++) {
            double[] inside = row.a().get(column).orElseThrow().inside();
            for (int bin = 0; bin < inside.length; bin++) {
                int colour = cells.argb()[(inside.length - 1 - bin) * columns + column];
                assertEquals(inside[bin] > 0, colour != 0, "bin " + bin + " of column " + column);
            }
            double width = cells.xs()[column + 1] - cells.xs()[column];
            assertEquals(cells.xs()[1] - cells.xs()[0], width, 0.01, "the steps are equally far apart");
        }
    }

    @Test
    void theRampGoesEvenlyFromTheCardToTheRun() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.PROJECTOR)) {
            for (Side side : Side.values()) {
                assertEquals(palette.card(), palette.card().towards(palette.of(side), 0));
                assertEquals(palette.of(side), palette.card().towards(palette.of(side), 1));
                double before = 1;
                for (double t = 0.1; t <= 1; t += 0.1) {
                    double contrast = palette.card().contrast(palette.card().towards(palette.of(side), t));
                    assertTrue(contrast > before, "more is stronger, also without hue");
                    before = contrast;
                }
            }
        }
    }

    @Test
    void aRangeStaysUntilValuesNeedMoreRoomOrLessThanHalf() {
        HeldRanges ranges = new HeldRanges();
        ValueRange first = ranges.hold("v", 1, Tap.SCALED, -1, 1);
        assertTrue(first.low() < -1 && first.high() > 1);
        assertSame(first, ranges.hold("v", 1, Tap.SCALED, -0.7, 1.05));
        assertSame(first, ranges.hold("v", 1, Tap.SCALED, Double.NaN, Double.NaN));
        assertNotEquals(first, ranges.hold("v", 1, Tap.SCALED, -1, 2));
        assertTrue(ranges.hold("v", 1, Tap.SCALED, 0, 0.3).width() < 0.5);
        assertEquals(new ValueRange(-0.5, 0.5), ranges.hold("v", 2, Tap.SCALED, 0, 0));
        ranges.clear();
        assertEquals(new ValueRange(-1, 1), ranges.hold("v", 1, Tap.SCALED, Double.NaN, Double.NaN));
    }

    @Test
    void aSliceFarOutLeavesTheOthersTheirRoom() {
        Snapshot hard = SampleSlices.hard();
        double[] range = Slices.robustRange(hard.slices(), 3, Tap.SCALED);
        assertTrue(range[1] - range[0] < 2e6, "from " + range[0] + " to " + range[1]);
        long outside = hard.slices().stream()
                .map(slice -> Slices.counts(slice, Side.A, 3, Tap.SCALED).orElseThrow())
                .filter(histogram -> histogram.high() > 1e10)
                .count();
        assertTrue(outside > 0, "the sample has such a slice");
    }

    @Test
    void aChosenRangeIsShownBeforeItIsCounted() {
        Row row = USUAL.rows().get(2);
        CellAxis axis = new CellAxis(LAYOUT.cell(Side.A, 1), row.a().now(), new ValueRange(-2.05, 3.3));
        Histogram now = row.a().now();
        long inside = 0;
        for (int bin = 0; bin < now.bins(); bin++) {
            inside += axis.shows(bin) ? now.count(bin) : 0;
            assertTrue(axis.edge(bin) >= axis.cell().bars().x() && axis.edge(bin) <= axis.cell().bars().right());
        }
        assertEquals(now.total(), inside + axis.under(now) + axis.over(now) + now.nonFinite());
        int middle = axis.bin(axis.x(0.01), axis.cell().bars().centreY());
        assertTrue(now.edge(middle) <= 0.01 && now.edge(middle + 1) > 0.01);
    }

    @Test
    void zoomingKeepsTheValueAtTheMouseAndDraggingTheWidth() {
        ValueAxis axis = new ValueAxis(2, new LinearScale(-4, 4, 100, 500), false);
        Viewing.Zoom near = axis.zoomed(200, 0.5);
        assertEquals(-2, new LinearScale(near.low(), near.high(), 100, 500).valueAt(200), 1e-12);
        assertEquals(4, near.high() - near.low(), 1e-12);
        Viewing.Zoom moved = axis.dragged(50);
        assertEquals(-5, moved.low(), 1e-12);
        assertEquals(3, moved.high(), 1e-12);
        ValueAxis upwards = new ValueAxis(2, new LinearScale(-4, 4, 500, 100), true);
        assertEquals(-3, upwards.dragged(50).low(), 1e-12, "dragged down, larger values come into sight");
        assertEquals(new Viewing.Zoom(2, -4, 4), axis.zoomed(200, 1e-9), "no range without bins of its own");
        assertEquals(new Viewing.Zoom(2, -4, 4), axis.zoomed(200, 1e40));
    }

    @Test
    void logarithmicHeightsCutNothing() {
        Row rectified = SampleSnapshots.hard().rows().get(2);
        CountScale scale = CountScale.of(rectified, true);
        assertEquals(0, scale.height(0, 80));
        assertTrue(scale.height(1, 80) > 3);
        for (int bin = 0; bin < rectified.a().now().bins(); bin++) {
            assertTrue(!scale.cut(rectified.a().now().count(bin)));
        }
    }

    @Test
    void aChosenRangeIsTheAxisOfBothRunsOfItsRow() {
        WallOptions zoomed = new WallOptions(false, false, OptionalInt.empty(), List.of(new Viewing.Zoom(2, 0.25, 1.5)));
        for (WallScene scene : List.of(
                WallScene.ridges(USUAL, PALETTE, LAYOUT, zoomed, new HeldRanges()),
                WallScene.heatMap(USUAL, PALETTE, LAYOUT, zoomed, new HeldRanges()),
                WallScene.percentiles(USUAL, PALETTE, LAYOUT, zoomed, new HeldRanges()))) {
            for (Side side : Side.values()) {
                Box card = LAYOUT.card(side, 1);
                ValueAxis axis = scene.axisAt(card.centreX(), card.centreY()).orElseThrow();
                assertEquals(2, axis.row());
                assertEquals(0.25, axis.scale().low());
                assertEquals(1.5, axis.scale().high());
            }
            Box other = LAYOUT.card(Side.A, 2);
            assertNotEquals(0.25, scene.axisAt(other.centreX(), other.centreY()).orElseThrow().scale().low());
            assertEquals(Optional.empty(), scene.axisAt(LAYOUT.spine(1).centreX(), 100));
        }
    }

    @Test
    void percentilesAreOfYAndSaySo() {
        Viewing other = Viewing.of(Tap.ACTIVATION);
        Snapshot snapshot = SampleSlices.with(USUAL, other, USUAL.slices());
        WallScene scene = WallScene.percentiles(snapshot, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges());
        assertEquals(8, draw(scene).words().stream().filter("y shown"::equals).count());
        Box card = LAYOUT.card(Side.A, 1);
        assertEquals(Optional.empty(), scene.axisAt(card.centreX(), card.centreY()), "the range chosen is one of a");
        WallOptions unit = new WallOptions(false, true, OptionalInt.of(50), List.of());
        List<String> words = draw(WallScene.percentiles(USUAL, PALETTE, LAYOUT, unit, new HeldRanges())).words();
        assertEquals(6, words.stream().filter("unit 50"::equals).count());
        assertEquals(2, words.stream().filter("no unit 50, only 0 to 9"::equals).count(), "the output has ten");
    }

    @Test
    void whereNothingIsRecordedTheViewsSayWhatTheyWaitFor() {
        Snapshot none = SampleSlices.none();
        for (WallScene scene : List.of(
                WallScene.ridges(none, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges()),
                WallScene.heatMap(none, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges()),
                WallScene.percentiles(none, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges()))) {
            assertEquals(8, draw(scene).words().stream().filter("comes with the first recorded steps"::equals).count());
            assertEquals(Optional.empty(), scene.pointedAt(200, 100));
            assertTrue(scene.summary().endsWith("comes with the first recorded steps."), scene::summary);
        }
    }

    @Test
    void theNumbersAtTheMouseAreThoseRecorded() {
        WallScene scene = WallScene.ridges(USUAL, PALETTE, LAYOUT, WallOptions.PLAIN, new HeldRanges());
        CellLayout cell = CellLayout.ofRidges(LAYOUT.card(Side.A, 0), 1);
        RecordingSurface surface = new RecordingSurface();
        scene.draw(surface, cell.bars().centreX(), cell.axis() - 1);
        List<String> words = surface.words();
        assertEquals(2, words.stream().filter(("step " + Numbers.count(1_840))::equals).count());
        assertEquals(2, words.stream().filter(text -> text.contains(" of " + Numbers.count(SampleSlices.VALUES) + " · ")).count());
        assertTrue(scene.summary().contains("Layer 3: A: median"), scene::summary);
    }
}
