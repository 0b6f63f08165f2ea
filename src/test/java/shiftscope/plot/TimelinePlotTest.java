package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.session.Snapshot;

class TimelinePlotTest {
    private static final Box BOX = new Box(0, 0, 600, 44);
    private static final Palette PALETTE = Palette.LIGHT;
    private final Snapshot past = SampleTimes.past();
    private final TimelinePlot plot = TimelinePlot.of(past, past.step());

    private static RecordingSurface draw(TimelinePlot plot, Box box) {
        RecordingSurface surface = new RecordingSurface();
        plot.draw(surface, box, PALETTE);
        return surface;
    }

    /** Where a step is: the first pixel whose step is not earlier. */
    private double place(long step) {
        double x = 0;
        while (plot.stepAt(BOX, PALETTE, x) < step) {
            x += 0.25;
        }
        return x;
    }

    @Test
    void everyPlaceIsAStepFromTheFirstToTheNewest() {
        assertEquals(0, plot.stepAt(BOX, PALETTE, -50));
        assertEquals(0, plot.stepAt(BOX, PALETTE, 12));
        assertEquals(920, plot.stepAt(BOX, PALETTE, 300));
        assertEquals(1_840, plot.stepAt(BOX, PALETTE, 588));
        assertEquals(1_840, plot.stepAt(BOX, PALETTE, 5_000));
        TimelinePlot start = new TimelinePlot(0, 0, List.of(), List.of(), OptionalLong.empty());
        assertEquals(0, start.stepAt(BOX, PALETTE, 300));
    }

    @Test
    void whatHappenedIsSaidWhereItHappened() {
        assertEquals("step 613: B γ, β off", plot.words(BOX, PALETTE, place(613) + 5).split("\n")[0]);
        assertEquals("step 600: another way was taken", plot.words(BOX, PALETTE, place(600) - 3));
        assertEquals("step 920: learning rate 0.5", plot.words(BOX, PALETTE, place(920)));
        assertEquals("step 1\u2009000", plot.words(BOX, PALETTE, place(1_000)));
        TimelinePlot diverged = new TimelinePlot(142, 142, List.of(), List.of(), OptionalLong.of(143));
        assertEquals("step 143: a run left the finite numbers", diverged.words(BOX, PALETTE, 588));
        assertEquals(
                "Step 1\u2009240 of 1\u2009840; step 613: B γ, β off; step 920: learning rate 0.5; step 1\u2009226: A batch norm; "
                        + "step 1\u2009472: B population statistics; step 600: another way was taken.",
                plot.summary());
    }

    @Test
    void theThumbStandsWhereItIsWishedFor() {
        RecordingSurface surface = draw(TimelinePlot.of(past, 920), BOX);
        assertTrue(surface.circles.stream().anyMatch(circle -> Math.abs(circle.centreX() - 300) < 0.5), surface.circles.toString());
    }

    @Test
    void aMarkIsInTheColourOfItsRun() {
        List<Colour> colours = draw(plot, BOX).polygons.stream().map(mark -> mark.stroke().colour()).toList();
        assertEquals(List.of(PALETTE.b(), PALETTE.muted(), PALETTE.a(), PALETTE.b()), colours);
    }

    @Test
    void noRoomIsNoTrouble() {
        for (double width = 0; width < 60; width += 3) {
            draw(plot, new Box(0, 0, width, 44));
            draw(plot, new Box(0, 0, 600, width / 3));
        }
    }

    @Test
    void theCurvesGoOnPalerAndAFutureThatWasLeftIsThinner() {
        CurvePlot alone = CurvePlot.trainingLoss(past.history(), past.latest(), past.commands());
        CurvePlot with = alone.withOtherTimes(past);
        RecordingSurface surface = new RecordingSurface();
        Box box = new Box(0, 0, 300, 150);
        with.draw(surface, box, PALETTE, Optional.empty());
        assertEquals(6, surface.polylines.size(), "left, ahead and so far, of both runs");
        assertEquals(PALETTE.a(), surface.polylines.get(4).stroke().colour());
        for (int i = 0; i < 4; i++) {
            assertTrue(surface.polylines.get(i).stroke().colour().alpha() < 0.7);
        }
        assertTrue(surface.polylines.get(0).stroke().width() < surface.polylines.get(2).stroke().width());
        assertTrue(surface.texts.stream().anyMatch(text -> text.text().equals("before the fork at 600")), surface.texts.toString());
        assertEquals(1_840, with.at(box, PALETTE, 240).orElseThrow().step());
        assertEquals(1_240, alone.at(box, PALETTE, 240).orElseThrow().step());
        assertTrue(with.summary().contains("1\u2009240"), with.summary());
    }

    @Test
    void atTheNewestStepNothingIsPaler() {
        Snapshot usual = SampleSnapshots.usual();
        RecordingSurface surface = new RecordingSurface();
        CurvePlot.trainingLoss(usual.history(), usual.latest(), usual.commands()).withOtherTimes(usual)
                .draw(surface, new Box(0, 0, 300, 150), PALETTE, Optional.empty());
        assertEquals(2, surface.polylines.size());
        assertFalse(surface.texts.stream().anyMatch(text -> text.text().contains("fork")));
        assertEquals(Side.values().length, surface.polylines.size());
    }
}
