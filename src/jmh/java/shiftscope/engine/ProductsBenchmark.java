package shiftscope.engine;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
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

/** The three products of a dense layer, with each kernel, in the sizes of the nets of {@code docs/performance-kernels.md}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProductsBenchmark {
    /** Batch × inputs × units of the layer. */
    @Param({"60x784x100", "60x100x100", "60x100x10", "128x784x256", "128x256x256", "128x256x10", "32x2x10", "32x10x10", "32x10x1"})
    public String layer;

    @Param({"PLAIN", "VECTOR", "EJML"})
    public Kernel kernel;

    private Products products;
    private DMatrixRMaj x;
    private DMatrixRMaj weights;
    private DMatrixRMaj bias;
    private DMatrixRMaj z;
    private DMatrixRMaj dz;
    private DMatrixRMaj dWeights;
    private DMatrixRMaj dx;

    @Setup
    public void draw() {
        String[] sizes = layer.split("x");
        int batch = Integer.parseInt(sizes[0]);
        int inputs = Integer.parseInt(sizes[1]);
        int units = Integer.parseInt(sizes[2]);
        products = kernel.arithmetic().products();
        RandomStream stream = new Seed(1).data();
        x = gaussian(batch, inputs, stream);
        weights = gaussian(inputs, units, stream);
        bias = gaussian(1, units, stream);
        dz = gaussian(batch, units, stream);
        z = new DMatrixRMaj(batch, units);
        dWeights = new DMatrixRMaj(inputs, units);
        dx = new DMatrixRMaj(batch, inputs);
    }

    private static DMatrixRMaj gaussian(int rows, int columns, RandomStream stream) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = stream.gaussian();
        }
        return matrix;
    }

    /** {@code z = xW + b}. */
    @Benchmark
    public DMatrixRMaj forward() {
        products.multiply(x, weights, bias, z);
        return z;
    }

    /** {@code dW = xᵀ·dz}. */
    @Benchmark
    public DMatrixRMaj weightsGradient() {
        products.multiplyTransposedLeft(x, dz, dWeights);
        return dWeights;
    }

    /** {@code dx = dz·Wᵀ}. */
    @Benchmark
    public DMatrixRMaj inputGradient() {
        products.multiplyTransposedRight(dz, weights, dx);
        return dx;
    }
}
