package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.Side;
import shiftscope.config.TrainingSettings;
import shiftscope.session.Command.SetLearningRate;

/** Twins whose learning rate moves by a schedule learn as twins to whom somebody sends every rate by hand. */
class ScheduledRateTest {
    private static final double RATE = 0.2;
    private static final int STEPS = 30;
    private static final ScheduleSettings CONSTANT = new ScheduleSettings(ScheduleKind.CONSTANT, 0, 1_000, 0.1);
    private static final ScheduleSettings HALVING = new ScheduleSettings(ScheduleKind.STEP, 4, 10, 0.5);

    /** Warm-up to step 4, then halved at 14 and 24. */
    private static double halving(int step) {
        return step < 4 ? (step + 1) / 4.0 : step < 14 ? 1 : step < 24 ? 0.5 : 0.25;
    }

    private static Experiment experiment(OptimizerKind optimizer, double weightDecay, ScheduleSettings schedule) {
        return SmallWorld.experiment()
                .withTraining(new TrainingSettings(
                        RATE, SmallWorld.BATCH, optimizer, 0.9, 1e-3, weightDecay, schedule, LossKind.CROSS_ENTROPY));
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aScheduleIsARateSentBeforeEveryStep(OptimizerKind optimizer) {
        double decay = optimizer == OptimizerKind.ADAM ? 0 : 0.01;
        try (Twins scheduled = SmallWorld.twins(experiment(optimizer, decay, HALVING));
                Twins byHand = SmallWorld.twins(experiment(optimizer, decay, CONSTANT));
                Twins steady = SmallWorld.twins(experiment(optimizer, decay, CONSTANT))) {
            for (int step = 0; step < STEPS; step++) {
                byHand.apply(new SetLearningRate(RATE * halving(step)));
                assertEquals(RATE * halving(step), scheduled.run(Side.A).learningRate());
                assertEquals(scheduled.run(Side.A).learningRate(), scheduled.run(Side.B).learningRate());
                SmallWorld.advance(scheduled, 1);
                SmallWorld.advance(byHand, 1);
                SmallWorld.advance(steady, 1);
            }
            assertEquals(byHand.hash(), scheduled.hash());
            assertNotEquals(steady.hash(), scheduled.hash());
        }
    }

    @Test
    void theLiveRateIsTheBaseOfTheSchedule() {
        try (Twins twins = SmallWorld.twins(experiment(OptimizerKind.SGD, 0, HALVING))) {
            SmallWorld.advance(twins, 14);
            twins.apply(new SetLearningRate(0.6));
            assertEquals(0.3, twins.run(Side.A).learningRate());
            SmallWorld.advance(twins, 10);
            assertEquals(0.15, twins.run(Side.B).learningRate());
        }
    }

    static List<ScheduleSettings> everyKind() {
        return List.of(CONSTANT, HALVING, new ScheduleSettings(ScheduleKind.COSINE, 5, 20, 0.1));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyPointHasTheRateOfTheStepThatFollows(ScheduleSettings schedule) {
        try (Twins twins = SmallWorld.twins(experiment(OptimizerKind.NESTEROV, 0, schedule))) {
            double first = twins.run(Side.A).learningRate();
            assertEquals(first, twins.history().get(0).learningRate());
            for (int step = 1; step <= 20; step++) {
                SmallWorld.advance(twins, 1);
                assertEquals(twins.run(Side.A).learningRate(), twins.measure().learningRate());
                assertEquals(step, twins.measure().step());
            }
            assertEquals(schedule.equals(CONSTANT), first == twins.latest().learningRate());
        }
    }
}
