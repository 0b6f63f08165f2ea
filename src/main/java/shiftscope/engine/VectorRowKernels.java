package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link VectorProducts} for a left factor that is stored row by row: four rows times one to four vectors of
 * columns, every sum in a register from the first inner index to the last. Each is a method of its own and written out, because the
 * compiler keeps vectors in registers only within what it compiles as one piece.
 *
 * <p>All take the same: the left factor's rows begin at {@code a0}, {@code aStep} apart; the right factor's at {@code b0},
 * {@code bStep} apart, each with the vectors one after another; the sums begin with {@code start}, whose rows begin at {@code s},
 * {@code sStep} apart (0 where all begin with the same); the result's rows begin at {@code c0}, {@code cStep} apart. The last vector
 * may overlap the one before it, where its columns are computed twice: in all three, it stands {@code last} behind the first.
 */
final class VectorRowKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorRowKernels() {}

    static void four(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] start, int s, int sStep,
            double[] c, int c0, int cStep, int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, s + 2 * LANES);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, start, s + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s + sStep);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s + sStep + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, start, s + sStep + 2 * LANES);
        DoubleVector c13 = DoubleVector.fromArray(SPECIES, start, s + sStep + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep + 2 * LANES);
        DoubleVector c23 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep + 2 * LANES);
        DoubleVector c33 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep + last);
        int a1 = a0 + aStep;
        int a2 = a1 + aStep;
        int a3 = a2 + aStep;
        for (int k = 0, p = b0; k < inner; k++, p += bStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector right1 = DoubleVector.fromArray(SPECIES, b, p + LANES);
            DoubleVector right2 = DoubleVector.fromArray(SPECIES, b, p + 2 * LANES);
            DoubleVector right3 = DoubleVector.fromArray(SPECIES, b, p + last);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(right0, c00);
            c01 = x.fma(right1, c01);
            c02 = x.fma(right2, c02);
            c03 = x.fma(right3, c03);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(right0, c10);
            c11 = x.fma(right1, c11);
            c12 = x.fma(right2, c12);
            c13 = x.fma(right3, c13);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(right0, c20);
            c21 = x.fma(right1, c21);
            c22 = x.fma(right2, c22);
            c23 = x.fma(right3, c23);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(right0, c30);
            c31 = x.fma(right1, c31);
            c32 = x.fma(right2, c32);
            c33 = x.fma(right3, c33);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c02.intoArray(c, c0 + 2 * LANES);
        c03.intoArray(c, c0 + last);
        c10.intoArray(c, c0 + cStep);
        c11.intoArray(c, c0 + cStep + LANES);
        c12.intoArray(c, c0 + cStep + 2 * LANES);
        c13.intoArray(c, c0 + cStep + last);
        c20.intoArray(c, c0 + 2 * cStep);
        c21.intoArray(c, c0 + 2 * cStep + LANES);
        c22.intoArray(c, c0 + 2 * cStep + 2 * LANES);
        c23.intoArray(c, c0 + 2 * cStep + last);
        c30.intoArray(c, c0 + 3 * cStep);
        c31.intoArray(c, c0 + 3 * cStep + LANES);
        c32.intoArray(c, c0 + 3 * cStep + 2 * LANES);
        c33.intoArray(c, c0 + 3 * cStep + last);
    }

    static void three(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] start, int s, int sStep,
            double[] c, int c0, int cStep, int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, s + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s + sStep);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s + sStep + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, start, s + sStep + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep + last);
        int a1 = a0 + aStep;
        int a2 = a1 + aStep;
        int a3 = a2 + aStep;
        for (int k = 0, p = b0; k < inner; k++, p += bStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector right1 = DoubleVector.fromArray(SPECIES, b, p + LANES);
            DoubleVector right2 = DoubleVector.fromArray(SPECIES, b, p + last);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(right0, c00);
            c01 = x.fma(right1, c01);
            c02 = x.fma(right2, c02);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(right0, c10);
            c11 = x.fma(right1, c11);
            c12 = x.fma(right2, c12);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(right0, c20);
            c21 = x.fma(right1, c21);
            c22 = x.fma(right2, c22);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(right0, c30);
            c31 = x.fma(right1, c31);
            c32 = x.fma(right2, c32);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c02.intoArray(c, c0 + last);
        c10.intoArray(c, c0 + cStep);
        c11.intoArray(c, c0 + cStep + LANES);
        c12.intoArray(c, c0 + cStep + last);
        c20.intoArray(c, c0 + 2 * cStep);
        c21.intoArray(c, c0 + 2 * cStep + LANES);
        c22.intoArray(c, c0 + 2 * cStep + last);
        c30.intoArray(c, c0 + 3 * cStep);
        c31.intoArray(c, c0 + 3 * cStep + LANES);
        c32.intoArray(c, c0 + 3 * cStep + last);
    }

    static void two(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] start, int s, int sStep,
            double[] c, int c0, int cStep, int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s + sStep);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s + sStep + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep + last);
        int a1 = a0 + aStep;
        int a2 = a1 + aStep;
        int a3 = a2 + aStep;
        for (int k = 0, p = b0; k < inner; k++, p += bStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector right1 = DoubleVector.fromArray(SPECIES, b, p + last);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(right0, c00);
            c01 = x.fma(right1, c01);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(right0, c10);
            c11 = x.fma(right1, c11);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(right0, c20);
            c21 = x.fma(right1, c21);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(right0, c30);
            c31 = x.fma(right1, c31);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + last);
        c10.intoArray(c, c0 + cStep);
        c11.intoArray(c, c0 + cStep + last);
        c20.intoArray(c, c0 + 2 * cStep);
        c21.intoArray(c, c0 + 2 * cStep + last);
        c30.intoArray(c, c0 + 3 * cStep);
        c31.intoArray(c, c0 + 3 * cStep + last);
    }

    static void one(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] start, int s, int sStep,
            double[] c, int c0, int cStep, int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s + sStep);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s + 2 * sStep);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s + 3 * sStep);
        int a1 = a0 + aStep;
        int a2 = a1 + aStep;
        int a3 = a2 + aStep;
        for (int k = 0, p = b0; k < inner; k++, p += bStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(right0, c00);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(right0, c10);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(right0, c20);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(right0, c30);
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c0 + cStep);
        c20.intoArray(c, c0 + 2 * cStep);
        c30.intoArray(c, c0 + 3 * cStep);
    }

    /** One row of one vector, with the row's elements {@code aStep} apart, for results of few rows. */
    static void single(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] start, int s, double[] c, int c0) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, start, s);
        for (int k = 0, p = b0, q = a0; k < inner; k++, p += bStep, q += aStep) {
            sum = DoubleVector.broadcast(SPECIES, a[q]).fma(DoubleVector.fromArray(SPECIES, b, p), sum);
        }
        sum.intoArray(c, c0);
    }
}
