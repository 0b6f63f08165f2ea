package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Normalization;
import shiftscope.measure.Chain;
import shiftscope.measure.NormalizedBatch;

/** The exhibits of lessons 3 and 4 on a surface that remembers. */
class HandPlotsTest {
    private static final double[] EIGHT = {1, 2, 2.5, 3, 4, 5, 6, 8.5};

    private static Chain ones(int length) {
        double[] weights = new double[length];
        Arrays.fill(weights, 1);
        return new Chain(1, weights);
    }

    private static NormalizedBatch batch(double... x) {
        return new NormalizedBatch(Normalization.BATCH, x, 1.5, -0.5, 1e-5, new double[] {1, 0, 0, 0, 0, 0, 0, 2});
    }

    @Test
    void threeNumbersAndABarForEachOrder() {
        RecordingSurface surface = new RecordingSurface();
        ChainPlot.draw(surface, new Box(0, 0, 900, 500), Palette.LIGHT, ones(3), 0.1);
        assertTrue(surface.words().containsAll(List.of("1.00", "0.700", "0.729", "order 1", "order 2", "order 3", "real change",
                "−0.300", "0.0300", "−0.00100", "−0.271")), surface.words()::toString);
        List<Box> bars = surface.rectangles.stream().map(RecordingSurface.Filled::box).toList();
        assertEquals(4, bars.size());
        assertEquals(bars.get(0).width() / 10, bars.get(1).width(), 1e-9, "0.3 and 0.03 on one scale");
        assertEquals(bars.get(0).right(), bars.get(1).x(), 1e-9, "the second goes to the other side of 0");
        assertEquals(0.271 / 0.3, bars.get(3).width() / bars.get(0).width(), 1e-9);
    }

    @Test
    void theCurveGoesThroughWhatIsRealAndTheDashedLineThroughWhatIsPromised() {
        RecordingSurface surface = new RecordingSurface();
        ChainPlot.draw(surface, new Box(0, 0, 900, 500), Palette.LIGHT, ones(3), 0.1);
        Box promised = surface.circles.get(0);
        RecordingSurface.Drawn curve = surface.polylines.get(0);
        int nearest = 0;
        for (int i = 0; i < curve.xs().length; i++) {
            nearest = Math.abs(curve.xs()[i] - promised.centreX()) < Math.abs(curve.xs()[nearest] - promised.centreX()) ? i : nearest;
        }
        assertEquals(promised.centreY(), curve.ys()[nearest], 2);
        assertTrue(surface.lines.stream().anyMatch(line -> line.stroke().dashed()));
        assertTrue(surface.words().contains("ŷ over α: at α = 1.00 a weight becomes 0"), surface.words()::toString);
    }

    @ParameterizedTest
    @CsvSource({"20, 3, 1", "20, 0, 0.1", "2, -3, 0.0001", "20, 0.01, 1"})
    void chainsOfAnySizeAreDrawn(int length, double weight, double alpha) {
        double[] weights = new double[length];
        Arrays.fill(weights, weight);
        Chain chain = new Chain(-3, weights);
        RecordingSurface surface = new RecordingSurface();
        ChainPlot.draw(surface, new Box(0, 0, 500, ChainPlot.leastHeight(Palette.PROJECTOR, chain, 500)), Palette.PROJECTOR, chain, alpha);
        assertTrue(surface.words().contains("order " + length), surface.words()::toString);
        assertTrue(surface.polylines.stream().flatMapToDouble(line -> Arrays.stream(line.ys())).allMatch(y -> Math.abs(y) < 3_000));
        assertTrue(surface.rectangles.stream().allMatch(filled -> filled.box().x() >= 0 && filled.box().right() <= 500));
    }

    @Test
    void whoCannotSeeTheChainIsToldEveryOrder() {
        String words = ChainPlot.summary(ones(3), 0.1);
        assertTrue(words.contains("promises 0.700, after the step 0.729"), words);
        assertTrue(words.contains("Order 2: 0.0300."), words);
    }

    @Test
    void aNumberIsFoundWhereItsDotIsAndGoesWhereItIsDragged() {
        Box box = new Box(0, 0, 800, 600);
        EightNumbersPlot plot = new EightNumbersPlot(batch(EIGHT), box, Palette.LIGHT);
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, 7);
        Box dot = surface.circles.stream().filter(circle -> Math.abs(plot.valueAt(circle.centreX()) - 8.5) < 0.01).findFirst().orElseThrow();
        assertEquals(OptionalInt.of(7), plot.at(dot.centreX(), dot.centreY(), 0));
        assertEquals(OptionalInt.empty(), plot.at(dot.centreX(), dot.centreY() + 60, 0));
        assertEquals(10, plot.valueAt(10_000));
        assertEquals(-10, plot.valueAt(-10_000));
        EightNumbersPlot piled = new EightNumbersPlot(batch(3, 3, 3, 3, 3, 3, 3, 3), box, Palette.LIGHT);
        double x = dot.centreX() - (8.5 - 3) * (dot.centreX() - surface.circles.get(0).centreX()) / (8.5 - 1);
        assertEquals(OptionalInt.of(4), piled.at(x, dot.centreY(), 4), "the chosen one lies on top");
    }

    @Test
    void everyNumberHasAThreadAndAllItsValues() {
        RecordingSurface surface = new RecordingSurface();
        new EightNumbersPlot(batch(EIGHT), new Box(0, 0, 800, 600), Palette.LIGHT).draw(surface, 2);
        assertEquals(8, surface.polylines.size());
        List<String> words = surface.words();
        assertTrue(words.contains("1  μ = 4.00"), words::toString);
        assertTrue(words.stream().anyMatch(word -> word.startsWith("2  σ² + ε = ")), words::toString);
        assertTrue(words.containsAll(List.of("∂L/∂x", "measured", "0 to 1")), words::toString);
        assertEquals(64, words.stream().filter(word -> word.equals("+") || word.equals("−")).count(), "a sign for every influence");
        assertEquals(8, surface.grids.get(0).columns());
    }

    static Stream<Arguments> rooms() {
        return Stream.of(Palette.LIGHT, Palette.DARK, Palette.PROJECTOR, Palette.LIGHT.withTypeScale(1.5))
                .flatMap(palette -> Stream.of(480.0, 600.0, 900.0, 1300.0).map(width -> Arguments.of(palette, width)));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void nothingIsWrittenOutsideThePlot(Palette palette, double width) {
        NormalizedBatch batch = batch(-10, -9.99, 10, 0, 0.01, 9.5, -4, 3);
        RecordingSurface eight = new RecordingSurface();
        double height = EightNumbersPlot.leastHeight(palette, batch, width);
        new EightNumbersPlot(batch, new Box(0, 0, width, height), palette).draw(eight, 2);
        assertInside(eight, width, height);
        Chain chain = new Chain(1, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5);
        RecordingSurface product = new RecordingSurface();
        double high = ChainPlot.leastHeight(palette, chain, width);
        ChainPlot.draw(product, new Box(0, 0, width, high), palette, chain, 0.2);
        assertInside(product, width, high);
    }

    private static void assertInside(RecordingSurface surface, double width, double height) {
        for (RecordingSurface.Said said : surface.texts) {
            Box box = surface.boxOf(said);
            assertTrue(box.x() >= 0 && box.right() <= width && box.y() >= 0 && box.bottom() <= height, said + " is cut off at " + width);
            assertTrue(said.style().size() >= 8, said + " is too small at " + width);
        }
    }
}
