package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.plot.RecordingSurface.Drawn;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

class LeftBehindTest {
    private static final Palette PALETTE = Palette.LIGHT;

    /** A quarter of the values in [0, 2), three quarters in [2, 4); an axis from −8 to 8 has 8 bins for each. */
    private static final DyadicHistogram SIMPLE = new DyadicHistogram(1, 0, new int[] {100, 300}, 0, 0, 0);

    private static Slice slice(long step, DyadicHistogram counts) {
        Map<Tap, DyadicHistogram> all = new EnumMap<>(Tap.class);
        Arrays.stream(Tap.values()).forEach(tap -> all.put(tap, counts));
        List<Slice.OfLayer> layers = List.of(
                new Slice.OfLayer(all, new double[7], new float[7]),
                new Slice.OfLayer(all, new double[7], new float[7]));
        return new Slice(step, layers, layers);
    }

    private static Snapshot left(long fork, Slice... slices) {
        return SampleTimes.left(SampleSnapshots.usual(), fork, List.of(slices));
    }

    private static WallLayout layout(Snapshot snapshot) {
        return WallLayout.of(850, 700, snapshot.rows().size(), PALETTE);
    }

    private static RecordingSurface draw(Snapshot snapshot) {
        RecordingSurface surface = new RecordingSurface();
        WallPlot.draw(surface, snapshot, PALETTE, layout(snapshot), Optional.empty());
        return surface;
    }

    private static List<Drawn> outlines(RecordingSurface surface) {
        return surface.polylines.stream().filter(line -> line.stroke().equals(LeftBehind.stroke(PALETTE))).toList();
    }

    private static double[] countsOf(DyadicHistogram recorded) {
        Row row = SampleSnapshots.usual().rows().get(1);
        return new LeftBehind(600, slice(1_000, recorded)).counts(row, Side.A).orElseThrow();
    }

    @Test
    void theOutlineHasTheHeightsOfTheRecordedSharesInEveryCardOfARecordedLayer() {
        Snapshot snapshot = left(600, slice(1_000, SIMPLE));
        List<Drawn> outlines = outlines(draw(snapshot));
        assertEquals(4, outlines.size(), "two layers were recorded, of two runs; the input never is");
        for (int i = 0; i < outlines.size(); i++) {
            Row row = snapshot.rows().get(1 + i / 2);
            CellLayout cell = layout(snapshot).cell(Side.values()[i % 2], row.layer());
            CountScale scale = CountScale.of(row, false, LeftBehind.of(snapshot));
            double[] ys = outlines.get(i).ys();
            double low = scale.height(SampleSnapshots.VALUES / 4.0 / 8, cell.bars().height());
            double high = scale.height(SampleSnapshots.VALUES * 3 / 4.0 / 8, cell.bars().height());
            assertEquals(cell.axis() - low, ys[1], 1e-9);
            assertEquals(cell.axis() - low, ys[ys.length / 2 - 1], 1e-9);
            assertEquals(cell.axis() - high, ys[ys.length / 2], 1e-9);
            assertEquals(cell.axis() - high, ys[ys.length - 2], 1e-9);
            assertEquals(cell.x(0, -8, 8), outlines.get(i).xs()[0], 1e-9);
            assertEquals(cell.x(4, -8, 8), outlines.get(i).xs()[outlines.get(i).xs().length - 1], 1e-9);
        }
    }

    @Test
    void narrowBinsMergeAndWideOnesAreSpread() {
        double[] narrow = countsOf(new DyadicHistogram(-3, 0, new int[] {1, 3, 4, 0}, 1, 1, 0));
        assertEquals(8_000, narrow[32]);
        assertEquals(8_000, narrow[33]);
        assertEquals(16_000, Arrays.stream(narrow).sum(), "what lay outside the recorded bins is on no axis");
        double[] wide = countsOf(new DyadicHistogram(5, -1, new int[] {1, 1}, 0, 0, 0));
        double[] even = new double[64];
        Arrays.fill(even, 20_000 / 2.0 / 32 / 4);
        assertArrayEquals(even, wide, 1e-9);
        double[] tiny = countsOf(new DyadicHistogram(-900, 0, new int[] {7}, 0, 0, 0));
        assertEquals(20_000, tiny[32], "a value that all have in common");
    }

