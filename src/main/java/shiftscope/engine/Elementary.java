package shiftscope.engine;

/**
 * Exponential, sigmoid, hyperbolic tangent and a logarithm from plain arithmetic (additions, multiplications, fused multiply-adds, one
 * division, shifts of bits), each step rounded once as IEEE 754 says: the same bits on every machine and JDK, and in vectors of any
 * width. Errors are at most 2 units in the last place within the domains given, and 3 of tanh, which a test measures against exact
 * values at random points.
 *
 * <p>The method of the exponential is the usual one: {@code e^x = 2^k e^r} with {@code k} the integer nearest to {@code x / ln 2} and
 * {@code |r| ≤ ln 2 / 2}, and {@code e^r - 1} by its Taylor polynomial, whose first omitted term is below a tenth of a unit in the last
 * place.
 */
final class Elementary {
    /** Beyond this, a result would leave the normal numbers; arguments are brought back to it. */
    static final double LIMIT = 708;

    /** Here tanh is 1 to the last bit. */
    static final double TANH_LIMIT = 20;

    static final double LOG2_E = 1.4426950408889634;
    /** Added and taken away again, it rounds to the nearest integer; in between, the low bits are that integer. */
    static final double ROUNDER = 0x1.8p52;
    /** The high part of ln 2, short enough that k times it is exact. */
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** The bits of 1. */
    static final long ONE_BITS = 0x3ff0000000000000L;

    /** 1/13! … 1/2!, for Horner's rule. */
    static final double C13 = 1.0 / 6227020800.0;
    static final double C12 = 1.0 / 479001600.0;
    static final double C11 = 1.0 / 39916800.0;
    static final double C10 = 1.0 / 3628800.0;
    static final double C9 = 1.0 / 362880.0;
    static final double C8 = 1.0 / 40320.0;
    static final double C7 = 1.0 / 5040.0;
    static final double C6 = 1.0 / 720.0;
    static final double C5 = 1.0 / 120.0;
    static final double C4 = 1.0 / 24.0;
    static final double C3 = 1.0 / 6.0;
    static final double C2 = 0.5;

    /** 2/33, 2/31 … 2/3, for Horner's rule. */
    private static final double[] LOGARITHM = new double[16];

    static {
        for (int i = 0; i < LOGARITHM.length; i++) {
            LOGARITHM[i] = 2.0 / (33 - 2 * i);
        }
    }

    private Elementary() {}

    /** {@code e^x} for x in [-708, 708]; arguments beyond are taken for the nearer end, NaN stays NaN. */
    static double exp(double x) {
        double clamped = Math.min(Math.max(x, -LIMIT), LIMIT);
        double rounded = Math.fma(clamped, LOG2_E, ROUNDER);
        double k = rounded - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, clamped));
        double scale = power(rounded);
        return Math.fma(scale, expm1(r), scale);
    }

    /** {@code 1 / (1 + e^-x)}; below -708 it stays at its value there, about 3e-308. */
    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /** The hyperbolic tangent. */
    static double tanh(double x) {
        double twice = 2 * Math.min(Math.abs(x), TANH_LIMIT);
        double rounded = Math.fma(twice, LOG2_E, ROUNDER);
        double k = rounded - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, twice));
        double scale = power(rounded);
        double e = Math.fma(scale, expm1(r), scale - 1);
        double t = e / (e + 2);
        return x < 0 ? -t : t;
    }

    /**
     * {@code log(1 + x)} for x in [0, 1]. With {@code s = x / (2 + x)} it is {@code 2 artanh s = 2s + 2s³/3 + …}, and
     * {@code 2s = x - x²/2 + s x²/2}, whose first term is exact.
     */
    static double log1p(double x) {
        double s = x / (2 + x);
        double square = s * s;
        double half = 0.5 * x * x;
        double p = LOGARITHM[0];
        for (int i = 1; i < LOGARITHM.length; i++) {
            p = Math.fma(p, square, LOGARITHM[i]);
        }
        return x - (half - s * (half + p * square));
    }

    /** {@code e^r - 1} for |r| up to ln 2 / 2. */
    private static double expm1(double r) {
        double p = C13;
        p = Math.fma(p, r, C12);
        p = Math.fma(p, r, C11);
        p = Math.fma(p, r, C10);
        p = Math.fma(p, r, C9);
        p = Math.fma(p, r, C8);
        p = Math.fma(p, r, C7);
        p = Math.fma(p, r, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, C2);
        return Math.fma(p, r * r, r);
    }

    /** 2 to the integer that the low bits of a number rounded by {@link #ROUNDER} hold. */
    private static double power(double rounded) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) << 52) + ONE_BITS);
    }
}
