package shiftscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.config.LossKind;

class BenchmarkTest {
    private static final Workload SMALL = WorkloadTest.of("6-5-4-3", 8, LossKind.CROSS_ENTROPY);
    /** Large enough for a second thread to pay. */
    private static final Workload LARGE = WorkloadTest.of("100-60-10", 60, LossKind.CROSS_ENTROPY);

    @Test
    void oneRunAndTwinsHaveTheSameLossAndHash() {
        Result alone = trial(SMALL, 1, false, 400);
        Result twins = trial(SMALL, 2, true, 400);

        assertEquals(300, alone.lossAfter());
        assertEquals(400, alone.hashAfter());
        assertEquals(alone.loss(), twins.loss());
        assertEquals(alone.hash(), twins.hash());
        assertEquals(500, trial(SMALL, 1, false, 600).hashAfter());
        assertNotEquals(alone.hash(), trial(SMALL, 1, false, 399).hash(), "a step changed nothing");
    }

    @Test
    void aSecondThreadIsCountedOnlyWhereItIsUsed() {
        assertEquals(1, trial(LARGE, 1, false, 3).threads());
        assertEquals(2, trial(LARGE, 2, false, 3).threads());
        assertEquals(1, trial(SMALL, 2, false, 3).threads());
    }

    @Test
    void scalingIsMeasuredWhenAskedFor() {
        assertTrue(trial(LARGE, 2, false, 3).scaling().isEmpty());
        assertTrue(trial(LARGE, 2, false, 3).machineScaling().isEmpty());
        assertTrue(trial(LARGE, 2, true, 3).scaling().getAsDouble() > 0);
    }

    @Test
    void aMeasurementWarmsUpAndSaysSo() {
        List<String> said = new ArrayList<>();
        try (Benchmark benchmark = new Benchmark(SMALL, 1, true)) {
            Result result = benchmark.measure(0.2, said::add);

            assertTrue(result.stepsPerSecond() > 0);
            assertEquals(result.stepsPerSecond() * SMALL.flops() / 1e9, result.gflopPerSecond(), 1e-12 * result.gflopPerSecond());
            assertTrue(result.peakGflopPerSecond() > result.gflopPerSecond(), result.toString());
            assertEquals(result.gflopPerSecond() / result.peakGflopPerSecond(), result.shareOfPeak());
            assertTrue(result.scaling().getAsDouble() > 0);
            assertTrue(result.machineScaling().getAsDouble() > 0);
            assertEquals(trial(SMALL, 1, false, 500).hash(), result.hash(), "warming up is no part of the first steps");
        }
        assertTrue(said.get(0).startsWith("Warm-up: "), said.toString());
        assertTrue(said.get(1).startsWith("Measuring with the kernel "), said.toString());
    }

    @Test
    void noThreadIsLeftOver() throws InterruptedException {
        trial(LARGE, 2, true, 3);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("shiftscope-twin") || thread.getName().equals("shiftscope-peak")) {
                thread.join(10_000);
                assertTrue(!thread.isAlive(), "still there: " + thread);
            }
        }
    }

    @Test
    void theStartDoesNotDependOnWhatIsTimed() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        try (Benchmark alone = new Benchmark(LARGE, 1, false); Benchmark twins = new Benchmark(LARGE, 2, true)) {
            alone.writeStart(one);
            twins.writeStart(two);
        }
        assertEquals(one.toString(), two.toString());
    }

    private static Result trial(Workload workload, int threads, boolean scaling, int steps) {
        try (Benchmark benchmark = new Benchmark(workload, threads, scaling)) {
            return benchmark.trial(steps);
        }
    }
}
