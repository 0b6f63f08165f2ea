package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImagePlotTest {
    private static int[] cells(int width, int channels, float... values) {
        RecordingSurface surface = new RecordingSurface();
        ImagePlot.draw(surface, Palette.DARK, new Box(0, 0, 20, 10), width, channels, values);
        assertEquals(1, surface.grids.size());
        return surface.grids.get(0).argb();
    }

    @Test
    void threeValuesAreTheColourOfAPixelInEveryTheme() {
        assertArrayEquals(
                new int[] {0xffff8000, 0xff000000},
                cells(2, 3, 1, 0.502f, 0, -0.2f, 0, 0));
    }

    @Test
    void oneValueIsInkOnTheCard() {
        assertArrayEquals(
                new int[] {Palette.DARK.card().argb(), Palette.DARK.text().argb()},
                cells(1, 1, 0, 1.3f));
    }
}
