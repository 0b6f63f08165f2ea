package shiftscope.config;

/**
 * Random numbers with the same bits on every machine and JDK: everything is derived by plain arithmetic and {@link StrictMath} from
 * the 64-bit outputs of SplitMix64 (Steele et al. 2014), written out here since a generator of the JDK can be neither copied nor set back.
 * They are those of {@link java.util.SplittableRandom}.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Changes of bits that a gamma must have at least, to be good enough. */
    private static final int LEAST_CHANGES = 24;

    private final long gamma;
    private long seed;
    private double spare;
    private boolean hasSpare;

    /** The root of all streams of a seed. */
    RandomStream(long seed) {
        this(seed, GOLDEN_GAMMA);
    }

    private RandomStream(long seed, long gamma) {
        this.seed = seed;
        this.gamma = gamma;
    }

    /** The next 64 bits. */
    long bits() {
        seed += gamma;
        long z = seed;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Another stream, which draws nothing that this one will. */
    RandomStream split() {
        long newSeed = bits();
        seed += gamma;
        long z = seed;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        z = (z ^ (z >>> 33)) | 1;
        return new RandomStream(newSeed, Long.bitCount(z ^ (z >>> 1)) < LEAST_CHANGES ? z ^ 0xaaaaaaaaaaaaaaaaL : z);
    }

    /** Its place; which stream it is comes from the seed. */
    public void exchange(Tape tape) {
        seed = tape.number(seed);
        spare = tape.number(spare);
        hasSpare = tape.flag(hasSpare);
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
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
            draw = bits() >>> 2;
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
