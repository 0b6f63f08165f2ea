package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK, Palette.PROJECTOR);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textIsReadable(Palette palette) {
        for (Colour ground : List.of(palette.ground(), palette.card())) {
            for (Colour text : List.of(palette.text(), palette.muted(), palette.aText(), palette.bText())) {
                double contrast = text.contrast(ground);
                assertTrue(contrast >= 4.5, () -> text.hex() + " on " + ground.hex() + " has " + contrast);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void dataStandOutFromTheirGround(Palette palette) {
        for (Colour mark : List.of(palette.a(), palette.b(), palette.ghost())) {
            double contrast = mark.contrast(palette.card());
            assertTrue(contrast >= 3, () -> mark.hex() + " on " + palette.card().hex() + " has " + contrast);
        }
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, Colour.rgb(0xffffff).contrast(Colour.rgb(0)), 1e-9);
        assertEquals(4.54, Colour.rgb(0x767676).contrast(Colour.rgb(0xffffff)), 0.005);
    }

    @Test
    void aHalfTransparentColourMixesWithItsGround() {
        assertEquals(Colour.rgb(0x808080), Colour.rgb(0).withAlpha(0.5).on(Colour.rgb(0xffffff)));
    }

    @Test
    void aProjectorGetsThickLinesAndLargeType() {
        assertTrue(Palette.PROJECTOR.lineScale() > 1.3 && Palette.PROJECTOR.typeScale() > 1.2);
    }
}
