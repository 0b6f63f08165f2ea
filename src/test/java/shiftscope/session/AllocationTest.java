package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.Side;
import shiftscope.config.TrainingSettings;

/**
 * A step between two recordings leaves the garbage collector nothing to do. Windows of steps are measured until one is free of
 * allocation: vector code makes objects until it is compiled, and on a machine with other work the compiler comes late. A step that
 * allocates does so in every window. A window counts as free below one byte a step, since the virtual machine itself allocates now and
 * then.
 */
class AllocationTest {
    private static final int STEPS = 1_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    /** More than are made before patience ends. */
    private static final int ALL_STEPS = 1_000_000;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aStepAllocatesNothing(OptimizerKind optimizer) {
        assertAllocatesNothing(SmallWorld.training(0.01, SmallWorld.BATCH, optimizer, 1e-4, LossKind.CROSS_ENTROPY));
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void noLossAllocates(LossKind loss) {
        assertAllocatesNothing(SmallWorld.training(0.01, SmallWorld.BATCH, OptimizerKind.MOMENTUM, 1e-4, loss));
    }

    @ParameterizedTest
    @EnumSource(ScheduleKind.class)
    void noScheduleAllocates(ScheduleKind kind) {
        ScheduleSettings schedule = new ScheduleSettings(kind, STEPS, ALL_STEPS, 0.5);
        assertAllocatesNothing(new TrainingSettings(
                0.01, SmallWorld.BATCH, OptimizerKind.ADAMW, 0.9, 1e-4, 1e-3, schedule, LossKind.BINARY_CROSS_ENTROPY));
    }

    private void assertAllocatesNothing(TrainingSettings training) {
        Experiment experiment = SmallWorld.experiment()
                .withMeasure(new MeasureSettings(40, 100_000, 0, 0, 100, false))
                .withTraining(training);
        assertAllocatesNothing(experiment);
    }

    @ParameterizedTest
    @EnumSource(Normalization.class)
    void aStepWithDropoutAndAnyNormalizerAllocatesNothing(Normalization kind) {
        Experiment experiment = SmallWorld.experiment()
                .withMeasure(new MeasureSettings(40, 100_000, 0, 0, 100, false))
                .withNetwork(SmallWorld.network(0.2))
                .withTraining(SmallWorld.training(0.01, SmallWorld.BATCH, OptimizerKind.SGD, 1e-4, LossKind.CROSS_ENTROPY));
        assertAllocatesNothing(experiment.withRun(Side.B, experiment.b().withNormalization(kind)));
    }

    private void assertAllocatesNothing(Experiment experiment) {
        try (Twins twins = SmallWorld.twins(experiment)) {
            long least = Long.MAX_VALUE;
            long begin = System.nanoTime();
            while (least >= STEPS && System.nanoTime() - begin < PATIENCE) {
                least = Math.min(least, allocatedBy(twins));
            }

            assertTrue(least < STEPS, least + " bytes in " + STEPS + " steps");
        }
    }

    private long allocatedBy(Twins twins) {
        return allocatedBy(twins::step, STEPS);
    }

    private long allocatedBy(BooleanSupplier steps, int count) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < count; step++) {
            steps.getAsBoolean();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** In the past or for the first time; keyframes are kept at few steps, in arrays that are used again. */
    @Test
    void aStepOfATimelineBetweenKeyframesAllocatesNothing() {
        Experiment experiment = SmallWorld.experiment().withMeasure(new MeasureSettings(40, 100_000, 0, 0, 100, false));
        int between = Keyframes.SPACING - 2;
        try (Timeline timeline = new Timeline(SmallWorld.twins(experiment), 100_000)) {
            long leastNew = Long.MAX_VALUE;
            long leastAgain = Long.MAX_VALUE;
            long begin = System.nanoTime();
            while ((leastNew >= between || leastAgain >= between) && System.nanoTime() - begin < PATIENCE) {
                leastNew = Math.min(leastNew, allocatedBy(timeline::step, between));
                timeline.goTo(timeline.now() - between);
                leastAgain = Math.min(leastAgain, allocatedBy(timeline::step, between));
                timeline.step();
                timeline.step();
            }

            assertTrue(leastNew < between && leastAgain < between, leastNew + " and " + leastAgain + " bytes in " + between + " steps");
        }
    }

    @Test
    void theMeasureSeesAllocations() {
        long before = threads.getCurrentThreadAllocatedBytes();
        byte[] kilobyte = new byte[1024];
        long after = threads.getCurrentThreadAllocatedBytes();

        assertEquals(1, (after - before) / kilobyte.length);
    }
}
