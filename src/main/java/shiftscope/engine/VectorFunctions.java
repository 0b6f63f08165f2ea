package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Elementary} in vectors, step by step the same. Numbers that fill no vector are computed in one that overlaps the one before it,
 * to the same bits; or one by one, where that would read what was already overwritten. Vectors carried from round to round as in
 * {@link VectorStandardization}.
 *
 * <p>Each loop is written out in one piece, because the compiler keeps vectors in registers only within what it compiles as one. A method
 * for what the two share may be compiled by itself before them and is then no longer one piece with them.
 */
final class VectorFunctions implements Functions {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void sigmoid(double[] x, double[] y, int n) {
        Extent.check(x, n);
        Extent.check(y, n);
        int vectored = vectored(n, x == y);
        for (int next = 0; next < vectored; next += LANES) {
            int i = Math.min(next, n - LANES);
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i).neg();
            v = v.blend(-Elementary.LIMIT, v.compare(VectorOperators.LT, -Elementary.LIMIT));
            v = v.blend(Elementary.LIMIT, v.compare(VectorOperators.GT, Elementary.LIMIT));
            DoubleVector rounded =
                    v.fma(DoubleVector.broadcast(SPECIES, Elementary.LOG2_E), DoubleVector.broadcast(SPECIES, Elementary.ROUNDER));
            DoubleVector k = rounded.sub(Elementary.ROUNDER);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH), v);
            r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW), r);
            DoubleVector scale = rounded.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .add(Elementary.ONE_BITS)
                    .reinterpretAsDoubles();
            DoubleVector square = r.mul(r);
            DoubleVector even = DoubleVector.broadcast(SPECIES, Elementary.C12);
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C10));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C8));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C6));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C4));
            DoubleVector odd = DoubleVector.broadcast(SPECIES, Elementary.C11);
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C9));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C7));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C5));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C3));
            DoubleVector p = even.fma(r, odd).fma(r, DoubleVector.broadcast(SPECIES, Elementary.C2)).fma(square, r);
            DoubleVector e = scale.fma(p, scale);
            DoubleVector divisor = e.add(1);
            DoubleVector added = divisor.sub(1);
            DoubleVector excess = divisor.sub(added).sub(1).add(added.sub(e));
            DoubleVector s = DoubleVector.broadcast(SPECIES, 1).div(divisor);
            excess.mul(s).fma(s, s).intoArray(y, i);
        }
        for (int i = vectored; i < n; i++) {
            y[i] = Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public void exp(double[] x, double[] y, int n) {
        Extent.check(x, n);
        Extent.check(y, n);
        int vectored = vectored(n, x == y);
        for (int next = 0; next < vectored; next += LANES) {
            int i = Math.min(next, n - LANES);
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            v = v.blend(-Elementary.LIMIT, v.compare(VectorOperators.LT, -Elementary.LIMIT));
            v = v.blend(Elementary.LIMIT, v.compare(VectorOperators.GT, Elementary.LIMIT));
            DoubleVector rounded =
                    v.fma(DoubleVector.broadcast(SPECIES, Elementary.LOG2_E), DoubleVector.broadcast(SPECIES, Elementary.ROUNDER));
            DoubleVector k = rounded.sub(Elementary.ROUNDER);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH), v);
            r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW), r);
            DoubleVector scale = rounded.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .add(Elementary.ONE_BITS)
                    .reinterpretAsDoubles();
            DoubleVector square = r.mul(r);
            DoubleVector even = DoubleVector.broadcast(SPECIES, Elementary.C12);
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C10));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C8));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C6));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C4));
            DoubleVector odd = DoubleVector.broadcast(SPECIES, Elementary.C11);
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C9));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C7));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C5));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C3));
            DoubleVector p = even.fma(r, odd).fma(r, DoubleVector.broadcast(SPECIES, Elementary.C2)).fma(square, r);
            scale.fma(p, scale).intoArray(y, i);
        }
        for (int i = vectored; i < n; i++) {
            y[i] = Elementary.exp(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] y, int n) {
        Extent.check(x, n);
        Extent.check(y, n);
        int vectored = vectored(n, x == y);
        for (int next = 0; next < vectored; next += LANES) {
            int i = Math.min(next, n - LANES);
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            LongVector sign = given.reinterpretAsLongs().and(Elementary.SIGN_BIT);
            DoubleVector magnitude = given.abs();
            DoubleVector twice = magnitude.add(magnitude);
            DoubleVector rounded =
                    magnitude.fma(
                                    DoubleVector.broadcast(SPECIES, 2 * Elementary.LOG2_E),
                                    DoubleVector.broadcast(SPECIES, Elementary.TANH_BIAS))
                            .add(Elementary.ROUNDER);
            DoubleVector k = rounded.sub(Elementary.ROUNDER);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH), twice);
            r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW), r);
            LongVector exponent = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector scale = exponent.add(Elementary.ONE_BITS).reinterpretAsDoubles();
            DoubleVector square = r.mul(r);
            DoubleVector even = DoubleVector.broadcast(SPECIES, Elementary.C12);
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C10));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C8));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C6));
            even = even.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C4));
            DoubleVector odd = DoubleVector.broadcast(SPECIES, Elementary.C11);
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C9));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C7));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C5));
            odd = odd.fma(square, DoubleVector.broadcast(SPECIES, Elementary.C3));
            DoubleVector p = even.fma(r, odd).fma(r, DoubleVector.broadcast(SPECIES, Elementary.C2)).fma(square, r);
            DoubleVector e = scale.fma(p, scale.sub(1));
            DoubleVector divisor = e.add(2);
            DoubleVector t = e.div(divisor);
            DoubleVector half = exponent.broadcast(Elementary.HALF_BITS).sub(exponent).reinterpretAsDoubles();
            t = divisor.sub(2).sub(e).mul(half).fma(t, t);
            // Not before: the limit is then nothing that the chain of all that comes between waits for.
            t = t.blend(1, magnitude.compare(VectorOperators.GT, Elementary.TANH_LIMIT));
            t.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(y, i);
        }
        for (int i = vectored; i < n; i++) {
            y[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void gate(double[] gate, double[] x, double share, double[] out, int n) {
        Extent.check(gate, n);
        Extent.check(x, n);
        Extent.check(out, n);
        int vectored = vectored(n, gate == out || x == out);
        if (share == 0) {
            DoubleVector zero = DoubleVector.zero(SPECIES);
            for (int next = 0; next < vectored; next += LANES) {
                int i = Math.min(next, n - LANES);
                VectorMask<Double> open = DoubleVector.fromArray(SPECIES, gate, i).compare(VectorOperators.GT, 0);
                zero.blend(DoubleVector.fromArray(SPECIES, x, i), open).intoArray(out, i);
            }
        } else {
            for (int next = 0; next < vectored; next += LANES) {
                int i = Math.min(next, n - LANES);
                DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
                VectorMask<Double> open = DoubleVector.fromArray(SPECIES, gate, i).compare(VectorOperators.GT, 0);
                given.mul(share).blend(given, open).intoArray(out, i);
            }
        }
        for (int i = vectored; i < n; i++) {
            out[i] = gate[i] > 0 ? x[i] : share == 0 ? 0 : share * x[i];
        }
    }

    @Override
    public boolean allFinite(double[] x, int n) {
        Extent.check(x, n);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        DoubleVector other = sum;
        int i = 0;
        for (; i + 2 * LANES <= n; i += 2 * LANES) {
            // As in PlainFunctions, x · 0 is NaN unless x is finite.
            sum = DoubleVector.fromArray(SPECIES, x, i).mul(0).add(sum);
            other = DoubleVector.fromArray(SPECIES, x, i + LANES).mul(0).add(other);
        }
        double rest = 0;
        for (; i < n; i++) {
            rest += x[i] * 0;
        }
        return sum.add(other).reduceLanes(VectorOperators.ADD) + rest == 0;
    }

    /** How many are computed in vectors. */
    private static int vectored(int n, boolean inPlace) {
        if (n < LANES) {
            return 0;
        }
        return inPlace ? n - n % LANES : n;
    }
}
