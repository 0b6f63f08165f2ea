package shiftscope.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.engine.Kernel;

/** Whole training steps of the nets of {@code docs/performance-kernels.md}, as {@code shiftscope bench} makes them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class StepBenchmark {
    private static final long SEED = 42;

    /** Widths, batch size, φ. */
    @Param({"784-100-100-100-10 60 SIGMOID", "784-256-256-256-256-256-10 128 RELU", "2-10-10-10-1 32 TANH"})
    public String net;

    @Param({"plain", "vector", "ejml"})
    public String kernel;

    @Param({"NONE", "BATCH"})
    public Normalization normalization;

    private Course course;

    @Setup
    public void begin() {
        // Read once, as the class of the kernels is loaded, which in this fork has not happened yet.
        System.setProperty(Kernel.PROPERTY, kernel);
        String[] parts = net.split(" ");
        List<Integer> widths = Workload.widths(parts[0]);
        Workload workload = new Workload(
                widths,
                Integer.parseInt(parts[1]),
                ActivationKind.valueOf(parts[2]),
                normalization,
                OptimizerKind.SGD,
                Workload.usualLoss(widths));
        Batches batches = new Batches(workload, SEED);
        course = new Course(workload, batches, batches.dataset());
    }

    @Benchmark
    public void step() {
        course.make(1);
    }
}
