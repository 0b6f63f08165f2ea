package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.plot.SweepPlot.Values;

class SweepPlotTest {
    private static final SweepPlot.Ends NONE = new SweepPlot.Ends(List.of(), 3, 0);

    private static SweepPlot.Ends ends(double... results) {
        return new SweepPlot.Ends(Arrays.stream(results).boxed().toList(), 0, 0);
    }

    private static SweepPlot plot(boolean share, SweepPlot.Column... columns) {
        return new SweepPlot("Rates", "test accuracy at step 500, 3 seeds from 42", "training.learningRate",
                new SweepPlot.Legend("A", "B"), true, List.of(panel("", share ? Values.SHARE : Values.LOGARITHMIC, columns)));
    }

    private static SweepPlot.Panel panel(String title, Values values, SweepPlot.Column... columns) {
        return new SweepPlot.Panel(title, values, SweepPlot.Best.NONE, OptionalDouble.empty(), List.of(columns));
    }

    private static RecordingSurface draw(SweepPlot plot) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, new Box(16, 16, 968, plot.height(968, Palette.LIGHT)), Palette.LIGHT);
        return surface;
    }

    private static List<RecordingSurface.Drawn> of(RecordingSurface surface, Colour colour) {
        return surface.polylines.stream().filter(line -> line.stroke().colour().equals(colour)).toList();
    }

    @Test
    void theLineRunsThroughTheMediansOnALogarithmicAxis() {
        RecordingSurface surface = draw(plot(true,
                new SweepPlot.Column(0.01, ends(0.3, 0.1, 0.2), ends(0.5)),
                new SweepPlot.Column(0.1, ends(0.4), ends(0.6)),
                new SweepPlot.Column(1, ends(0.2), ends(0.9, 0.7))));
        RecordingSurface.Drawn a = of(surface, Palette.LIGHT.a()).get(0);
        RecordingSurface.Drawn b = of(surface, Palette.LIGHT.b()).get(0);

        assertEquals(a.xs()[1] - a.xs()[0], a.xs()[2] - a.xs()[1], 1e-9, "a factor of ten each");
        assertEquals(a.ys()[0], a.ys()[2], 1e-9, "the median of 0.1, 0.2 and 0.3 is as high as 0.2");
        assertEquals((b.ys()[0] - b.ys()[2]) / 3, b.ys()[0] - b.ys()[1], 1e-9, "0.5, 0.6 and the median of 0.7 and 0.9");
        assertTrue(a.stroke().dashed() && !b.stroke().dashed());
        assertTrue(surface.words().containsAll(List.of("0.01", "0.1", "1", "training.learningRate", "100%")), surface.words().toString());
    }

    @Test
    void aHighPlotHasALineForEveryTenPercent() {
        SweepPlot plot = plot(true, new SweepPlot.Column(0.01, ends(0.3), ends(0.5)), new SweepPlot.Column(1, ends(0.2), ends(0.9)));
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, new Box(16, 16, 968, 800), Palette.LIGHT);
        List<String> shares = surface.words().stream().filter(word -> word.endsWith("%")).toList();
        assertEquals(11, shares.size(), shares.toString());
        assertTrue(shares.containsAll(List.of("0%", "10%", "50%", "100%")), shares.toString());
    }

    @Test
    void theLineIsBrokenWhereNobodyCameThroughAndACrossStandsThere() {
        SweepPlot.Column lost = new SweepPlot.Column(0.1, NONE, ends(0.6));
        RecordingSurface surface = draw(plot(true,
                new SweepPlot.Column(0.01, ends(0.3), ends(0.5)), lost, new SweepPlot.Column(1, ends(0.2), ends(0.9)),
                new SweepPlot.Column(10, ends(0.2), new SweepPlot.Ends(List.of(0.4), 2, 0))));

        List<RecordingSurface.Drawn> a = of(surface, Palette.LIGHT.a());
        assertEquals(1, a.size(), "a point by itself is no line");
        assertEquals(2, a.get(0).xs().length);
        assertEquals(1, of(surface, Palette.LIGHT.b()).size());
        long strokes = surface.lines.stream()
                .filter(line -> line.xs()[0] != line.xs()[1] && line.ys()[0] != line.ys()[1])
                .count();
        assertEquals(4, strokes, "two crosses of two strokes");
        assertTrue(surface.words().contains("2"), "two of three diverged");
    }

    @Test
    void lossesStandOnALogarithmicAxisAndPlotsInRowsOfThree() {
        List<SweepPlot.Panel> panels = IntStream.range(0, 5)
                .mapToObj(i -> panel("batch " + i, Values.LOGARITHMIC, new SweepPlot.Column(-1, ends(0.01), ends(1)),
                        new SweepPlot.Column(2, ends(0.1), ends(10))))
                .toList();
        SweepPlot plot = new SweepPlot("Sizes", "test loss", "x", new SweepPlot.Legend("A", "B"), true, panels);
        RecordingSurface surface = draw(plot);

        assertEquals(5, surface.rounded.size());
        assertEquals(3, surface.rounded.stream().map(card -> card.box().x()).distinct().count());
        assertEquals(2, surface.rounded.stream().map(card -> card.box().y()).distinct().count());
        RecordingSurface.Drawn a = of(surface, Palette.LIGHT.a()).get(0);
        RecordingSurface.Drawn b = of(surface, Palette.LIGHT.b()).get(0);
        assertEquals(a.ys()[0] - a.ys()[1], b.ys()[0] - b.ys()[1], 1e-9, "a factor of ten each");
        double bottom = surface.rounded.stream().mapToDouble(card -> card.box().bottom()).max().orElseThrow();
        assertEquals(16 + plot.height(968, Palette.LIGHT), bottom, 1e-9);
    }

    @Test
    void oneValueAloneAndNothingButDivergedRunsCanBeDrawn() {
        draw(plot(true, new SweepPlot.Column(0, ends(0.5), ends(0.5))));
        RecordingSurface surface = draw(plot(false, new SweepPlot.Column(1, NONE, NONE), new SweepPlot.Column(2, NONE, NONE)));
        assertTrue(surface.polylines.isEmpty());
    }

    @Test
    void saysItsMediansInWords() {
        SweepPlot.Column first = new SweepPlot.Column(0.01, ends(0.31), ends(0.5));
        String words = plot(true, first, new SweepPlot.Column(0.1, NONE, ends(0.934))).summary();
        assertTrue(words.contains("0.01: A 31.0%, B 50.0%") && words.contains("0.1: A diverged, B 93.4%"), words);
    }

    /** As a lesson shows it: a number each, a level, the best of each run, and points that are still to come. */
    private static SweepPlot ofLesson() {
        SweepPlot.Ends never = new SweepPlot.Ends(List.of(), 0, 1);
        List<SweepPlot.Column> accuracy = List.of(
                new SweepPlot.Column(0.1, ends(0.3), ends(0.92)),
                new SweepPlot.Column(1, ends(0.95), ends(0.9)),
                new SweepPlot.Column(10, "ten", NONE, ends(0.92)),
                new SweepPlot.Column(100, SweepPlot.Ends.OPEN, SweepPlot.Ends.OPEN));
        List<SweepPlot.Column> steps = List.of(
                new SweepPlot.Column(0.1, never, ends(300)),
                new SweepPlot.Column(1, ends(180), ends(120)),
                new SweepPlot.Column(10, "ten", NONE, ends(160)),
                new SweepPlot.Column(100, SweepPlot.Ends.OPEN, SweepPlot.Ends.OPEN));
        return new SweepPlot("Rates", "400 steps", "rate", new SweepPlot.Legend("A", "B"), false, List.of(
                new SweepPlot.Panel("accuracy", Values.SHARE, SweepPlot.Best.HIGHEST, OptionalDouble.of(0.8), accuracy),
                new SweepPlot.Panel("steps to 90%", Values.LINEAR, SweepPlot.Best.LOWEST, OptionalDouble.empty(), steps)));
    }

    @Test
    void theBestOfEachRunHasARingAndALevelHasALine() {
        RecordingSurface surface = new RecordingSurface();
        ofLesson().draw(surface, new Box(0, 0, 900, 400), Palette.LIGHT);

        List<Box> rings = surface.rings;
        assertEquals(4, rings.size(), "of each run in each plot");
        RecordingSurface.Drawn b = of(surface, Palette.LIGHT.b()).get(0);
        assertEquals(b.xs()[0], rings.get(1).centreX(), 1e-9, "the first of two equal ones");
        List<RecordingSurface.Drawn> levels =
                surface.lines.stream().filter(line -> line.stroke().colour().equals(Palette.LIGHT.muted())).toList();
        assertEquals(1, levels.size());
        assertTrue(b.ys()[0] < levels.get(0).ys()[0], "92% stand above 80%");
        assertTrue(surface.words().containsAll(List.of("80.0%", "ten", "steps to 90%", "200")), surface.words().toString());
        assertTrue(surface.words().contains("ring: best \u00b7 \u00d7: diverged \u00b7 \u2013: never"), surface.words().toString());
    }

    @Test
    void whatIsPointedAtIsRead() {
        Box box = new Box(0, 0, 900, 400);
        SweepPlot plot = ofLesson();
        assertTrue(plot.at(box, Palette.LIGHT, 300, 20).isEmpty(), "the heading");
        SweepPlot.Pointed right = plot.at(box, Palette.LIGHT, 880, 200).orElseThrow();
        assertEquals(new SweepPlot.Pointed(1, 3), right);
        RecordingSurface surface = new RecordingSurface();
        plot.drawReadout(surface, box, Palette.LIGHT, right);
        plot.drawReadout(surface, box, Palette.LIGHT, new SweepPlot.Pointed(1, 0));
        plot.drawReadout(surface, box, Palette.LIGHT, new SweepPlot.Pointed(0, 2));
        assertEquals(
                List.of("rate 100", "A not trained yet", "B not trained yet", "rate 0.1", "A never", "B 300", "rate ten", "A diverged",
                        "B 92.0%"),
                surface.words());
    }

    @Test
    void narrowAndHighItsPlotsStandOneAboveTheOther() {
        RecordingSurface surface = new RecordingSurface();
        ofLesson().draw(surface, new Box(0, 0, 400, 600), Palette.LIGHT);
        List<Box> cards = surface.rounded.stream().map(RecordingSurface.Filled::box).toList();
        assertEquals(cards.get(0).x(), cards.get(1).x());
        assertEquals(600, cards.get(1).bottom(), 1e-9);
        assertTrue(cards.get(0).bottom() < cards.get(1).y());
    }

    @Test
    void whatIsStillToComeIsNotInTheSummary() {
        String words = ofLesson().summary();
        assertTrue(words.contains("accuracy: 0.1: A 30.0%, B 92.0%;") && words.contains("A at best 95.0%, at 1."), words);
        assertTrue(words.contains("steps to 90%: 0.1: A never, B 300;") && words.contains("B at best 120, at 1."), words);
        assertTrue(!words.contains("100:"), words);
    }
}
