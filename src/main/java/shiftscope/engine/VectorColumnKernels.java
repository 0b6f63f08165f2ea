package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link VectorProducts} for a left factor that is stored transposed, as it is where a product sums over the
 * examples of a batch: eight rows of the result times one or two vectors of columns. The eight elements that meet at one inner index
 * stand side by side. Otherwise as {@link VectorRowKernels}, parameters too, but that the left factor's eight elements of the first
 * inner index begin at {@code a0}, those of the next {@code aStep} later, and that every sum begins with 0.
 */
final class VectorColumnKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorColumnKernels() {}

    static void two(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] c, int c0, int cStep,
            int last) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c01;
        DoubleVector c20 = c00;
        DoubleVector c21 = c01;
        DoubleVector c30 = c00;
        DoubleVector c31 = c01;
        DoubleVector c40 = c00;
        DoubleVector c41 = c01;
        DoubleVector c50 = c00;
        DoubleVector c51 = c01;
        DoubleVector c60 = c00;
        DoubleVector c61 = c01;
        DoubleVector c70 = c00;
        DoubleVector c71 = c01;
        for (int k = 0, p = b0, q = a0; k < inner; k++, p += bStep, q += aStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector right1 = DoubleVector.fromArray(SPECIES, b, p + last);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(right0, c00);
            c01 = x.fma(right1, c01);
            x = DoubleVector.broadcast(SPECIES, a[q + 1]);
            c10 = x.fma(right0, c10);
            c11 = x.fma(right1, c11);
            x = DoubleVector.broadcast(SPECIES, a[q + 2]);
            c20 = x.fma(right0, c20);
            c21 = x.fma(right1, c21);
            x = DoubleVector.broadcast(SPECIES, a[q + 3]);
            c30 = x.fma(right0, c30);
            c31 = x.fma(right1, c31);
            x = DoubleVector.broadcast(SPECIES, a[q + 4]);
            c40 = x.fma(right0, c40);
            c41 = x.fma(right1, c41);
            x = DoubleVector.broadcast(SPECIES, a[q + 5]);
            c50 = x.fma(right0, c50);
            c51 = x.fma(right1, c51);
            x = DoubleVector.broadcast(SPECIES, a[q + 6]);
            c60 = x.fma(right0, c60);
            c61 = x.fma(right1, c61);
            x = DoubleVector.broadcast(SPECIES, a[q + 7]);
            c70 = x.fma(right0, c70);
            c71 = x.fma(right1, c71);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + last);
        c10.intoArray(c, c0 + cStep);
        c11.intoArray(c, c0 + cStep + last);
        c20.intoArray(c, c0 + 2 * cStep);
        c21.intoArray(c, c0 + 2 * cStep + last);
        c30.intoArray(c, c0 + 3 * cStep);
        c31.intoArray(c, c0 + 3 * cStep + last);
        c40.intoArray(c, c0 + 4 * cStep);
        c41.intoArray(c, c0 + 4 * cStep + last);
        c50.intoArray(c, c0 + 5 * cStep);
        c51.intoArray(c, c0 + 5 * cStep + last);
        c60.intoArray(c, c0 + 6 * cStep);
        c61.intoArray(c, c0 + 6 * cStep + last);
        c70.intoArray(c, c0 + 7 * cStep);
        c71.intoArray(c, c0 + 7 * cStep + last);
    }

    /** {@link #two} with five rows, for results of ten. */
    static void five(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] c, int c0, int cStep,
            int last) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        DoubleVector c40 = c00;
        DoubleVector c41 = c00;
        for (int k = 0, p = b0, q = a0; k < inner; k++, p += bStep, q += aStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector right1 = DoubleVector.fromArray(SPECIES, b, p + last);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(right0, c00);
            c01 = x.fma(right1, c01);
            x = DoubleVector.broadcast(SPECIES, a[q + 1]);
            c10 = x.fma(right0, c10);
            c11 = x.fma(right1, c11);
            x = DoubleVector.broadcast(SPECIES, a[q + 2]);
            c20 = x.fma(right0, c20);
            c21 = x.fma(right1, c21);
            x = DoubleVector.broadcast(SPECIES, a[q + 3]);
            c30 = x.fma(right0, c30);
            c31 = x.fma(right1, c31);
            x = DoubleVector.broadcast(SPECIES, a[q + 4]);
            c40 = x.fma(right0, c40);
            c41 = x.fma(right1, c41);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + last);
        c10.intoArray(c, c0 + cStep);
        c11.intoArray(c, c0 + cStep + last);
        c20.intoArray(c, c0 + 2 * cStep);
        c21.intoArray(c, c0 + 2 * cStep + last);
        c30.intoArray(c, c0 + 3 * cStep);
        c31.intoArray(c, c0 + 3 * cStep + last);
        c40.intoArray(c, c0 + 4 * cStep);
        c41.intoArray(c, c0 + 4 * cStep + last);
    }

    /** {@link #two} with two rows, for results of as few. */
    static void pair(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] c, int c0, int cStep,
            int last) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        for (int k = 0, p = b0, q = a0; k < inner; k++, p += bStep, q += aStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector right1 = DoubleVector.fromArray(SPECIES, b, p + last);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(right0, c00);
            c01 = x.fma(right1, c01);
            x = DoubleVector.broadcast(SPECIES, a[q + 1]);
            c10 = x.fma(right0, c10);
            c11 = x.fma(right1, c11);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + last);
        c10.intoArray(c, c0 + cStep);
        c11.intoArray(c, c0 + cStep + last);
    }

    static void one(
            double[] a, int a0, int aStep, double[] b, int b0, int bStep, int inner, double[] c, int c0, int cStep,
            int last) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c10 = c00;
        DoubleVector c20 = c00;
        DoubleVector c30 = c00;
        DoubleVector c40 = c00;
        DoubleVector c50 = c00;
        DoubleVector c60 = c00;
        DoubleVector c70 = c00;
        for (int k = 0, p = b0, q = a0; k < inner; k++, p += bStep, q += aStep) {
            DoubleVector right0 = DoubleVector.fromArray(SPECIES, b, p);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(right0, c00);
            x = DoubleVector.broadcast(SPECIES, a[q + 1]);
            c10 = x.fma(right0, c10);
            x = DoubleVector.broadcast(SPECIES, a[q + 2]);
            c20 = x.fma(right0, c20);
            x = DoubleVector.broadcast(SPECIES, a[q + 3]);
            c30 = x.fma(right0, c30);
            x = DoubleVector.broadcast(SPECIES, a[q + 4]);
            c40 = x.fma(right0, c40);
            x = DoubleVector.broadcast(SPECIES, a[q + 5]);
            c50 = x.fma(right0, c50);
            x = DoubleVector.broadcast(SPECIES, a[q + 6]);
            c60 = x.fma(right0, c60);
            x = DoubleVector.broadcast(SPECIES, a[q + 7]);
            c70 = x.fma(right0, c70);
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c0 + cStep);
        c20.intoArray(c, c0 + 2 * cStep);
        c30.intoArray(c, c0 + 3 * cStep);
        c40.intoArray(c, c0 + 4 * cStep);
        c50.intoArray(c, c0 + 5 * cStep);
        c60.intoArray(c, c0 + 6 * cStep);
        c70.intoArray(c, c0 + 7 * cStep);
    }

    /**
     * The whole product of a left factor of one column and a right factor of one row, as wide as a vector or wider, begun with
     * {@code start}.
     */
    static void outer(double[] a, double[] b, double[] start, double[] c, int rows, int columns) {
        for (int next = 0; next < columns; next += LANES) {
            int j = Math.min(next, columns - LANES);
            DoubleVector right = DoubleVector.fromArray(SPECIES, b, j);
            DoubleVector sum = DoubleVector.fromArray(SPECIES, start, j);
            for (int i = 0, at = j; i < rows; i++, at += columns) {
                DoubleVector.broadcast(SPECIES, a[i]).fma(right, sum).intoArray(c, at);
            }
        }
    }
}
