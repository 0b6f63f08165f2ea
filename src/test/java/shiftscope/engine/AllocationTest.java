package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;

/** No step allocates: a collector that runs while one of two twins trains would show as a hitch in the pictures of both. */
class AllocationTest {
    private static final int STEPS = 1000;
    /**
     * Vectors are objects until the compiler has taken them apart, which takes some thousands of steps; on a machine with other work, whose
     * compiler comes late, many more.
     */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    /** Enough where something is allocated for good. */
    private static final long SHORTLY = TimeUnit.SECONDS.toNanos(1);
    private static final ScheduleSettings CONSTANT = new ScheduleSettings(ScheduleKind.CONSTANT, 0, 1, 1);
    static final int[] SIZES = {6, 9, 8, 3};
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Keeps what {@link #anAllocationIsSeen} makes from being optimized away. */
    private double[] kept;

    private final Kernel before = Kernel.fastest();

    @AfterEach
    void putBack() {
        Kernel.setFastest(before);
    }

    static List<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (Placement placement : new Placement[] {null, Placement.BEFORE, Placement.AFTER}) {
            for (LossKind loss : LossKind.values()) {
                for (OptimizerKind optimizer : OptimizerKind.values()) {
                    settings.add(Arguments.of(optimizer, placement, loss));
                }
            }
        }
        return settings;
    }

    static List<Arguments> normalizers() {
        List<Arguments> settings = new ArrayList<>();
        for (Normalization kind : Normalization.values()) {
            for (Placement placement : Placement.values()) {
                settings.add(Arguments.of(kind, placement));
            }
        }
        return settings;
    }

    @ParameterizedTest(name = "{0}, normalizer {1}, {2}")
    @MethodSource("settings")
    void trainingAllocatesNothing(OptimizerKind optimizerKind, Placement placement, LossKind kind) {
        RandomMatrices random = new RandomMatrices(90);
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.SIGMOID, placement, true, 1e-5);
        double decay = optimizerKind == OptimizerKind.ADAM ? 0 : 1e-3;
        Optimizer optimizer = Optimizer.of(new TrainingSettings(0.01, 12, optimizerKind, 0.9, 1e-4, decay, CONSTANT, kind));
        assertTrainsWithoutAllocating(random, network, optimizer, Loss.of(kind), RandomNetworks.chance(0));
    }

    @ParameterizedTest
    @MethodSource("normalizers")
    void trainingWithDropoutAndAnyNormalizerAllocatesNothing(Normalization kind, Placement placement) {
        RandomMatrices random = new RandomMatrices(92);
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.SIGMOID, kind, placement, true, 1e-5);
        Optimizer optimizer = new GradientDescent(0.01, 0, 0, false);
        assertTrainsWithoutAllocating(random, network, optimizer, Loss.of(LossKind.CROSS_ENTROPY), RandomNetworks.chance(0.2));
    }

    static void assertTrainsWithoutAllocating(
            RandomMatrices random, Network network, Optimizer optimizer, Loss loss, Chance chance) {
        DMatrixRMaj[] batches = {random.gaussian(12, SIZES[0]), random.gaussian(7, SIZES[0])};
        DMatrixRMaj[] targets = {random.oneHot(12, SIZES[3]), random.oneHot(7, SIZES[3])};
        Pass pass = new Pass(network, 12);
        Runnable steps = () -> {
            for (int step = 0; step < STEPS; step++) {
                DMatrixRMaj target = targets[step & 1];
                network.forward(batches[step & 1], chance, pass);
                double value = network.backward(target, loss, pass) + loss.value(pass.logits(), target);
                network.visit(pass, optimizer);
                network.updateRunning(pass);
                if (!Double.isFinite(value) || !pass.allFinite(pass.logits())) {
                    throw new AssertionError("diverged");
                }
            }
        };
        for (Kernel kernel : new Kernel[] {Kernel.PLAIN, Kernel.VECTOR}) {
            Kernel.setFastest(kernel);
            assertEquals(0, allocated(steps, PATIENCE), kernel.toString());
        }
    }

    @Test
    void inferenceAndPopulationStatisticsAllocateNothing() {
        RandomMatrices random = new RandomMatrices(91);
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, Placement.BEFORE, true, 1e-5);
        DMatrixRMaj x = random.gaussian(12, SIZES[0]);
        Pass pass = new Pass(network, 12);
        PopulationStatistics exact = PopulationStatistics.of(network, x, 0, 1);
        PopulationStatistics averaged = PopulationStatistics.of(network, x, 3, 5);
        Runnable steps = () -> {
            for (int step = 0; step < STEPS; step++) {
                exact.measure(network);
                averaged.measure(network);
                network.forward(x, Statistics.POPULATION, pass);
                network.forward(x, Statistics.RUNNING, pass);
            }
        };
        assertEquals(0, allocated(steps, PATIENCE));
    }

    /** At a step far into a run, and before, in and after the fall of the cosine. */
    @ParameterizedTest
    @EnumSource(ScheduleKind.class)
    void schedulesAllocateNothing(ScheduleKind kind) {
        Schedule schedule = new Schedule(new ScheduleSettings(kind, STEPS / 4, STEPS / 2, 0.9));
        Runnable steps = () -> {
            double sum = 0;
            for (int step = 0; step < STEPS; step++) {
                sum += schedule.share(step) + schedule.share(1_000_003L * step);
            }
            if (!(sum > 0)) {
                throw new AssertionError("no shares");
            }
        };
        assertEquals(0, allocated(steps, PATIENCE));
    }

    /** Were the measurement blind, the tests above could not fail. */
    @Test
    void anAllocationIsSeen() {
        Runnable steps = () -> {
            for (int step = 0; step < STEPS; step++) {
                kept = new double[2];
            }
        };
        assertTrue(allocated(steps, SHORTLY) >= STEPS * 16L);
        assertEquals(2, kept.length);
    }

    /**
     * Bytes that this thread allocates in the steps once they are warm: runs are repeated until one allocates nothing, and the fewest
     * bytes are told if within {@code patience} none did. For as long as methods get compiled the JVM charges a run with something of
     * its own now and then, and vector code that is not compiled yet makes objects. A step that allocates does so in each run.
     */
    private static long allocated(Runnable steps, long patience) {
        assumeTrue(THREADS.isThreadAllocatedMemorySupported() && THREADS.isThreadAllocatedMemoryEnabled());
        steps.run();
        long least = Long.MAX_VALUE;
        long begin = System.nanoTime();
        while (least != 0 && System.nanoTime() - begin < patience) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            steps.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
