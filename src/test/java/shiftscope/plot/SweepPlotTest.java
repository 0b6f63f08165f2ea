package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepPlotTest {
    private static final SweepPlot.Ends NONE = new SweepPlot.Ends(List.of(), 3);

    private static SweepPlot.Ends ends(double... results) {
        return new SweepPlot.Ends(Arrays.stream(results).boxed().toList(), 0);
    }

    private static SweepPlot plot(boolean share, SweepPlot.Column... columns) {
        return new SweepPlot("Rates", "test accuracy at step 500, 3 seeds from 42", "training.learningRate", share,
                new SweepPlot.Legend("A", "B"), List.of(new SweepPlot.Panel("", List.of(columns))));
    }

    private static RecordingSurface draw(SweepPlot plot) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, new Box(16, 16, 968, plot.height(Palette.LIGHT)), Palette.LIGHT);
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
    void theLineIsBrokenWhereNobodyCameThroughAndACrossStandsThere() {
        SweepPlot.Column lost = new SweepPlot.Column(0.1, NONE, ends(0.6));
        RecordingSurface surface = draw(plot(true,
                new SweepPlot.Column(0.01, ends(0.3), ends(0.5)), lost, new SweepPlot.Column(1, ends(0.2), ends(0.9)),
                new SweepPlot.Column(10, ends(0.2), new SweepPlot.Ends(List.of(0.4), 2))));

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
                .mapToObj(i -> new SweepPlot.Panel("batch " + i, List.of(new SweepPlot.Column(-1, ends(0.01), ends(1)),
                        new SweepPlot.Column(2, ends(0.1), ends(10)))))
                .toList();
        SweepPlot plot = new SweepPlot("Sizes", "test loss", "x", false, new SweepPlot.Legend("A", "B"), panels);
        RecordingSurface surface = draw(plot);

        assertEquals(5, surface.rounded.size());
        assertEquals(3, surface.rounded.stream().map(card -> card.box().x()).distinct().count());
        assertEquals(2, surface.rounded.stream().map(card -> card.box().y()).distinct().count());
        RecordingSurface.Drawn a = of(surface, Palette.LIGHT.a()).get(0);
        RecordingSurface.Drawn b = of(surface, Palette.LIGHT.b()).get(0);
        assertEquals(a.ys()[0] - a.ys()[1], b.ys()[0] - b.ys()[1], 1e-9, "a factor of ten each");
        double bottom = surface.rounded.stream().mapToDouble(card -> card.box().bottom()).max().orElseThrow();
        assertEquals(16 + plot.height(Palette.LIGHT), bottom, 1e-9);
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
        assertTrue(words.contains("0.01: A 31.0%, B 50.0%") && words.contains("0.1: A –, B 93.4%"), words);
    }
}
