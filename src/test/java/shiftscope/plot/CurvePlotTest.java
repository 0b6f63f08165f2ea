package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.plot.RecordingSurface.Drawn;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;

class CurvePlotTest {
    private static final Box BOX = new Box(10, 20, 270, 130);
    private static final Palette PALETTE = Palette.LIGHT;

    private static RecordingSurface draw(CurvePlot plot, Optional<Reading> reading) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, BOX, PALETTE, reading);
        return surface;
    }

    private static Metrics losses(long step, double a, double b) {
        return new Metrics(step, 0.1, new RunMetrics(a, a, 0.5, Optional.empty(), List.of()), new RunMetrics(b, b, 0.5, Optional.empty(), List.of()));
    }

    private static CurvePlot loss(List<Metrics> history) {
        return CurvePlot.trainingLoss(history, history.get(history.size() - 1), List.of());
    }

    @Test
    void aIsDashedAndBIsSolid() {
        List<Drawn> lines = draw(loss(SampleSnapshots.history(1_000, 20, 4)), Optional.empty()).polylines;
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).stroke().dashed());
        assertEquals(PALETTE.a(), lines.get(0).stroke().colour());
        assertFalse(lines.get(1).stroke().dashed());
        assertEquals(PALETTE.b(), lines.get(1).stroke().colour());
    }

    @Test
    void noNumberIsAGap() {
        List<Metrics> history = new ArrayList<>();
        double[] values = {Double.NaN, 2, 1, Double.NaN, 1, 0.5, Double.POSITIVE_INFINITY};
        for (int i = 0; i < values.length; i++) {
            history.add(losses(10L * i, values[i], 1));
        }
        List<Drawn> lines = draw(loss(history), Optional.empty()).polylines;
        assertEquals(3, lines.size(), "two parts of A, one B");
        assertEquals(2, lines.get(0).xs().length);
        assertEquals(2, lines.get(1).xs().length);
        assertEquals(7, lines.get(2).xs().length);
    }

    @Test
    void aLonePointIsADot() {
        RecordingSurface surface = draw(loss(List.of(losses(0, Double.NaN, Double.NaN), losses(5, 2, 1))), Optional.empty());
        assertTrue(surface.polylines.isEmpty());
        assertEquals(2, surface.circles.size());
    }

    @Test
    void aLongRunCostsNoMoreThanItsPixelsAndLosesNoSpike() {
        List<Metrics> history = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            double ordinary = 1 + 0.1 * Math.sin(i);
            history.add(losses(i, i == 31_415 ? 1_000 : i == 31_400 ? 0.001 : ordinary, ordinary));
        }
        RecordingSurface surface = draw(loss(history), Optional.empty());
        Drawn a = surface.polylines.get(0);
        assertTrue(a.xs().length <= 4 * BOX.width(), "points: " + a.xs().length);
        double highest = Arrays.stream(a.ys()).min().orElseThrow();
        double lowest = Arrays.stream(a.ys()).max().orElseThrow();
        assertTrue(highest < BOX.y() + 35, "the spike up is at " + highest);
        assertTrue(lowest > BOX.bottom() - 30, "the spike down, in the same column, is at " + lowest);
        for (int i = 1; i < a.xs().length; i++) {
            assertTrue(a.xs()[i] >= a.xs()[i - 1], "steps go forward");
        }
    }

    @Test
    void theReadingIsThatOfTheNearestRecordedStep() {
        List<Metrics> history = List.of(losses(0, 4, 3), losses(100, 2, 1), losses(1_000, 1, 0.5));
        CurvePlot plot = loss(history);
        double left = 10 + 38;
        double width = 270 - 38 - 60;
        assertEquals(Optional.of(new Reading(100, 2, 1)), plot.at(BOX, PALETTE, left + 0.2 * width));
        assertEquals(Optional.of(new Reading(1_000, 1, 0.5)), plot.at(BOX, PALETTE, left + 0.7 * width));
        assertEquals(Optional.empty(), plot.at(BOX, PALETTE, 5));
        assertEquals(Optional.empty(), plot.at(BOX, PALETTE, BOX.right()));
        List<String> words = draw(plot, plot.at(BOX, PALETTE, left + 0.2 * width)).words();
        assertTrue(words.containsAll(List.of("step 100", "A  2.00", "B  1.00")), words::toString);
    }

    @Test
    void theNewestValuesStandAtTheEndsWithoutTouching() {
        RecordingSurface surface = draw(loss(List.of(losses(0, 2, 2), losses(10, 1, 1.001))), Optional.empty());
        List<RecordingSurface.Said> ends =
                surface.texts.stream().filter(said -> said.text().matches("[AB] 1.00")).toList();
        assertEquals(2, ends.size());
        assertTrue(Math.abs(ends.get(0).y() - ends.get(1).y()) >= 11);
    }

    @Test
    void theLatestMeasurementIsOnTheCurveOnce() {
        List<Metrics> history = List.of(losses(0, 4, 3), losses(100, 2, 1));
        CurvePlot newer = CurvePlot.trainingLoss(history, losses(150, 1, 1), List.of());
        assertEquals(3, draw(newer, Optional.empty()).polylines.get(0).xs().length);
        CurvePlot same = CurvePlot.trainingLoss(history, history.get(1), List.of());
        assertEquals(2, draw(same, Optional.empty()).polylines.get(0).xs().length);
    }

    @Test
    void accuracyIsDrawnOnTheWholeRange() {
        Snapshot s = SampleSnapshots.usual();
        List<String> words = draw(CurvePlot.testAccuracy(s.history(), s.latest(), List.of()), Optional.empty()).words();
        assertTrue(words.containsAll(List.of("0%", "50%", "100%")), words::toString);
    }

    @Test
    void classesAreTestedByTheirAccuracyAndNumbersByTheirLoss() {
        assertEquals("Test accuracy", CurvePlot.test(SampleSnapshots.usual()).title());
        Snapshot numbers = SampleSnapshots.regression();
        CurvePlot test = CurvePlot.test(numbers);
        assertEquals("Test loss", test.title());
        RecordingSurface surface = draw(test, Optional.empty());
        assertEquals(2, surface.polylines.size());
        assertTrue(surface.words().containsAll(List.of("1e−4", "0.01", "1")), () -> "a logarithmic axis: " + surface.words());
        assertTrue(surface.words().stream().noneMatch(word -> word.endsWith("%")), () -> surface.words().toString());
        double last = numbers.latest().b().testLoss();
        assertTrue(test.summary().endsWith("B " + Numbers.measured(last) + "."), test.summary());
        assertTrue(surface.words().contains("B " + Numbers.inDigits(last)), () -> surface.words().toString());
        Box plot = new Box(48, 46, 270 - 38 - 60, 130 - 26 - 20);
        LogScale expected = new LogScale(least(numbers) / 1.15, most(numbers) * 1.15, plot.bottom() - 10, plot.y());
        assertEquals(expected.at(last), last(surface.polylines.get(1)), 1e-9);
    }

    private static double least(Snapshot snapshot) {
        return snapshot.history().stream().mapToDouble(entry -> Math.min(entry.a().testLoss(), entry.b().testLoss())).min().orElseThrow();
    }

    private static double most(Snapshot snapshot) {
        return snapshot.history().stream().mapToDouble(entry -> Math.max(entry.a().testLoss(), entry.b().testLoss())).max().orElseThrow();
    }

    @Test
    void aSmallLossHasTwoDigits() {
        CurvePlot plot = loss(List.of(losses(0, 1, 1), losses(10, 0.0412, 0.0096)));
        assertEquals("Training loss at step 10: A 0.041, B 0.010.", plot.summary());
        assertTrue(draw(plot, Optional.empty()).words().containsAll(List.of("A 0.041", "B 0.010")));
        assertTrue(draw(plot, Optional.of(new Reading(10, 0.0412, 0.0994))).words().containsAll(List.of("A  0.041", "B  0.099")));
        assertTrue(loss(List.of(losses(0, 0.0996, 0.0094))).summary().endsWith("A 0.10, B 0.0094."));
    }

    @Test
    void shiftSaysOfWhichLayer() {
        Snapshot s = SampleSnapshots.usual();
        CurvePlot third = CurvePlot.shift(s.history(), s.latest(), s.commands(), 3);
        assertEquals("Shift of layer 3", third.title());
        assertTrue(draw(third, Optional.empty()).words().contains("W₁ from step 0, in σ₀"));
        assertEquals("Shift of the output", CurvePlot.shift(s.history(), s.latest(), s.commands(), 4).title());
        assertTrue(third.summary().startsWith("Shift of layer 3 at step 1\u2009840: A "), third.summary());
    }

    @Test
    void marksStandWhereTheSwitchWasChanged() {
        Snapshot s = SampleSnapshots.usual();
        RecordingSurface surface = draw(CurvePlot.testAccuracy(s.history(), s.latest(), s.commands()), Optional.empty());
        assertEquals(4, surface.polygons.size());
        double width = 270 - 38 - 60;
        for (int i = 0; i < 4; i++) {
            double expected = 48 + width * s.commands().get(i).step() / 1_840.0;
            assertEquals(expected, surface.polygons.get(i).xs()[0], 1e-9);
        }
        assertEquals(PALETTE.b(), surface.polygons.get(0).stroke().colour());
        assertEquals(PALETTE.muted(), surface.polygons.get(1).stroke().colour());
        assertEquals(PALETTE.a(), surface.polygons.get(2).stroke().colour());
    }

    @Test
    void numbersOfARunThatDivergedAreNoTrap() {
        List<Metrics> history = List.of(
                losses(0, Double.NaN, Double.NaN), losses(1, 0, -1), losses(2, 1e308, 1e-320), losses(3, Double.NaN, 1));
        draw(loss(history), Optional.empty());
        draw(loss(history.subList(0, 1)), Optional.empty());
        draw(CurvePlot.shift(history, history.get(3), List.of(), 7), Optional.empty());
    }

    @Test
    void thePercentilesOfBothRunsShareTheirAxis() {
        Snapshot s = SampleSnapshots.usual();
        RecordingSurface surface = new RecordingSurface();
        WallLayout layout = WallLayout.of(850, 700, PercentilesPlot.rows(s), PALETTE);
        PercentilesPlot.draw(surface, s, PALETTE, layout);
        assertEquals(4 * 2 * 3, surface.polylines.size());
        // The median of either run at the newest step, against one scale made from A's 15th and 85th percentile.
        List<Drawn> lines = surface.polylines.subList(0, 6);
        double p15 = s.latest().a().layers().get(0).p15();
        double p85 = s.latest().a().layers().get(0).p85();
        LinearScale y = new LinearScale(p15, p85, last(lines.get(0)), last(lines.get(1)));
        assertEquals(y.at(s.latest().a().layers().get(0).p50()), last(lines.get(2)), 1e-6);
        assertEquals(y.at(s.latest().b().layers().get(0).p50()), last(lines.get(5)), 1e-6);
        assertTrue(surface.words().containsAll(List.of("15%", "50%", "85%", "Layer 1", "Output", "unit 0")));
    }

    private static double last(Drawn line) {
        return line.ys()[line.ys().length - 1];
    }
}
