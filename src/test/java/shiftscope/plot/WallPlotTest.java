package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.plot.RecordingSurface.Filled;
import shiftscope.session.Drift;
import shiftscope.session.LayerMetrics;
import shiftscope.session.LayerView;
import shiftscope.session.Metrics;
import shiftscope.session.Row;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

class WallPlotTest {
    private static final Palette PALETTE = Palette.LIGHT;

    private static WallLayout layout(Snapshot snapshot) {
        return WallLayout.of(850, 700, snapshot.rows().size(), PALETTE);
    }

    private static RecordingSurface draw(Snapshot snapshot, Optional<Hit> hit) {
        RecordingSurface surface = new RecordingSurface();
        WallPlot.draw(surface, snapshot, PALETTE, layout(snapshot), hit);
        return surface;
    }

    private static List<Filled> barsIn(RecordingSurface surface, Box area) {
        return surface.rectangles.stream()
                .filter(r -> r.box().centreX() > area.x() && r.box().centreX() < area.right())
                .filter(r -> r.box().bottom() > area.y() && r.box().bottom() <= area.bottom() + 1e-9)
                .toList();
    }

    /** Counted back from the heights drawn, every value of the probe is on the wall once. */
    @Test
    void nothingIsDroppedAndHeightsAreProportionalToCounts() {
        Snapshot snapshot = SampleSnapshots.usual();
        RecordingSurface surface = draw(snapshot, Optional.empty());
        for (int row = 0; row < snapshot.rows().size(); row++) {
            CountScale scale = CountScale.of(snapshot.rows().get(row));
            for (Side side : Side.values()) {
                CellLayout cell = layout(snapshot).cell(side, row);
                Histogram now = snapshot.rows().get(row).of(side).now();
                double sum = 0;
                for (Filled bar : barsIn(surface, cell.bars())) {
                    assertEquals(cell.axis(), bar.box().bottom(), 1e-9, "bars stand on the axis");
                    double count = bar.box().height() / cell.bars().height() * scale.full();
                    int bin = cell.bin(bar.box().centreX(), cell.bars().centreY(), now.bins()).orElseThrow();
                    assertEquals(now.count(bin), count, 1e-6);
                    sum += count;
                }
                long said = now.under() + now.over();
                if (now.under() > 0) {
                    assertTrue(saidIn(surface, cell.card(), "‹ " + Numbers.count(now.under())));
                }
                if (now.over() > 0) {
                    assertTrue(saidIn(surface, cell.card(), Numbers.count(now.over()) + " ›"));
                }
                assertEquals(now.under() > 0, !barsIn(surface, cell.under()).isEmpty());
                assertEquals(now.over() > 0, !barsIn(surface, cell.over()).isEmpty());
                assertEquals(now.total(), sum + said + now.nonFinite(), 1e-3);
            }
        }
    }

    private static boolean saidIn(RecordingSurface surface, Box card, String text) {
        return surface.texts.stream().anyMatch(said -> said.text().equals(text) && card.contains(said.x(), said.y()));
    }

    @Test
    void aRowSaysHowManyNumbersItShowsAndWhatTheyAre() {
        List<String> ofOne = draw(SampleSnapshots.regression(), Optional.empty()).words();
        assertTrue(ofOne.containsAll(List.of("1 input", "24 units", "1 number")), ofOne::toString);
        List<String> ofMany = draw(SampleSnapshots.usual(), Optional.empty()).words();
        assertTrue(ofMany.containsAll(List.of("64 inputs", "100 units", "10 classes")), ofMany::toString);
    }

    /** At the tap x a row shows what its layer is given, of which there are as many as the layer below has units. */
    @Test
    void atTheInputsOfALayerTheyAreCalledInputs() {
        Row output = SampleSnapshots.regression().rows().get(2);
        LayerView given = new LayerView(
                Tap.INPUT, output.a().now(), output.a().reference(), output.a().moments(), Double.NaN, Double.NaN, null);
        assertEquals("24 inputs", PlotTexts.width(new Row(2, Row.Kind.OUTPUT, 24, given, given)));
        assertEquals("1 input", PlotTexts.width(new Row(1, Row.Kind.HIDDEN, 1, given, given)));
    }

