package shiftscope.benchmark;

import java.util.Arrays;

/** Chains along the elements of a small array, sixteen links in a row, which the compiler vectorizes over the elements. */
final class PlainPeak extends Peak {
    private static final int SIZE = 512;
    private static final int LINKS = 16;
    private static final int REPEATS = 8;
    private final double[] chains = new double[SIZE];

    PlainPeak() {
        Arrays.fill(chains, 1);
    }

    @Override
    int lanes() {
        return 1;
    }

    @Override
    long flops() {
        return 2L * SIZE * LINKS * REPEATS;
    }

    @Override
    double round() {
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            sixteen(chains);
        }
        return chains[0];
    }

    private static void sixteen(double[] chains) {
        for (int i = 0; i < SIZE; i++) {
            double x = chains[i];
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            x = Math.fma(x, DECAY, PULL);
            chains[i] = x;
        }
    }
}
