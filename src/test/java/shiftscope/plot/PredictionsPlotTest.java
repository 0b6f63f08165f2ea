package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.plot.RecordingSurface.Grid;
import shiftscope.session.Predictions;

class PredictionsPlotTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final double WIDTH = 850;

    private static RecordingSurface draw(Predictions predictions) {
        RecordingSurface surface = new RecordingSurface();
        PredictionsPlot.draw(surface, SampleNumbers.with(predictions), PALETTE, WIDTH, 620);
        return surface;
    }

    @Test
    void aIsLeftAndBIsRightOnPlotsOfEqualSize() {
        List<Grid> grids = draw(SampleNumbers.surface(2)).grids;
        assertEquals(2, grids.size());
        Box a = grids.get(0).box();
        Box b = grids.get(1).box();
        assertTrue(a.right() < WIDTH / 2 && b.x() > WIDTH / 2);
        assertEquals(a.width(), b.width());
        assertEquals(a.height(), b.height());
        assertEquals(a.y(), b.y());
    }

    /** The rows of answers begin at the lowest x₂, those of cells at the top. */
    @Test
    void aCellHasTheColourOfTheClassAnsweredThere() {
        Predictions.Points none = new Predictions.Points(new float[0], new float[0], new int[0], new float[0]);
        Predictions.Grid grid = new Predictions.Grid(Statistics.RUNNING, new byte[] {0, 1, 1, 1}, new float[] {1, 1, 1, 0.5f});
        Predictions predictions = new Predictions(List.of("no", "yes"),
                Optional.of(new Predictions.Surface(0, 1, 0, 1, 2, 2, grid, grid, none, none)), Optional.empty());
        int[] argb = draw(predictions).grids.get(0).argb();
        int zero = ClassColours.cell(PALETTE, 0, 1, 2).argb();
        int one = ClassColours.cell(PALETTE, 1, 1, 2).argb();
        int unsure = ClassColours.cell(PALETTE, 1, 0.5, 2).argb();
        assertEquals(List.of(one, unsure, zero, one), List.of(argb[0], argb[1], argb[2], argb[3]));
        assertTrue(Colour.rgb(unsure & 0xffffff).contrast(PALETTE.card()) < Colour.rgb(one & 0xffffff).contrast(PALETTE.card()), "unsure is paler");
    }

    @Test
    void examplesStandWhereTheirFeaturesSay() {
        float[] x = {-2, 2};
        float[] y = {-3, 3};
        Predictions.Surface of = SampleNumbers.surface(2).surface().orElseThrow();
        Predictions.Points corners = new Predictions.Points(x, y, new int[] {0, 0}, new float[0]);
        Predictions.Points none = new Predictions.Points(new float[0], new float[0], new int[0], new float[0]);
        RecordingSurface surface = draw(new Predictions(List.of("in", "out"), Optional.of(new Predictions.Surface(
                of.xLow(), of.xHigh(), of.yLow(), of.yHigh(), of.columns(), of.rows(), of.a(), of.b(), corners, none)), Optional.empty()));
        Box plot = surface.grids.get(0).box();
        List<Box> circles = surface.circles;
        assertEquals(plot.x(), circles.get(0).centreX(), 1e-6);
        assertEquals(plot.bottom(), circles.get(0).centreY(), 1e-6);
        assertEquals(plot.right(), circles.get(2).centreX(), 1e-6);
        assertEquals(plot.y(), circles.get(2).centreY(), 1e-6);
    }

    @Test
    void axesKeyAndStatisticsAreNamed() {
        List<String> words = draw(SampleNumbers.surface(2)).words();
        assertTrue(words.containsAll(List.of("A answers", "B answers", "x₁", "x₂", "inner", "outer", "training", "test",
                "no batch statistics")), words::toString);
        assertTrue(words.contains("running statistics: one question has no batch"), words::toString);
    }

    @Test
    void numbersHaveAKeyFromTheLeastTargetToTheLargest() {
        RecordingSurface surface = draw(SampleNumbers.saddle());
        Grid key = surface.grids.get(2);
        assertEquals(1, key.columns());
        assertEquals(ClassColours.number(PALETTE, 1 - 0.5 / key.rows()).argb(), key.argb()[0], "the largest is on top");
        assertNotEquals(key.argb()[0], key.argb()[key.rows() - 1]);
        assertTrue(surface.words().stream().anyMatch(word -> word.startsWith("≥ 1.9")), surface.words()::toString);
        assertTrue(surface.words().stream().anyMatch(word -> word.startsWith("≤ −1.")), surface.words()::toString);
    }

    @Test
    void ofManyExamplesSomeAreDrawnAndThatIsSaid() {
        RecordingSurface surface = draw(SampleNumbers.saddle());
        assertTrue(surface.words().stream().anyMatch(word -> word.matches("1 of \\d+ shown")), surface.words()::toString);
        assertTrue(surface.circles.size() < 2 * 2 * 1_000, "circles: " + surface.circles.size());
    }

    @Test
    void mistakesAreShownWithLabelAnswerAndProbability() {
        RecordingSurface surface = draw(SampleNumbers.mistakes(37));
        List<String> words = surface.words();
        assertTrue(words.containsAll(List.of("A wrong: 37 of 400", "B wrong: 12 of 400", "0 → 1")), words::toString);
        long ofA = surface.grids.stream().filter(grid -> grid.box().x() < WIDTH / 2).count();
        long ofB = surface.grids.size() - ofA;
        assertEquals(12, ofB);
        assertTrue(words.contains("and " + (37 - ofA) + " more"), words + " after " + ofA);
        assertEquals(28, surface.grids.get(0).columns());
        assertEquals(PALETTE.card().argb(), surface.grids.get(0).argb()[0], "no ink in the corner");
        assertEquals(surface.grids.size(), words.stream().filter(word -> word.endsWith("%")).count());
    }

    @Test
    void noMistakeIsSaidInWords() {
        assertEquals(2, draw(SampleNumbers.mistakes(0)).words().stream()
                .filter("No test example is answered wrongly."::equals).count());
    }

    @Test
    void whereThereIsNothingToDrawASentenceSaysWhy() {
        assertEquals(Optional.of("measuring …"), PredictionsPlot.message(SampleSnapshots.usual()));
        Predictions table = new Predictions(List.of("a", "b"), Optional.empty(), Optional.empty());
        String why = PredictionsPlot.message(SampleNumbers.with(table)).orElseThrow();
        assertTrue(why.contains("two features") && why.contains("images"), why);
        assertEquals(Optional.empty(), PredictionsPlot.message(SampleNumbers.with(SampleNumbers.surface(2))));
        assertTrue(draw(table).grids.isEmpty());
    }

    @Test
    void whoCannotSeeItIsToldTheMainThings() {
        String surface = PredictionsPlot.summary(SampleNumbers.with(SampleNumbers.surface(2)));
        assertTrue(surface.matches(".*A, no batch statistics: inner on \\d+%, outer on \\d+%\\. B, running statistics.*"), surface);
        String mistakes = PredictionsPlot.summary(SampleNumbers.with(SampleNumbers.mistakes(37)));
        assertTrue(mistakes.contains("A wrong: 37 of 400") && mistakes.contains("0 → 1"), mistakes);
        assertTrue(PredictionsPlot.summary(SampleNumbers.with(SampleNumbers.saddle())).contains("from −"));
    }

    @ParameterizedTest
    @MethodSource("shiftscope.plot.PaletteTest#palettes")
    void classesStandOutFromTheCardAndFromEachOther(Palette palette) {
        Set<Colour> colours = new HashSet<>();
        for (int kind = 0; kind < 10; kind++) {
            Colour colour = ClassColours.of(palette, kind);
            assertTrue(colour.contrast(palette.card()) >= 2.9, colour.hex() + " has " + colour.contrast(palette.card()));
            colours.add(colour);
        }
        assertEquals(10, colours.size());
    }

    @Test
    void everyClassHasAShapeOfItsOwn() {
        Set<List<Double>> shapes = new HashSet<>();
        for (int kind = 0; kind < 10; kind++) {
            RecordingSurface surface = new RecordingSurface();
            PointShape.fill(surface, kind, 0, 0, 1, PALETTE.text());
            assertEquals(1, surface.circles.size() + surface.polygons.size());
            shapes.add(surface.polygons.stream().flatMap(it -> Arrays.stream(it.xs()).boxed()).toList());
        }
        assertEquals(10, shapes.size());
    }

    @Test
    void lagsAreBarsWithTheirNumbers() {
        RecordingSurface surface = new RecordingSurface();
        LagPlot.draw(surface, SampleNumbers.comparison(), PALETTE, new Box(0, 0, 264, 160));
        List<Box> ofB = surface.rectangles.stream()
                .filter(filled -> filled.colour().equals(PALETTE.of(Side.B)))
                .map(RecordingSurface.Filled::box)
                .toList();
        assertEquals(2, ofB.get(0).width() / ofB.get(1).width(), 1e-9, "0.42 and 0.21 on one scale");
        assertEquals(6, ofB.size(), "the output has no running statistics");
        assertTrue(surface.words().containsAll(List.of("B 0.42", "B 0.21", "B 0.90", "Layer 1", "A: no running statistics")));
        assertTrue(surface.words().stream().noneMatch(word -> word.equals("Output") || word.contains("–")), () -> surface.words().toString());
        assertTrue(LagPlot.summary(SampleNumbers.comparison()).contains("Layer 1: A – and –, B 0.42 and 0.90."));
    }
}
