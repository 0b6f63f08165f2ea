package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Scaling;
import shiftscope.config.Side;
import shiftscope.plot.ContourPlot;
import shiftscope.plot.DrawsPlot;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.Twins;

class BesideTheRunTest {
    private static final Path HERE = MeasuredTwins.HERE;

    private static Script at(Experiment start, long step, RecordedCommand... commands) {
        return new Script(start, List.of(commands), step, Optional.empty());
    }

    private static double[] weights(Twins twins, Side side) {
        double[] data = twins.run(side).network().layers().get(0).dense().weights().data;
        int units = twins.run(side).network().layers().get(0).dense().units();
        return new double[] {data[0], data[units]};
    }

    @Test
    void theWayIsThatOfTheRunsOnScreen() {
        Experiment start = MeasuredTwins.prepared(2, "standardized");
        ContourPlot plot = new Contours().of(at(start, 30), HERE);
        assertEquals(30, plot.step());
        assertEquals(31, plot.b().first().length, "a point for every step and the start");
        for (int step : List.of(0, 7, 30)) {
            try (Twins twins = MeasuredTwins.after(start, step)) {
                assertArrayEquals(weights(twins, Side.A), new double[] {plot.a().first()[step], plot.a().second()[step]});
                assertArrayEquals(weights(twins, Side.B), new double[] {plot.b().first()[step], plot.b().second()[step]});
            }
        }
    }

    @Test
    void itGoesOnWithTheRunsAndBeginsAgainWithOthers() {
        Experiment start = MeasuredTwins.prepared(2, "standardized");
        Contours contours = new Contours();
        contours.of(at(start, 10), HERE);
        same(new Contours().of(at(start, 25), HERE), contours.of(at(start, 25), HERE));
        same(new Contours().of(at(start, 12), HERE), contours.of(at(start, 12), HERE));
        Script changed = at(start, 25, new RecordedCommand(5, new Command.SetLearningRate(0.5)));
        same(new Contours().of(changed, HERE), contours.of(changed, HERE));
        same(new Contours().of(at(start.withSeed(4), 8), HERE), contours.of(at(start.withSeed(4), 8), HERE));
    }

    private static void same(ContourPlot expected, ContourPlot found) {
        assertEquals(expected.step(), found.step());
        assertArrayEquals(expected.a().first(), found.a().first());
        assertArrayEquals(expected.b().second(), found.b().second());
        assertArrayEquals(expected.a().map().losses(), found.a().map().losses());
        assertArrayEquals(expected.b().map().losses(), found.b().map().losses());
    }

    @Test
    void aLongWayIsThinnedFromItsStartToNow() {
        Experiment start = MeasuredTwins.prepared(2, "standardized");
        ContourPlot plot = new Contours().of(at(start, 1_501), HERE);
        assertTrue(plot.a().first().length > 300 && plot.a().first().length <= 602, "points: " + plot.a().first().length);
        try (Twins twins = MeasuredTwins.after(start, 0)) {
            assertEquals(weights(twins, Side.A)[0], plot.a().first()[0]);
            for (int i = 0; i < 4; i++) {
                twins.step();
            }
            assertEquals(weights(twins, Side.A)[0], plot.a().first()[1], "every fourth step");
        }
        try (Twins twins = MeasuredTwins.after(start, 1_501)) {
            assertEquals(weights(twins, Side.A)[1], plot.a().second()[plot.a().second().length - 1]);
        }
    }

    @Test
    void theReachIsARoundNumberThatHoldsTheWay() {
        assertEquals(1, Contours.reach(List.of(new double[] {0.1, -0.5})));
        assertEquals(0.5, Contours.reach(List.of(new double[] {0, 0})));
        assertEquals(2, Contours.reach(List.of(new double[] {0.9, 0.1}, new double[] {0, 0})));
        assertEquals(50, Contours.reach(List.of(new double[] {0, -40})));
    }

    @Test
    void aRunThatDivergesIsShownWhereItStopped() {
        Experiment start = MeasuredTwins.prepared(2, "raw");
        Experiment fast = start.withTraining(start.training().withLearningRate(100));
        ContourPlot plot = new Contours().of(at(fast, 500), HERE);
        assertTrue(plot.step() < 500, "at step " + plot.step());
    }

    @Test
    void oneFeatureMakesNoMap() {
        Experiment start = Experiment.standard()
                .withTraining(Experiment.standard().training().withLoss(LossKind.MEAN_SQUARED_ERROR))
                .withData(new DataSettings(DataKind.SINE, 200, 0.1, Scaling.STANDARDIZE, 0.2, null));
        BadInputException refused = assertThrows(BadInputException.class, () -> new Contours().of(at(start, 0), HERE));
        assertTrue(refused.getMessage().contains("two features"), refused.getMessage());
    }

    @Test
    void batchesAreDrawnForTheRunThatIsNormalizedOverThem() {
        DrawsPlot plot = new DrawnBatches().of(at(MeasuredTwins.prepared(9, "eights"), 5), HERE);
        assertEquals(5, plot.step());
        assertEquals(Side.B, plot.side());
        assertEquals(DrawnBatches.SIZES, plot.draws().sizes().stream().map(size -> size.m()).toList());
        Experiment start = MeasuredTwins.prepared(9, "eights");
        Experiment swapped = start.withRun(Side.A, start.b()).withRun(Side.B, start.a());
        assertEquals(Side.A, new DrawnBatches().of(at(swapped, 0), HERE).side());
    }
}
