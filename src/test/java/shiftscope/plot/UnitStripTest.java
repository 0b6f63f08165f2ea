package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.session.LayerDetail;

/** All units of a layer as small histograms. */
class UnitStripTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final Box BOX = new Box(0, 0, 430, 130);

    private static UnitStrip strip(LayerDetail detail) {
        return new UnitStrip(
                Side.A, detail, IntStream.range(0, detail.a().units().size()).boxed().toList());
    }

    private static long grounds(RecordingSurface surface) {
        double height = 30;
        return surface.rectangles.stream()
                .filter(filled -> filled.colour().equals(PALETTE.card()) && filled.box().height() == height)
                .count();
    }

    @Test
    void drawsOnlyWhatIsInSight() {
        UnitStrip many = strip(SampleLayers.usual(512));
        int columns = many.columns(430, PALETTE);
        for (double scrolled : new double[] {0, 200, many.height(430, PALETTE) - 130}) {
            RecordingSurface surface = new RecordingSurface();
            many.draw(surface, BOX, PALETTE, scrolled, OptionalInt.empty(), OptionalInt.empty());
            long drawn = grounds(surface);
            assertTrue(drawn > 2 * columns && drawn <= 6 * columns, drawn + " of 512 at " + scrolled);
        }
    }

    @Test
    void everyUnitHasAPlaceAndIsFoundThere() {
        for (int units : new int[] {1, 10, 100, 512}) {
            UnitStrip strip = strip(SampleLayers.usual(units));
            for (int unit = 0; unit < units; unit++) {
                Box tile = strip.tile(unit, 430, 0, PALETTE);
                assertTrue(tile.x() >= 0 && tile.right() <= 430 && tile.bottom() <= strip.height(430, PALETTE));
                assertEquals(OptionalInt.of(unit), strip.unit(tile.centreX(), tile.centreY(), 430, 0, PALETTE));
                assertEquals(OptionalInt.of(unit), strip.unit(tile.centreX(), tile.centreY() - 7, 430, 7, PALETTE));
            }
            assertEquals(OptionalInt.empty(), strip.unit(429.5, 1, 430, 0, PALETTE));
            assertEquals(OptionalInt.empty(), strip.unit(-1, -1, 430, 0, PALETTE));
        }
    }

    @Test
    void theOrderDecidesWhoStandsWhere() {
        LayerDetail detail = SampleLayers.usual(3);
        UnitStrip strip = new UnitStrip(Side.B, detail, List.of(2, 0, 1));
        Box first = strip.tile(0, 430, 0, PALETTE);
        assertEquals(OptionalInt.of(2), strip.unit(first.centreX(), first.centreY(), 430, 0, PALETTE));
    }

    @Test
    void aDeadUnitDoesNotFlattenTheOthers() {
        LayerDetail detail = SampleLayers.usual(20);
        double usual = highestBar(detail);
        double beside = highestBar(SampleLayers.withDeadUnit(detail));
        assertEquals(27, usual, 1e-9, "the highest bar of both runs fills its tile");
        assertTrue(beside > 17, "beside a unit with all its values in one bin: " + beside);
    }

    /** Of the second unit on, in B, whose bars are the higher ones. */
    private static double highestBar(LayerDetail detail) {
        RecordingSurface surface = new RecordingSurface();
        new UnitStrip(Side.B, detail, IntStream.range(1, 20).boxed().toList())
                .draw(surface, BOX, PALETTE, 0, OptionalInt.empty(), OptionalInt.empty());
        Colour bar = PALETTE.b().withAlpha(0.85).on(PALETTE.card());
        return surface.rectangles.stream()
                .filter(filled -> filled.colour().equals(bar))
                .mapToDouble(filled -> filled.box().height())
                .max()
                .orElseThrow();
    }

    @Test
    void theUnitPointedAtSaysItsNumbers() {
        LayerDetail detail = SampleLayers.usual(5);
        RecordingSurface surface = new RecordingSurface();
        new UnitStrip(Side.B, detail, List.of(0, 1, 2, 3, 4))
                .draw(surface, BOX, PALETTE, 0, OptionalInt.of(1), OptionalInt.of(3));
        assertEquals("unit 3", surface.words().get(0));
        assertTrue(surface.words().stream().anyMatch(word -> word.startsWith("γ ")), surface.words()::toString);
        RecordingSurface plain = new RecordingSurface();
        strip(detail).draw(plain, BOX, PALETTE, 0, OptionalInt.empty(), OptionalInt.of(3));
        assertTrue(plain.words().stream().noneMatch(word -> word.startsWith("γ ")), "a plain layer has no γ");
    }
}
