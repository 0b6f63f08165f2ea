package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.measure.Draws;
import shiftscope.measure.Draws.OfSize;
import shiftscope.measure.Histogram;
import shiftscope.plot.RecordingSurface.Drawn;

class DrawsPlotTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final double WIDTH = 800;

    private static OfSize size(int m, int... counts) {
        return new OfSize(m, 1 / Math.sqrt(m), 0.5 / Math.sqrt(m), new Histogram(-2, 2, counts, 0, 0, 0));
    }

    private static DrawsPlot sample() {
        return new DrawsPlot(
                300, Side.B, new Draws(2_000, 400, List.of(size(2, 10, 20, 20, 10), size(8, 0, 30, 30, 0), size(32, 0, 0, 60, 0))));
    }

    private static RecordingSurface draw(DrawsPlot plot, int m) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, PALETTE, WIDTH, 500, m);
        return surface;
    }

    /** The spreads here are 1/√m, so that their marks lie on the line of that, in equal steps across and down. */
    @Test
    void theLineOfTheoryRunsThroughSpreadsThatFollowIt() {
        RecordingSurface surface = draw(sample(), 8);
        Drawn line = surface.lines.stream().filter(drawn -> drawn.stroke().dashed()).findFirst().orElseThrow();
        List<Box> marks = surface.circles.subList(0, 3);
        assertEquals(line.xs()[0], marks.get(0).centreX(), 1e-9);
        assertEquals(line.ys()[0], marks.get(0).centreY(), 1e-9);
        assertEquals((line.xs()[0] + line.xs()[1]) / 2, marks.get(1).centreX(), 1e-9);
        assertEquals((line.ys()[0] + line.ys()[1]) / 2, marks.get(1).centreY(), 1e-9);
        assertEquals(line.xs()[1], marks.get(2).centreX(), 1e-9);
        assertEquals(line.ys()[1], marks.get(2).centreY(), 1e-9);
    }

    /** One dashed line is the theory's, the other the legend's. */
    @Test
    void inALowPlotTheLegendWouldLieOnThePoints() {
        RecordingSurface low = new RecordingSurface();
        sample().draw(low, PALETTE, WIDTH, 130, 8);
        assertEquals(1, low.lines.stream().filter(drawn -> drawn.stroke().dashed()).count());
        assertEquals(2, draw(sample(), 8).lines.stream().filter(drawn -> drawn.stroke().dashed()).count());
    }

    @Test
    void theBarsAreTheMeansOfTheChosenSize() {
        List<RecordingSurface.Filled> bars = draw(sample(), 2).rectangles;
        assertEquals(List.of(0.5, 1.0, 1.0, 0.5),
                bars.stream().map(bar -> bar.box().height() / bars.get(1).box().height()).toList());
        assertTrue(bars.stream().allMatch(bar -> bar.box().x() > WIDTH / 2), "on the right");
        assertEquals(1, draw(sample(), 32).rectangles.stream().filter(bar -> bar.box().height() > 0).count());
    }

    @Test
    void aSizeThatCouldNotBeDrawnGivesWayToTheNextSmallerOne() {
        assertEquals(32, sample().of(256).m());
        assertEquals(8, sample().of(16).m());
        assertEquals(2, sample().of(1).m());
    }

    @Test
    void numbersAndAxesAreNamed() {
        List<String> words = draw(sample(), 8).words();
        assertTrue(words.containsAll(List.of("2", "8", "32", "examples in a batch, m", "1/√m", "Spread over batches, in σ",
                "spread: 0.35 σ")),
                words::toString);
        assertTrue(words.contains("B") && words.contains(" of batches of 8"), "the B of μ_B stands by itself: " + words);
    }

    @Test
    void nothingLiesOutsideOnSmallSurfaces() {
        for (double height : new double[] {500, 200, 60, 10}) {
            RecordingSurface surface = new RecordingSurface();
            sample().draw(surface, PALETTE, 500, height, 8);
            for (Box circle : surface.circles) {
                assertTrue(circle.right() <= 500 && circle.bottom() <= Math.max(height, 80), circle + " at height " + height);
            }
        }
    }

    @Test
    void whoCannotSeeItIsToldTheSpreads() {
        String words = sample().summary();
        assertTrue(words.contains("400 batches") && words.contains("weights of B at step 300"), words);
        assertTrue(words.contains("m = 8: spread of the mean 0.35, of the deviation 0.18."), words);
    }

    @Test
    void aSubscriptIsSmallerLowerAndPartOfTheLine() {
        RecordingSurface surface = new RecordingSurface();
        TextStyle style = Type.label(PALETTE);
        Subscripts.draw(surface, "of μ_B, in σ_B", 10, 50, style);
        assertEquals(List.of("of μ", "B", ", in σ", "B"), surface.words());
        assertTrue(surface.texts.get(1).y() > 50 && surface.texts.get(1).style().size() < style.size());
        assertEquals(50, surface.texts.get(2).y());
        double end = surface.texts.get(3).x() + surface.textWidth("B", surface.texts.get(3).style());
        assertEquals(end - 10, Subscripts.width(surface, "of μ_B, in σ_B", style), 1e-9);
    }
}
