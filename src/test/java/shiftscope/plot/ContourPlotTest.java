package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.measure.LossMap;
import shiftscope.plot.RecordingSurface.Drawn;
import shiftscope.plot.RecordingSurface.Grid;

class ContourPlotTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final int SIZE = 41;

    /** A bowl around a point, w₁² + (w₂ − centre)². */
    private static LossMap bowl(double reach, double centre) {
        double[] losses = new double[SIZE * SIZE];
        LossMap places = new LossMap(reach, SIZE, losses);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double first = places.weight(column);
                double second = places.weight(row) - centre;
                losses[row * SIZE + column] = first * first + second * second;
            }
        }
        return places;
    }

    private static ContourPlot sample() {
        double[] first = {-1, -0.5, 0};
        double[] second = {1, 1, 1};
        return new ContourPlot(
                40,
                new ContourPlot.Panel(bowl(2, 1), 800, first, second),
                new ContourPlot.Panel(bowl(5, 0), 800, first, second));
    }

    private static RecordingSurface draw(ContourPlot plot, double width, double height) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, PALETTE, width, height);
        return surface;
    }

    /** The maps; keys are grids of one row. */
    private static List<Grid> maps(RecordingSurface surface) {
        return surface.grids.stream().filter(grid -> grid.rows() > 1).toList();
    }

    @Test
    void theBottomOfTheBowlIsPaleWhereItLies() {
        Grid a = maps(draw(sample(), 800, 600)).get(0);
        int cells = a.columns();
        assertEquals(cells, a.rows());
        int quarterDown = cells / 4;
        assertEquals(ContourPlot.colour(PALETTE, Side.A, 0).argb(), a.argb()[quarterDown * cells + cells / 2],
                "w₂ = 1 of 2 is a quarter down");
        assertEquals(ContourPlot.colour(PALETTE, Side.A, ContourPlot.BANDS - 1).argb(), a.argb()[cells * cells - 1], "the far corner");
    }

    @Test
    void aRoundBowlHasBandsOfEqualWidth() {
        LossMap map = bowl(1, 0);
        double most = Math.sqrt(2);
        for (int band = 0; band < ContourPlot.BANDS; band++) {
            double radius = (band + 0.5) / ContourPlot.BANDS * most;
            assertEquals(band, ContourPlot.band(map, radius * radius));
        }
        assertEquals(-1, ContourPlot.band(map, Double.NaN));
        assertEquals(0, ContourPlot.band(new LossMap(1, 2, new double[] {3, 3, 3, 3}), 3), "a plain");
    }

    @Test
    void theWayGoesFromTheRingToTheDotInTheMapsOwnScale() {
        RecordingSurface surface = draw(sample(), 800, 600);
        Box map = maps(surface).get(0).box();
        Drawn way = surface.polylines.get(0);
        assertEquals(map.x() + map.width() / 4, way.xs()[0], 1e-9);
        assertEquals(map.centreX(), way.xs()[2], 1e-9);
        assertEquals(map.y() + map.height() / 4, way.ys()[1], 1e-9);
        Box other = maps(surface).get(1).box();
        Drawn ofB = surface.polylines.get(2);
        assertEquals(other.centreX() - other.width() / 10, ofB.xs()[0], 1e-9, "−1 of 5");
        assertTrue(surface.circles.stream().anyMatch(dot -> Math.abs(dot.centreX() - map.centreX()) < 1e-9));
    }

    @Test
    void bothMapsAreSquareAndAxesAndLossesAreNamed() {
        for (double[] size : new double[][] {{1_000, 600}, {540, 340}, {700, 900}}) {
            RecordingSurface surface = draw(sample(), size[0], size[1]);
            for (Grid map : maps(surface)) {
                assertEquals(map.box().width(), map.box().height(), 1e-9);
                assertTrue(map.box().right() <= size[0] && map.box().bottom() <= size[1]);
            }
            assertTrue(surface.words().contains("A: loss over two weights"), surface.words()::toString);
            assertTrue(surface.words().stream().anyMatch(word -> word.startsWith("weight of x₁")), surface.words()::toString);
            assertTrue(surface.words().contains("loss 0.00") && surface.words().contains("13.0"), surface.words()::toString);
        }
        assertTrue(draw(sample(), 40, 30).words().isEmpty(), "there is no room");
    }

    @Test
    void aLossThatIsNotFiniteLeavesItsPlaceEmpty() {
        double[] losses = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        ContourPlot.Panel broken = new ContourPlot.Panel(new LossMap(1, 2, losses), 10, new double[] {0}, new double[] {0});
        RecordingSurface surface = draw(new ContourPlot(3, broken, broken), 800, 600);
        assertTrue(Arrays.stream(maps(surface).get(0).argb()).allMatch(argb -> argb == 0));
        assertTrue(surface.words().contains("loss –"), surface.words()::toString);
    }

    @Test
    void whoCannotSeeItIsToldWhereTheWeightsWent() {
        String words = sample().summary();
        assertTrue(words.contains("step 40") && words.contains("800 training examples"), words);
        assertTrue(words.contains("A: loss from 0.00 to 13.0; the weights went from −1.00 and 1.00 to 0.00 and 1.00."), words);
    }
}