    @Test
    void theRunsOfARowAndTheirGhostsShareOneScale() {
        Snapshot snapshot = SampleSnapshots.usual();
        for (Row row : snapshot.rows()) {
            int highest = 0;
            for (Histogram histogram : List.of(row.a().now(), row.b().now(), row.a().reference(), row.b().reference())) {
                for (int i = 0; i < histogram.bins(); i++) {
                    highest = Math.max(highest, histogram.count(i));
                }
            }
            assertEquals(highest, CountScale.of(row).full());
        }
    }

    @Test
    void aToweringBinIsCutAndSaysItsShare() {
        Snapshot snapshot = SampleSnapshots.hard();
        Row rectified = snapshot.rows().get(2);
        CountScale scale = CountScale.of(rectified);
        assertTrue(scale.cut(rectified.a().now().count(0)));
        assertEquals(80, scale.height(rectified.a().now().count(0), 80));
        Box card = layout(snapshot).card(Side.A, 2);
        assertTrue(saidIn(draw(snapshot, Optional.empty()), card, Numbers.percent(rectified.a().now().share(0))));
    }

    @Test
    void theGhostIsTheOutlineOfStepZero() {
        Snapshot snapshot = SampleSnapshots.usual();
        RecordingSurface surface = draw(snapshot, Optional.empty());
        assertEquals(10, surface.polylines.size());
        CellLayout cell = layout(snapshot).cell(Side.A, 3);
        Histogram reference = snapshot.rows().get(3).a().reference();
        CountScale scale = CountScale.of(snapshot.rows().get(3));
        RecordingSurface.Drawn ghost = surface.polylines.get(6);
        assertTrue(ghost.stroke().dashed());
        for (int i = 0; i < ghost.xs().length; i++) {
            assertTrue(ghost.xs()[i] >= cell.bars().x() && ghost.xs()[i] <= cell.bars().right());
        }
        double peak = cell.axis();
        for (double y : ghost.ys()) {
            peak = Math.min(peak, y);
        }
        int highest = 0;
        for (int i = 0; i < reference.bins(); i++) {
            highest = Math.max(highest, reference.count(i));
        }
        assertEquals(scale.height(highest, cell.bars().height()), cell.axis() - peak, 1e-9);
    }

    @Test
    void whatIsNotWhatWasAskedForSaysSo() {
        Snapshot snapshot = SampleSnapshots.hard();
        RecordingSurface surface = draw(snapshot, Optional.empty());
        WallLayout layout = layout(snapshot);
        assertTrue(saidIn(surface, layout.card(Side.A, 1), "no normalizer: z shown"));
        assertTrue(saidIn(surface, layout.card(Side.B, 4), "z shown"));
        assertFalse(saidIn(surface, layout.card(Side.B, 1), "no normalizer: z shown"));
        assertTrue(saidIn(surface, layout.card(Side.A, 4), "1\u2009234 not finite"));
        assertFalse(draw(SampleSnapshots.usual(), Optional.empty()).words().stream().anyMatch(text -> text.contains("shown")));
    }

    @Test
    void everyCardHasTickLabels() {
        for (Snapshot snapshot : List.of(SampleSnapshots.usual(), SampleSnapshots.hard(), SampleSnapshots.deep(20))) {
            RecordingSurface surface = draw(snapshot, Optional.empty());
            for (int row = 0; row < snapshot.rows().size(); row++) {
                for (Side side : Side.values()) {
                    CellLayout cell = layout(snapshot).cell(side, row);
                    long labels = surface.texts.stream()
                            .filter(said -> said.y() == cell.tickBaseline() && cell.card().contains(said.x(), said.y()))
                            .filter(said -> said.style().align() == TextStyle.Align.CENTRE)
                            .count();
                    assertTrue(labels >= 2, "row " + row + " " + side + " has " + labels);
                }
            }
        }
    }

    @Test
    void smallSharesAreNotWorthAWord() {
        List<String> words = draw(SampleSnapshots.usual(), Optional.empty()).words();
        assertTrue(words.containsAll(List.of("sat 31%", "sat 78%", "sat 1%")));
        assertEquals(4, words.stream().filter(text -> text.startsWith("sat")).count(), "0.1% and NaN are left out");
    }