    @Test
    void aPeakOfItLeavesWhatIsThereNowHalfItsHeight() {
        Snapshot usual = SampleSnapshots.usual();
        DyadicHistogram peak = new DyadicHistogram(-3, 0, new int[] {400}, 0, 0, 0);
        Optional<LeftBehind> left = LeftBehind.of(left(600, slice(1_000, peak)));
        Row row = usual.rows().get(1);
        double own = CountScale.of(row).full();
        CountScale scale = CountScale.of(row, false, left);
        assertEquals(2 * own, scale.full(), "what is there now keeps half its height");
        assertEquals(80, scale.height(SampleSnapshots.VALUES, 80));
        assertEquals(SampleSnapshots.VALUES, CountScale.of(row, true, left).full(), "on a logarithmic scale nothing is cut");
        assertEquals(own, CountScale.of(row, false, Optional.empty()).full());
        Optional<LeftBehind> flat = LeftBehind.of(left(600, slice(1_000, new DyadicHistogram(3, -1, new int[] {1, 1}, 0, 0, 0))));
        assertEquals(own, CountScale.of(row, false, flat).full());
    }

    @Test
    void theNearestRecordedStepNotLaterThanNowIsShown() {
        Snapshot several = left(600, slice(400, SIMPLE), slice(600, SIMPLE), slice(1_000, SIMPLE), slice(1_840, SIMPLE), slice(2_000, SIMPLE));
        assertEquals(1_840, LeftBehind.of(several).orElseThrow().slice().step());
        assertEquals(600, LeftBehind.of(several).orElseThrow().fork());
    }

    @Test
    void nothingIsDrawnNorSaidWhereNothingWasLeftBetweenTheForkAndNow() {
        Snapshot usual = SampleSnapshots.usual();
        RecordingSurface without = draw(usual);
        for (Snapshot snapshot : List.of(left(600), left(600, slice(600, SIMPLE)), left(600, slice(1_841, SIMPLE)), usual)) {
            RecordingSurface surface = draw(snapshot);
            assertEquals(List.of(), outlines(surface));
            assertEquals(without.rectangles, surface.rectangles);
            assertEquals(without.polylines.size(), surface.polylines.size());
            assertFalse(WallPlot.summary(snapshot).contains("fork"));
            assertFalse(heading(snapshot, 1_000, Heading.Outlines.START_AND_LEFT).words().toString().contains("fork"));
        }
        DyadicHistogram far = new DyadicHistogram(1, 50, new int[] {100}, 0, 0, 0);
        assertEquals(List.of(), outlines(draw(left(600, slice(1_000, far)))), "no value of it lies on the axis");
    }

    private static RecordingSurface heading(Snapshot snapshot, double width, Heading.Outlines outlines) {
        RecordingSurface surface = new RecordingSurface();
        Heading.draw(surface, snapshot, PALETTE, width, List.of(Side.values()), "y", outlines);
        return surface;
    }

    @Test
    void headingAndSummarySayWhichStepsItIsOf() {
        Snapshot snapshot = left(600, slice(1_180, SIMPLE));
        RecordingSurface wide = heading(snapshot, 1_000, Heading.Outlines.START_AND_LEFT);
        assertTrue(wide.words().containsAll(List.of("step 0", "before the fork at 600, as of step 1\u2009180")), wide.words()::toString);
        assertTrue(wide.lines.stream().anyMatch(line -> line.stroke().equals(LeftBehind.stroke(PALETTE))));
        assertTrue(heading(snapshot, 520, Heading.Outlines.START_AND_LEFT).words().contains("fork 600, as of 1\u2009180"));
        assertFalse(heading(snapshot, 1_000, Heading.Outlines.START).words().toString().contains("fork"));
        assertTrue(WallPlot.summary(snapshot).contains(
                "\nThe dotted outlines are of the future left behind at the fork at step 600, as of step 1\u2009180.\n"));
    }

    /** The two outlines of a card differ in tone, and this one is seen on bars too. */
    @ParameterizedTest
    @MethodSource("shiftscope.plot.PaletteTest#palettes")
    void itIsNotTakenForStepZero(Palette palette) {
        Stroke stroke = LeftBehind.stroke(palette);
        assertTrue(stroke.dashed());
        assertTrue(stroke.colour().contrast(palette.ghost()) > 2);
        for (Colour ground : List.of(palette.card(), palette.a(), palette.b())) {
            assertTrue(stroke.colour().contrast(ground) > 2, ground::hex);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, 0})
    void onAChosenRangeItLiesWhereTheBinsAre(double low) {
        Snapshot snapshot = left(600, slice(1_000, SIMPLE));
        WallOptions zoomed = new WallOptions(
                false, false, OptionalInt.empty(), List.of(new Viewing.Zoom(1, low, 3)));
        RecordingSurface surface = new RecordingSurface();
        WallPlot.drawCard(surface, snapshot, PALETTE, layout(snapshot), zoomed, 1, Side.A);
        CellLayout cell = layout(snapshot).cell(Side.A, 1);
        double[] xs = outlines(surface).get(0).xs();
        assertEquals(cell.x(0, low, 3), xs[0], 1e-9);
        assertEquals(cell.bars().right(), xs[xs.length - 1], 1e-9);
    }
}
