package shiftscope.engine;

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
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

/** The sigmoid and tanh of a layer's whole batch, with each kernel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FunctionsBenchmark {
    /** Batch × units: 32×10, 60×100 and 128×256. */
    @Param({"320", "6000", "32768"})
    public int size;

    @Param({"PLAIN", "VECTOR"})
    public Kernel kernel;

    private Functions functions;
    private double[] x;
    private double[] y;

    @Setup
    public void draw() {
        functions = kernel.arithmetic().functions();
        RandomStream stream = new Seed(1).data();
        x = new double[size];
        y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = 3 * stream.gaussian();
        }
    }

    @Benchmark
    public double[] sigmoid() {
        functions.sigmoid(x, y, size);
        return y;
    }

    @Benchmark
    public double[] tanh() {
        functions.tanh(x, y, size);
        return y;
    }
}
