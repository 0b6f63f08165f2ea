package shiftscope.engine;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.ejml.data.DMatrixRMaj;

/**
 * Measures, on a thread beside the training, whether the vector kernel is faster on this machine than the plain one. It can be much
 * slower until it is compiled, and for good where the compiler keeps its vectors in memory.
 */
final class KernelCalibration {
    private static final long SECOND = 1_000_000_000L;
    /** On a busy machine the compiler may take its time. */
    private static final long LONGEST = 30 * SECOND;

    /** After this long, most of the time is left to others. */
    private static final long EAGER = SECOND;

    private static final long PAUSE = SECOND / 50;
    private static final int ROUNDS = 7;
    private static final double MARGIN = 1.1;
    private static final int WINS = 3;

    private static final int WARM_ROWS = 12;
    private static final int WARM_UNITS = 52;
    private static final int WARM_PRODUCTS = 120;

    /** A product of the size of a small hidden layer, no multiple of any number of lanes. */
    private final DMatrixRMaj a = new DMatrixRMaj(60, 99);

    private final DMatrixRMaj b = new DMatrixRMaj(99, 100);
    private final DMatrixRMaj c = new DMatrixRMaj(60, 100);
    private final DMatrixRMaj back = new DMatrixRMaj(60, 99);
    private final DMatrixRMaj weights = new DMatrixRMaj(99, 100);
    private final DMatrixRMaj normalized = new DMatrixRMaj(60, 100);
    private final double[] mean = new double[100];
    private final double[] variance = new double[100];

    private KernelCalibration() {}

    static void begin() {
        Thread thread = new Thread(() -> new KernelCalibration().run(), "shiftscope-kernel-calibration");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Arrays.fill(a.data, 1.0 / 3);
        Arrays.fill(b.data, 1.0 / 7);
        Arithmetic plain = Kernel.PLAIN.arithmetic();
        Arithmetic vector = Kernel.VECTOR.arithmetic();
        long begin = System.nanoTime();
        warmUp(vector.products());
        int wins = 0;
        while (System.nanoTime() - begin < LONGEST) {
            // In turns, so that neither is compared with what the other was before it was compiled.
            wins = median(vector) * MARGIN < median(plain) ? wins + 1 : 0;
            if (wins == WINS) {
                Kernel.setFastest(Kernel.VECTOR);
                return;
            }
            if (System.nanoTime() - begin > EAGER) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /**
     * Products so small that each innermost loop is entered often rather than long. The compiler then takes the whole method at once;
     * else it first takes the loop that it finds running, and then the same again.
     */
    private static void warmUp(Products products) {
        DMatrixRMaj left = new DMatrixRMaj(WARM_ROWS, WARM_UNITS);
        DMatrixRMaj right = new DMatrixRMaj(WARM_UNITS, WARM_UNITS);
        DMatrixRMaj result = new DMatrixRMaj(WARM_ROWS, WARM_UNITS);
        DMatrixRMaj gradient = new DMatrixRMaj(WARM_UNITS, WARM_UNITS);
        for (int i = 0; i < WARM_PRODUCTS; i++) {
            products.multiply(left, right, null, result);
            products.multiplyTransposedLeft(left, result, gradient);
            products.multiplyTransposedRight(result, right, left);
        }
    }

    private long median(Arithmetic arithmetic) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            work(arithmetic);
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    /** What a hidden layer does in a step, more or less. */
    private void work(Arithmetic arithmetic) {
        Products products = arithmetic.products();
        Standardization standardization = arithmetic.standardization();
        products.multiply(a, b, null, c);
        standardization.moments(c.data, c.numRows, c.numCols, mean, variance);
        standardization.forward(c.data, c.numRows, c.numCols, mean, variance, mean, variance, normalized.data, c.data);
        arithmetic.functions().sigmoid(c.data, normalized.data, c.getNumElements());
        standardization.parameterGradients(normalized.data, c.data, c.numRows, c.numCols, mean, variance);
        standardization.inputGradient(normalized.data, c.data, c.numRows, c.numCols, mean, variance, mean, normalized.data);
        products.multiplyTransposedLeft(a, normalized, weights);
        products.multiplyTransposedRight(normalized, b, back);
    }
}
