package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Measures, on a thread beside the training, whether the vector kernel is faster on this machine than the plain one. It can be much
 * slower until it is compiled, and for good where the compiler keeps its vectors in memory.
 */
final class KernelCalibration {
    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST = 3 * SECOND;
    private static final int ROUNDS = 7;
    private static final double MARGIN = 1.1;

    /** A product of the size of a small hidden layer, no multiple of any number of lanes. */
    private final DMatrixRMaj a = new DMatrixRMaj(60, 99);

    private final DMatrixRMaj b = new DMatrixRMaj(99, 100);
    private final DMatrixRMaj c = new DMatrixRMaj(60, 100);
    private final DMatrixRMaj back = new DMatrixRMaj(60, 99);
    private final DMatrixRMaj weights = new DMatrixRMaj(99, 100);

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
        long plainTime = 0;
        while (System.nanoTime() - begin < LONGEST) {
            if (plainTime == 0) {
                plainTime = median(plain);
            }
            if (median(vector) * MARGIN < plainTime) {
                // The plain kernel may have been measured before it was compiled.
                plainTime = median(plain);
                if (median(vector) * MARGIN < plainTime) {
                    Kernel.setFastest(Kernel.VECTOR);
                    return;
                }
            }
        }
    }

    private long median(Arithmetic arithmetic) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            arithmetic.products().multiply(a, b, null, c);
            arithmetic.functions().sigmoid(c.data, c.data, c.getNumElements());
            arithmetic.products().multiplyTransposedLeft(a, c, weights);
            arithmetic.products().multiplyTransposedRight(c, b, back);
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
