package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.Side;
import shiftscope.plot.DomainsScene.Moved;
import shiftscope.plot.DomainsScene.OfRun;
import shiftscope.plot.DomainsScene.Reading;

class DomainsPlotTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final List<float[]> IMAGES = Collections.nCopies(60, new float[4 * 4 * 3]);
    private static final OfRun A = new OfRun(0.99, new Moved(0.9, List.of(0.8, 0.4, 0.2)), Optional.empty());
    private static final OfRun B = new OfRun(
            0.98, new Moved(0.6, List.of(0.5, 0.5, 0.5)), Optional.of(new Moved(0.9, List.of(0.1, 0.1, 0.1))));
    private static final OfRun B_FROZEN = new OfRun(0.98, B.frozen(), Optional.empty());

    private static RecordingSurface draw(double width, double height, Optional<Reading> reading) {
        RecordingSurface surface = new RecordingSurface();
        DomainsPlot.draw(surface, new DomainsScene(4, IMAGES, IMAGES, reading), PALETTE, width, height);
        return surface;
    }

    private static List<Double> lengths(RecordingSurface surface, Side side) {
        return surface.rectangles.stream()
                .filter(filled -> filled.colour().equals(PALETTE.of(side)))
                .map(filled -> filled.box().width())
                .toList();
    }

    @Test
    void barsAreAsLongAsTheirNumbersOnOneScaleOfEachCard() {
        RecordingSurface surface = draw(900, 500, Optional.of(new Reading(600, A, B)));
        List<Double> a = lengths(surface, Side.A);
        List<Double> b = lengths(surface, Side.B);
        assertEquals(2 + 3, a.size());
        assertEquals(2 + 3, b.size(), "what was taken again is outlined, not filled");
        assertEquals(0.9 / 0.99, a.get(1) / a.get(0), 1e-9);
        assertEquals(0.6 / 0.99, b.get(1) / a.get(0), 1e-9);
        assertEquals(0.4 / 0.8, a.get(3) / a.get(2), 1e-9);
        assertEquals(0.5 / 0.8, b.get(2) / a.get(2), 1e-9);
        assertTrue(surface.words().containsAll(List.of("99.0%", "60.0%", "A 0.80", "B 0.10 new statistics", "Layer 2", "Output", "coloured, new statistics")),
                () -> surface.words().toString());
    }

    @Test
    void onlyWhereStatisticsWereTakenAgainItIsSaidWhoHasNone() {
        List<String> frozen = draw(900, 500, Optional.of(new Reading(600, A, B_FROZEN))).words();
        assertTrue(frozen.contains("A") && !frozen.contains("coloured, new statistics"), frozen.toString());
        List<String> again = draw(900, 500, Optional.of(new Reading(600, A, B))).words();
        assertTrue(again.contains("A: no statistics to take again") && again.contains("B"), again.toString());
    }

    @ParameterizedTest
    @CsvSource({"900, 500", "470, 420", "300, 200"})
    void imagesOfBothStandBesideEachOther(double width, double height) {
        RecordingSurface surface = draw(width, height, Optional.empty());
        assertFalse(surface.grids.isEmpty());
        assertEquals(0, surface.grids.size() % 2, "as many of the one as of the other");
        surface.grids.forEach(grid -> {
            assertTrue(grid.xs()[0] >= 0 && grid.xs()[4] <= width * 0.4);
            assertTrue(grid.ys()[4] <= height + 1e-9);
        });
        assertTrue(lengths(surface, Side.A).isEmpty());
    }

    @Test
    void whoCannotSeeItIsToldTheNumbers() {
        assertEquals("Nothing has been measured yet.", DomainsPlot.summary(new DomainsScene(4, IMAGES, IMAGES, Optional.empty())));
        String words = DomainsPlot.summary(new DomainsScene(4, IMAGES, IMAGES, Optional.of(new Reading(600, A, B))));
        assertTrue(words.startsWith("Step 600. A is right on 99.0% of the black animals and on 90.0% of the coloured ones."), words);
        assertTrue(words.contains("With statistics taken again from coloured ones: 90.0%.") && words.contains("Layer 1 moves by 0.50 sigma."), words);
    }
}
