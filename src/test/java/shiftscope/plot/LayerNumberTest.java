package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.plot.RecordingSurface.Drawn;
import shiftscope.session.Drift;
import shiftscope.session.GradientProbe;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Learning;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;

class LayerNumberTest {
    private static final Box BOX = new Box(10, 20, 270, 130);
    private static final Palette PALETTE = Palette.LIGHT;
    private static final int PROBED_FROM = 20;

    private static CurvePlot plot(Snapshot s, LayerNumber number, int layer) {
        return CurvePlot.number(number, s.history(), s.latest(), s.commands(), layer);
    }

    private static RecordingSurface draw(CurvePlot plot, Optional<Reading> reading) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, BOX, PALETTE, reading);
        return surface;
    }

    /** Every number of an invented run is another, so that none can be taken for its neighbour. */
    @Test
    void eachReadsWhatItSays() {
        LayerMetrics layer = new LayerMetrics(new Drift(1, 2, 3, 4, 5), new Drift(6, -1, -1, -1, -1), -1, -1, 7, 8, -1, -1, -1,
                new Learning(9, -1, 10, 11));
        GradientProbe probe = new GradientProbe(List.of(new GradientProbe.Ics(12, 13, 14)), -1, 15, 16, 17);
        RunMetrics run = new RunMetrics(-1, -1, -1, Optional.of(probe), List.of(layer));
        for (LayerNumber number : LayerNumber.values()) {
            double expected = List.of(1, 6, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17).get(number.ordinal());
            assertEquals(expected, number.of(run, 1), number.name());
        }
        assertEquals(-1, LayerNumber.LOSS_RANGE.low(run));
        assertTrue(Double.isNaN(LayerNumber.SMOOTHNESS.low(run)));
    }

    @ParameterizedTest
    @EnumSource(LayerNumber.class)
    void whatWasNotMeasuredIsNoNumber(LayerNumber number) {
        RunMetrics nothing = new RunMetrics(1, 1, 1, Optional.empty(), List.of());
        assertTrue(Double.isNaN(number.of(nothing, 1)));
        assertTrue(Double.isNaN(number.of(nothing, 0)));
        boolean probed = Set.of(LayerNumber.ICS, LayerNumber.ICS_RELATIVE, LayerNumber.ICS_COSINE, LayerNumber.LOSS_RANGE,
                LayerNumber.PREDICTIVENESS, LayerNumber.SMOOTHNESS).contains(number);
        assertEquals(probed, number.probed());
        Snapshot unprobed = SampleSnapshots.usual();
        assertEquals(probed || number == LayerNumber.DEAD, plot(unprobed, number, 2).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(LayerNumber.class)
    void onlyNumbersOfALayerNameIt(LayerNumber number) {
        Snapshot s = SampleNumbers.probed(0);
        String third = plot(s, number, 3).title();
        assertEquals(number.perLayer(), third.endsWith("layer 3"), third);
        assertEquals(number.perLayer(), plot(s, number, 4).title().endsWith("the output"));
    }

    @Test
    void allTitlesDiffer() {
        Snapshot s = SampleNumbers.probed(0);
        Set<String> titles = new HashSet<>();
        for (LayerNumber number : LayerNumber.values()) {
            titles.add(plot(s, number, 2).title());
        }
        assertEquals(LayerNumber.values().length, titles.size());
    }

    @Test
    void probesThatBeganLateLeaveAGapBefore() {
        Snapshot s = SampleNumbers.probed(PROBED_FROM);
        List<Drawn> lines = draw(plot(s, LayerNumber.ICS, 2), Optional.empty()).polylines;
        assertEquals(2, lines.size());
        double first = 10 + 38 + (270 - 38 - 60) * s.history().get(PROBED_FROM).step() / (double) s.step();
        assertEquals(first, lines.get(0).xs()[0], 1e-9);
        assertEquals(first, lines.get(1).xs()[0], 1e-9);
    }

    @Test
    void theUsualUpdateIsALabelledDashedLineWhereItsValueStands() {
        Snapshot s = SampleSnapshots.usual();
        RecordingSurface surface = draw(plot(s, LayerNumber.UPDATE_RATIO, 1), Optional.empty());
        List<Drawn> dashed = surface.lines.stream().filter(line -> line.stroke().dashed()).toList();
        assertEquals(1, dashed.size());
        double at = dashed.get(0).ys()[0];
        double grid = surface.texts.stream().filter(said -> said.text().equals("−3.0")).findFirst().orElseThrow().y();
        assertEquals(at, grid, 5, "beside the tick of −3");
        assertTrue(surface.polylines.get(0).ys()[0] < at, "−2.9 stands above it");
        assertTrue(surface.words().contains("usual: −3"));
        assertFalse(draw(plot(s, LayerNumber.SHIFT, 1), Optional.empty()).words().contains("usual: −3"));
    }

    @Test
    void aRangeIsAnAreaBetweenItsEndsAndIsReadAsBoth() {
        Snapshot s = SampleNumbers.probed(0);
        CurvePlot plot = plot(s, LayerNumber.LOSS_RANGE, 1);
        RecordingSurface surface = draw(plot, Optional.empty());
        List<Drawn> areas = surface.polygons.stream().filter(area -> area.xs().length > 3).toList();
        assertEquals(2, areas.size());
        assertEquals(PALETTE.a(), areas.get(0).stroke().colour().withAlpha(1));
        assertTrue(areas.get(0).stroke().colour().alpha() < 0.5, "what lies behind is seen");
        double top = areas.get(0).ys()[0];
        double bottom = areas.get(0).ys()[areas.get(0).ys().length - 1];
        assertEquals(surface.polylines.get(0).ys()[0], top, 1e-9, "its upper edge is the curve");
        assertTrue(bottom > top + 5);
        GradientProbe newest = s.latest().b().gradients().orElseThrow();
        List<String> words = draw(plot, plot.at(BOX, PALETTE, 10 + 270 - 60)).words();
        String both = "B  " + Numbers.inDigits(newest.leastLoss()) + " … " + Numbers.measured(newest.mostLoss());
        assertTrue(words.contains(both), words + " without " + both);
        assertTrue(plot.summary().contains(" … "), plot.summary());
    }

    @Test
    void aCosineStandsBetweenMinusOneAndOne() {
        RecordingSurface surface = draw(plot(SampleNumbers.probed(0), LayerNumber.ICS_COSINE, 1), Optional.empty());
        double one = surface.texts.stream().filter(said -> said.text().equals("1")).findFirst().orElseThrow().y();
        assertTrue(surface.words().contains("−1"));
        assertEquals(one, surface.polylines.get(0).ys()[0], 5, "cos(G, G′) = 1 in layer 1");
    }

    @Test
    void withoutAHeadingThePlotIsHigherAndStillSaysWhatItIs() {
        CurvePlot headed = plot(SampleSnapshots.usual(), LayerNumber.KOLMOGOROV_SMIRNOV, 2);
        RecordingSurface with = draw(headed, Optional.empty());
        RecordingSurface without = draw(headed.withoutHeading(), Optional.empty());
        assertTrue(with.words().containsAll(List.of("KS of layer 2", "max |F − F₀|")));
        assertFalse(without.words().contains("KS of layer 2"));
        assertNotEquals(with.polylines.get(0).ys()[40], without.polylines.get(0).ys()[40]);
        assertTrue(headed.withoutHeading().summary().startsWith("KS of layer 2 at step 1\u2009840: A "), headed.summary());
    }

    @Test
    void whatWasNotMeasuredSaysSo() {
        assertEquals("Gradient ICS of layer 2 at step 1\u2009840: not measured yet.",
                plot(SampleSnapshots.usual(), LayerNumber.ICS, 2).summary());
    }
}
