package shiftscope.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.plot.Colour;
import shiftscope.plot.Palette;

class DataPicturesTest {
    @Test
    void numbersAreOrangeBelowZeroBlueAboveAndGreyBetween() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.PROJECTOR)) {
            assertEquals(palette.a(), DataPictures.answer(-0.5, palette));
            assertEquals(palette.a(), DataPictures.answer(-3, palette));
            assertEquals(palette.axis(), DataPictures.answer(0, palette));
            assertEquals(palette.b(), DataPictures.answer(1, palette));
            Colour faint = DataPictures.answer(0.25, palette);
            assertTrue(isBetween(faint.red(), palette.axis().red(), palette.b().red()), faint.hex());
            assertTrue(isBetween(faint.blue(), palette.axis().blue(), palette.b().blue()), faint.hex());
        }
    }

    private static boolean isBetween(int value, int one, int other) {
        return Math.abs(value - (one + other) / 2.0) <= 1;
    }
}
