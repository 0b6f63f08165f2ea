package shiftscope.config;

import java.util.SplittableRandom;

/**
 * Random numbers with the same bits on every machine and JDK: everything is derived by plain arithmetic and {@link StrictMath} from
 * the 64-bit outputs of a {@link SplittableRandom}, whose other methods may change between releases.
 */
public final class RandomStream {
    private final SplittableRandom source;
    private double spare;
    private boolean hasSpare;

    RandomStream(SplittableRandom source) {
        this.source = source;
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    public double uniform() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in 0 … bound-1, without bias. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        long usable = (1L << 62) / bound * bound;
        long draw;
        do {
            draw = source.nextLong() >>> 2;
        } while (draw >= usable);
        return (int) (draw % bound);
    }

    /** Normal with mean 0 and variance 1, by Marsaglia's polar method. */
    public double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }

    /** Puts the array in a uniformly random order (Fisher and Yates). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }
}
