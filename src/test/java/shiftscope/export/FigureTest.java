package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.BadInputException;
import shiftscope.config.Side;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.SampleNumbers;
import shiftscope.plot.WallOptions;
import shiftscope.session.Metrics;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

class FigureTest {
    private static RealTwins twins;

    @BeforeAll
    static void train() {
        twins = new RealTwins().train(25);
    }

    @AfterAll
    static void close() {
        twins.close();
    }

    private static NumberTable numbers(Figure figure) {
        return figure.numbers(twins.snapshot(figure));
    }

    private static Figure unit(Figure figure, int unit) {
        return figure.withOptions(new WallOptions(false, false, OptionalInt.of(unit), List.of()));
    }

    private static String svg(Figure figure) {
        return Pictures.svg(twins.picture(figure), PictureOptions.PLAIN);
    }

    @ParameterizedTest
    @EnumSource(FigureView.class)
    void everyViewHasAPictureAndNumbersWithNamedColumns(FigureView view) {
        Figure figure = Figure.of(view);
        assertEquals(view, FigureView.named(view.word()));
        assertTrue(svg(figure).contains("A · plain"));
        NumberTable table = numbers(figure);
        assertTrue(!table.rows().isEmpty());
        for (String column : table.columns()) {
            assertTrue(column.matches("[a-z][a-z0-9_]*"), column);
        }
        for (List<String> row : table.rows()) {
            assertEquals(table.columns().size(), row.size());
            assertTrue(row.stream().noneMatch(cell -> cell.contains("NaN") || cell.contains("Infinity")), row.toString());
        }
        int run = table.columns().indexOf("run");
        assertEquals(Set.of("A", "B"), table.rows().stream().map(row -> row.get(run)).collect(Collectors.toSet()));
    }

    @Test
    void everyNumberOfALayerHasAView() {
        assertEquals(
                Arrays.stream(LayerNumber.values()).map(LayerNumber::name).toList(),
                Arrays.stream(LayerNumber.values()).map(FigureView::of).map(FigureView::name).toList());
        assertThrows(BadInputException.class, () -> FigureView.named("histogramm"));
    }

