package shiftscope.engine;

/**
 * Exponential, sigmoid, hyperbolic tangent and a logarithm from plain arithmetic (additions, multiplications, fused multiply-adds, one
 * division, shifts of bits), each step rounded once as IEEE 754 says: the same bits on every machine and JDK, and in vectors of any
 * width. Errors are at most 2 units in the last place within the domains given, which a test measures against exact values at random
 * points.
 *
 * <p>The method of the exponential is the usual one: {@code e^x = 2^k e^r} with {@code k} the integer nearest to {@code x / ln 2}, and
 * {@code e^r - 1} by the polynomial of degree 12 whose largest relative error is the least, less than a tenth of a unit in the last
 * place. Its terms are summed in two chains, the odd and the even powers, which do not wait for each other.
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

    /**
     * How much lower than the nearest integer tanh takes its k. With the nearest, {@code 2^k e^r - 1} would be smallest, beside the numbers
     * that it is the difference of, at k = 1 and r = -ln 2 / 2, where rounding counts most.
     */
    static final double TANH_BIAS = -0.25;

    /** The only bit of -0. */
    static final long SIGN_BIT = Long.MIN_VALUE;

    /** The bits of 1. */
    static final long ONE_BITS = 0x3ff0000000000000L;

    /** The bits of a half. */
    static final long HALF_BITS = 0x3fe0000000000000L;

    /** Of the polynomial {@code r + C2 r² + … + C12 r¹²}; {@code scripts/exponential_polynomial.py} prints them. */
    static final double C2 = 0.49999999999999994;

    static final double C3 = 0.16666666666666602;
    static final double C4 = 0.041666666666676164;
    static final double C5 = 0.008333333333380136;
    static final double C6 = 0.0013888888884889166;
    static final double C7 = 0.00019841269746426486;
    static final double C8 = 2.480159441335822e-05;
    static final double C9 = 2.75573752139255e-06;
    static final double C10 = 2.75516025122375e-07;
    static final double C11 = 2.5066606284514167e-08;
    static final double C12 = 2.259964198269508e-09;

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

    /**
     * {@code 1 / (1 + e^-x)}; below -708 it stays at its value there, about 3e-308. What rounding has added to the divisor is known (Knuth's
     * sum of two), and is taken out again to first order.
     */
    static double sigmoid(double x) {
        double e = exp(-x);
        double divisor = 1 + e;
        double added = divisor - 1;
        double excess = divisor - added - 1 + (added - e);
        double s = 1 / divisor;
        return Math.fma(excess * s, s, s);
    }

    /**
     * The hyperbolic tangent, {@code e / (e + 2)} with {@code e = e^2|x| - 1}. What rounding has added to {@code e + 2} is known, and is
     * taken out again to first order, which counts only where |x| is small: {@code 2^-(k+1)} is near enough to {@code 1 / (e + 2)}.
     */
    static double tanh(double x) {
        double twice = 2 * Math.min(Math.abs(x), TANH_LIMIT);
        double rounded = Math.fma(twice, LOG2_E, TANH_BIAS) + ROUNDER;
        double k = rounded - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, twice));
        double scale = power(rounded);
        double e = Math.fma(scale, expm1(r), scale - 1);
        double divisor = e + 2;
        double t = e / divisor;
        double excess = divisor - 2 - e;
        double half = Double.longBitsToDouble(HALF_BITS - (Double.doubleToRawLongBits(rounded) << 52));
        return Math.copySign(Math.fma(excess * half, t, t), x);
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

    /** {@code e^r - 1} for r from -ln 2 / 2 to 3 ln 2 / 4. */
    private static double expm1(double r) {
        double square = r * r;
        double even = C12;
        even = Math.fma(even, square, C10);
        even = Math.fma(even, square, C8);
        even = Math.fma(even, square, C6);
        even = Math.fma(even, square, C4);
        double odd = C11;
        odd = Math.fma(odd, square, C9);
        odd = Math.fma(odd, square, C7);
        odd = Math.fma(odd, square, C5);
        odd = Math.fma(odd, square, C3);
        return Math.fma(Math.fma(Math.fma(even, r, odd), r, C2), square, r);
    }

    /** 2 to the integer that the low bits of a number rounded by {@link #ROUNDER} hold. */
    private static double power(double rounded) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) << 52) + ONE_BITS);
    }
}