    @Test
    void theSpineComparesShiftsOnOneScale() {
        Snapshot snapshot = SampleSnapshots.usual();
        RecordingSurface surface = draw(snapshot, Optional.empty());
        double fullLength = layout(snapshot).spine(1).width() / 2 - 8;
        double longest = snapshot.latest().a().layers().get(2).shift();
        for (int row = 1; row < snapshot.rows().size(); row++) {
            Box spine = layout(snapshot).spine(row);
            List<Filled> bars = barsIn(surface, spine);
            assertEquals(2, bars.size());
            for (Side side : Side.values()) {
                double shift = snapshot.latest().of(side).layers().get(row - 1).shift();
                Box bar = bars.get(side.ordinal()).box();
                assertEquals(spine.centreX(), side == Side.A ? bar.right() : bar.x(), 1e-9);
                assertEquals(fullLength * Math.min(1, shift / longest), bar.width(), 1e-6, "the output alone may be cut");
                assertTrue(saidIn(surface, spine, Numbers.fixed(shift, 1) + " σ₀"));
            }
        }
        assertTrue(barsIn(surface, layout(snapshot).spine(0)).isEmpty(), "the input cannot shift");
    }

    @Test
    void aShiftWithoutEndLeavesTheOthersTheirBars() {
        Metrics usual = SampleSnapshots.usual().latest();
        Metrics moved = new Metrics(
                usual.step(), usual.learningRate(), shifted(usual.a(), Double.POSITIVE_INFINITY, 1e30, 500), shifted(usual.b(), 2, 3, 4));
        Snapshot of = SampleSnapshots.usual();
        Snapshot snapshot = new Snapshot(of.experiment(), of.dataset(), of.step(), of.batchesPerEpoch(), of.viewing(), of.rows(),
                of.history(), of.slices(), moved, of.closer(), of.proofs(), of.commands(), of.playing(), of.stepsPerSecond(),
                of.identicalAtStart(), of.divergence(), of.time(), 0);
        RecordingSurface surface = draw(snapshot, Optional.empty());
        double full = layout(snapshot).spine(1).width() / 2 - 8;
        assertEquals(full, barsIn(surface, layout(snapshot).spine(1)).get(0).box().width(), 1e-9);
        assertEquals(full, barsIn(surface, layout(snapshot).spine(2)).get(0).box().width(), 1e-9);
        assertEquals(full * 500 / 999.5, barsIn(surface, layout(snapshot).spine(3)).get(0).box().width(), 1e-9);
        assertTrue(saidIn(surface, layout(snapshot).spine(1), ">999 σ₀"));
    }

    private static RunMetrics shifted(RunMetrics run, double... shifts) {
        List<LayerMetrics> layers = new ArrayList<>(run.layers());
        for (int i = 0; i < shifts.length; i++) {
            LayerMetrics of = layers.get(i);
            layers.set(i, new LayerMetrics(new Drift(shifts[i], 1, 1, 1, 1), of.recent(), of.mean(), of.standardDeviation(), of.saturated(),
                    of.dead(), of.p15(), of.p50(), of.p85(), of.learning()));
        }
        return new RunMetrics(run.trainingLoss(), run.testLoss(), run.testAccuracy(), run.gradients(), layers);
    }

    @Test
    void theReadoutIsExact() {
        Histogram now = new Histogram(-1, 1, new int[] {1, 2, 3, 4}, 5, 10, 15);
        assertEquals(List.of("−0.500 … 0.000", "2 of 40 · 5.0%", "15.0% below"), Readout.lines(now, 1));
        assertEquals(List.of("below −1.000", "5 of 40 · 12.5%"), Readout.lines(now, -1));
        assertEquals(List.of("above 1.000", "10 of 40 · 25.0%"), Readout.lines(now, 4));
    }

    @Test
    void aHitIsReadOutInBothRuns() {
        Snapshot snapshot = SampleSnapshots.usual();
        RecordingSurface surface = draw(snapshot, Optional.of(new Hit(Side.B, 2, 31)));
        for (Side side : Side.values()) {
            for (String line : Readout.lines(snapshot.rows().get(2).of(side).now(), 31)) {
                assertTrue(saidIn(surface, layout(snapshot).card(side, 2), line), line);
            }
        }
    }

    @Test
    void theSummarySaysWhatIsSeen() {
        String summary = WallPlot.summary(SampleSnapshots.hard());
        assertTrue(summary.startsWith("Step 123\u2009000, looking at ẑ."), summary);
        assertTrue(summary.contains("Layer 1: A: mean −3.0×10⁻⁴") && summary.contains("values not finite"), summary);
    }
}