    @Test
    void theSameFigureOfTheSameStepIsTheSamePictureWhateverWasLookedAtBefore() {
        try (RealTwins other = new RealTwins()) {
            other.snapshot(Figure.of(FigureView.LAYER).withTap(Tap.GRADIENT));
            other.train(3);
            other.snapshot(Figure.of(FigureView.LAG));
            other.train(22);
            for (FigureView view : List.of(FigureView.NOW, FigureView.HEATMAP, FigureView.LAYER, FigureView.LOSS)) {
                Figure figure = Figure.of(view);
                assertEquals(svg(figure), Pictures.svg(other.picture(figure), PictureOptions.PLAIN), view.word());
                assertArrayEquals(
                        Pictures.bytes(PictureFormat.CSV, figure, twins.snapshot(figure), PictureOptions.PLAIN),
                        Pictures.bytes(PictureFormat.CSV, figure, other.snapshot(figure), PictureOptions.PLAIN));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = FigureView.class, names = {"NOW", "RIDGES", "HEATMAP", "PERCENTILES"})
    void oneLayerFillsThePictureAndOneRunHasItForItself(FigureView view) {
        Figure figure = Figure.of(view).withLayer(2).withSize(600, 300);
        assertEquals(300, twins.picture(figure).height(), 1e-9);
        String both = svg(figure);
        assertTrue(both.contains(">Layer 2<") && !both.contains(">Layer 1<"));
        String one = svg(figure.withRun(Side.B));
        assertTrue(one.contains("Layer 2 · ") && one.contains("B · batch normalization") && !one.contains("A · plain"));
        int run = numbers(figure).columns().indexOf("run");
        assertTrue(numbers(figure.withRun(Side.B)).rows().stream().allMatch(row -> row.get(run).equals("B")));
        int layer = numbers(figure).columns().indexOf("layer");
        assertTrue(numbers(figure).rows().stream().allMatch(row -> row.get(layer).equals("2")));
    }

    @Test
    void percentilesAreThoseOfTheSlices() {
        Figure figure = Figure.of(FigureView.PERCENTILES).withLayer(1);
        Snapshot snapshot = twins.snapshot(figure);
        NumberTable whole = figure.numbers(snapshot);
        NumberTable ofUnit = unit(figure, 5).numbers(snapshot);
        assertEquals(2 * snapshot.slices().size(), whole.rows().size());
        Slice last = snapshot.slices().get(snapshot.slices().size() - 1);
        List<String> row = whole.rows().get(whole.rows().size() - 1);
        assertEquals(List.of(String.valueOf(last.step()), "1", "B", ""), row.subList(0, 4));
        assertEquals(last.b().get(0).quantiles()[3], Double.parseDouble(row.get(whole.columns().indexOf("p50"))));
        List<String> rowOfUnit = ofUnit.rows().get(ofUnit.rows().size() - 1);
        assertEquals("5", rowOfUnit.get(3));
        assertEquals(last.b().get(0).unitQuantiles()[5 * 7 + 6], Float.parseFloat(rowOfUnit.get(ofUnit.columns().indexOf("p99"))));
    }

    @Test
    void slicesHoldEveryValueOfTheProbe() {
        NumberTable table = numbers(Figure.of(FigureView.RIDGES).withTap(Tap.ACTIVATION));
        Map<List<String>, Long> totals = table.rows().stream().collect(Collectors.groupingBy(
                row -> row.subList(0, 3), Collectors.summingLong(row -> Long.parseLong(row.get(table.columns().indexOf("count"))))));
        totals.forEach((of, count) -> assertEquals(100 * Map.of("1", 8, "2", 6, "3", 2).get(of.get(1)), count, of.toString()));
    }

    @Test
    void curvesAreTheRecordedPointsAndTheNewest() {
        Figure figure = Figure.of(FigureView.GRADIENT_NORM).withLayer(1);
        Snapshot snapshot = twins.snapshot(figure);
        NumberTable table = figure.numbers(snapshot);
        assertEquals(List.of("step", "run", "layer", "gradient_norm"), table.columns());
        assertEquals(List.of("0", "10", "20", "25"), table.rows().stream().map(row -> row.get(0)).distinct().toList());
        Metrics latest = snapshot.latest();
        assertEquals(
                List.of("25", "B", "1", String.valueOf(LayerNumber.GRADIENT_NORM.of(latest.b(), 1))),
                table.rows().get(table.rows().size() - 1));
        assertEquals(List.of("step", "run", "loss_low", "loss_high"), numbers(Figure.of(FigureView.LOSS_RANGE)).columns());
        assertEquals("", numbers(Figure.of(FigureView.LOSS)).rows().get(0).get(2), "there is no training loss at step 0");
    }

    @Test
    void unitsHaveARowEachAndPredictionsOneForEachCell() {
        Figure units = Figure.of(FigureView.UNITS).withLayer(1);
        var detail = twins.snapshot(units).closer().layer().orElseThrow();
        NumberTable table = numbers(units);
        assertEquals(16, table.rows().size());
        assertEquals(String.valueOf(detail.b().units().get(7).gamma()), table.rows().get(15).get(table.columns().indexOf("gamma")));
        assertEquals("", table.rows().get(0).get(table.columns().indexOf("gamma")));
        var surface = twins.snapshot(Figure.of(FigureView.PREDICTIONS)).closer().predictions().orElseThrow().surface().orElseThrow();
        assertEquals(2 * surface.columns() * surface.rows(), numbers(Figure.of(FigureView.PREDICTIONS)).rows().size());
        Snapshot images = SampleNumbers.with(SampleNumbers.mistakes(12));
        NumberTable mistakes = Figure.of(FigureView.PREDICTIONS).numbers(images);
        assertEquals(List.of("run", "example", "label", "answer", "probability"), mistakes.columns());
        assertTrue(mistakes.rows().stream().allMatch(row -> !row.get(2).equals(row.get(3))));
    }

    @Test
    void whatCannotBeShownIsOneSentence() {
        Map<String, Function<Snapshot, Picture>> refusals = Map.of(
                "there is no layer 4 to show; accepted are 1 to 3 (3 is the output).", Figure.of(FigureView.RIDGES).withLayer(4)::picture,
                "there is no layer 4 to show; accepted are 0 to 3 (0 is the input, 3 is the output).",
                Figure.of(FigureView.NOW).withLayer(4)::picture,
                "there is no unit 6 to show; accepted are 0 to 5.", unit(Figure.of(FigureView.PERCENTILES).withLayer(2), 6)::picture,
                "the output has no φ to show; accepted are layers 1 to 2.", Figure.of(FigureView.PHI).withLayer(3)::picture,
                "layer 1 has not been measured unit by unit yet.", Figure.of(FigureView.UNITS).withLayer(1)::picture,
                "the three kinds of statistics have not been measured yet.", Figure.of(FigureView.LAG)::picture,
                "this snapshot was made to show SCALED, not GRADIENT.", Figure.of(FigureView.NOW).withTap(Tap.GRADIENT)::picture);
        Snapshot snapshot = twins.snapshot(Figure.of(FigureView.NOW));
        refusals.forEach((sentence, made) ->
                assertEquals(sentence, assertThrows(BadInputException.class, () -> made.apply(snapshot)).getMessage()));
        assertThrows(BadInputException.class, () -> Figure.of(FigureView.NOW).withRun(Side.A));
        assertThrows(BadInputException.class, () -> Figure.of(FigureView.NOW).withSize(100, 400));
    }
}
