package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link VectorProducts}: four rows times a panel of one to four vectors, every sum in a register from the first
 * inner index to the last. Each is a method of its own and written out, because the compiler keeps vectors in registers only within
 * what it compiles as one piece.
 *
 * <p>All take the same: {@code a0 … a3} are where the four rows of the left factor begin in {@code a}, {@code step} leads from one
 * inner element to the next; {@code b} is the packed panel; the sums begin with {@code start} from {@code s} on; {@code c0 … c3} are
 * where the four rows of the result begin in {@code c}. Rows may be the same ones, then the same is stored twice.
 */
final class VectorKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorKernels() {}

    static void four(
            double[] a, int a0, int a1, int a2, int a3, int step, double[] b, int inner, double[] start, int s, double[] c,
            int c0, int c1, int c2, int c3) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, s + 2 * LANES);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, start, s + 3 * LANES);
        DoubleVector c10 = c00;
        DoubleVector c11 = c01;
        DoubleVector c12 = c02;
        DoubleVector c13 = c03;
        DoubleVector c20 = c00;
        DoubleVector c21 = c01;
        DoubleVector c22 = c02;
        DoubleVector c23 = c03;
        DoubleVector c30 = c00;
        DoubleVector c31 = c01;
        DoubleVector c32 = c02;
        DoubleVector c33 = c03;
        for (int k = 0, p = 0; k < inner; k++, p += 4 * LANES) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, p + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, p + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, p + 3 * LANES);
            int at = k * step;
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = DoubleVector.broadcast(SPECIES, a[a1 + at]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = DoubleVector.broadcast(SPECIES, a[a2 + at]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = DoubleVector.broadcast(SPECIES, a[a3 + at]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c02.intoArray(c, c0 + 2 * LANES);
        c03.intoArray(c, c0 + 3 * LANES);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + LANES);
        c12.intoArray(c, c1 + 2 * LANES);
        c13.intoArray(c, c1 + 3 * LANES);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + LANES);
        c22.intoArray(c, c2 + 2 * LANES);
        c23.intoArray(c, c2 + 3 * LANES);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + LANES);
        c32.intoArray(c, c3 + 2 * LANES);
        c33.intoArray(c, c3 + 3 * LANES);
    }

    static void three(
            double[] a, int a0, int a1, int a2, int a3, int step, double[] b, int inner, double[] start, int s, double[] c,
            int c0, int c1, int c2, int c3) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, s + 2 * LANES);
        DoubleVector c10 = c00;
        DoubleVector c11 = c01;
        DoubleVector c12 = c02;
        DoubleVector c20 = c00;
        DoubleVector c21 = c01;
        DoubleVector c22 = c02;
        DoubleVector c30 = c00;
        DoubleVector c31 = c01;
        DoubleVector c32 = c02;
        for (int k = 0, p = 0; k < inner; k++, p += 3 * LANES) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, p + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, p + 2 * LANES);
            int at = k * step;
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = DoubleVector.broadcast(SPECIES, a[a1 + at]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = DoubleVector.broadcast(SPECIES, a[a2 + at]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = DoubleVector.broadcast(SPECIES, a[a3 + at]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c02.intoArray(c, c0 + 2 * LANES);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + LANES);
        c12.intoArray(c, c1 + 2 * LANES);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + LANES);
        c22.intoArray(c, c2 + 2 * LANES);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + LANES);
        c32.intoArray(c, c3 + 2 * LANES);
    }

    static void two(
            double[] a, int a0, int a1, int a2, int a3, int step, double[] b, int inner, double[] start, int s, double[] c,
            int c0, int c1, int c2, int c3) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s + LANES);
        DoubleVector c10 = c00;
        DoubleVector c11 = c01;
        DoubleVector c20 = c00;
        DoubleVector c21 = c01;
        DoubleVector c30 = c00;
        DoubleVector c31 = c01;
        for (int k = 0, p = 0; k < inner; k++, p += 2 * LANES) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, p + LANES);
            int at = k * step;
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = DoubleVector.broadcast(SPECIES, a[a1 + at]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = DoubleVector.broadcast(SPECIES, a[a2 + at]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = DoubleVector.broadcast(SPECIES, a[a3 + at]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + LANES);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + LANES);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + LANES);
    }

    static void one(
            double[] a, int a0, int a1, int a2, int a3, int step, double[] b, int inner, double[] start, int s, double[] c,
            int c0, int c1, int c2, int c3) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c10 = c00;
        DoubleVector c20 = c00;
        DoubleVector c30 = c00;
        for (int k = 0, p = 0; k < inner; k++, p += LANES) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, p);
            int at = k * step;
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + at]);
            c00 = x.fma(b0, c00);
            x = DoubleVector.broadcast(SPECIES, a[a1 + at]);
            c10 = x.fma(b0, c10);
            x = DoubleVector.broadcast(SPECIES, a[a2 + at]);
            c20 = x.fma(b0, c20);
            x = DoubleVector.broadcast(SPECIES, a[a3 + at]);
            c30 = x.fma(b0, c30);
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c1);
        c20.intoArray(c, c2);
        c30.intoArray(c, c3);
    }
}
