package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Elementary} with its costly part, the exponential, in vectors, step by step the same. What comes before and after it is left
 * to loops that the compiler vectorizes by itself.
 */
final class VectorFunctions implements Functions {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** The argument of the exponential, then {@code e^r - 1}; padded to whole vectors. */
    private double[] fraction = {};
    /** {@code 2^k}. */
    private double[] scale = {};

    @Override
    public void sigmoid(double[] x, double[] y, int n) {
        prepare(n);
        for (int i = 0; i < n; i++) {
            fraction[i] = Math.min(Math.max(-x[i], -Elementary.LIMIT), Elementary.LIMIT);
        }
        split(fraction, scale, n);
        for (int i = 0; i < n; i++) {
            y[i] = 1 / (1 + Math.fma(scale[i], fraction[i], scale[i]));
        }
    }

    @Override
    public void tanh(double[] x, double[] y, int n) {
        prepare(n);
        for (int i = 0; i < n; i++) {
            fraction[i] = 2 * Math.min(Math.abs(x[i]), Elementary.TANH_LIMIT);
        }
        split(fraction, scale, n);
        for (int i = 0; i < n; i++) {
            double e = Math.fma(scale[i], fraction[i], scale[i] - 1);
            double t = e / (e + 2);
            y[i] = x[i] < 0 ? -t : t;
        }
    }

    private void prepare(int n) {
        int padded = (n + LANES - 1) / LANES * LANES;
        if (fraction.length < padded) {
            fraction = new double[padded];
            scale = new double[padded];
        }
    }

    /**
     * Splits {@code e^x} into {@code 2^k} and {@code e^r - 1}. Written out in one piece, because the compiler keeps vectors in registers
     * only within what it compiles as one.
     *
     * @param fraction x, overwritten with {@code e^r - 1}
     * @param scale overwritten with {@code 2^k}
     */
    private static void split(double[] fraction, double[] scale, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, fraction, i);
            DoubleVector rounded =
                    x.fma(DoubleVector.broadcast(SPECIES, Elementary.LOG2_E), DoubleVector.broadcast(SPECIES, Elementary.ROUNDER));
            DoubleVector k = rounded.sub(Elementary.ROUNDER);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH), x);
            r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW), r);
            rounded.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .add(Elementary.ONE_BITS)
                    .reinterpretAsDoubles()
                    .intoArray(scale, i);
            DoubleVector p = DoubleVector.broadcast(SPECIES, Elementary.C13);
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C12));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C11));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C10));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C9));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C8));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C7));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C5));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C4));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C3));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, Elementary.C2));
            p.fma(r.mul(r), r).intoArray(fraction, i);
        }
    }
}
