package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of a left factor that is stored row by row with two vectors of columns, for processors with registers for sixteen sums: all
 * of a layer of 9 to 16 units, with eight lanes. So narrow a layer has short sums, and what surrounds a block of rows (a call with its
 * arguments, the limits of the left factor's rows) takes as long as the sums themselves. So this kernel, unlike those of
 * {@link VectorRowKernels}, goes through all blocks in one call, and loads what the sums begin with once.
 */
final class VectorNarrowKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** Rows of a block. */
    static final int ROWS = 8;

    private VectorNarrowKernel() {}

    /**
     * @param a row by row, each {@code inner} numbers, from the beginning of the array
     * @param b the right factor, whose rows begin at {@code b0}, {@code bStep} apart
     * @param start what every row's sums begin with, from {@code s} on
     * @param c the result, whose rows begin at {@code c0}, {@code cStep} apart
     * @param rows of the result, at least eight; where they are no multiple of it, the last block overlaps the one before
     * @param last from the first vector of columns to the second, which may overlap it
     */
    static void product(
            double[] a, double[] b, int b0, int bStep, int inner, double[] start, int s, double[] c, int c0, int cStep, int rows,
            int last) {
        DoubleVector start0 = DoubleVector.fromArray(SPECIES, start, s);
        DoubleVector start1 = DoubleVector.fromArray(SPECIES, start, s + last);
        for (int next = 0; next < rows; next += ROWS) {
            int row = Math.min(next, rows - ROWS);
            int a0 = row * inner;
            int a1 = a0 + inner;
            int a2 = a1 + inner;
            int a3 = a2 + inner;
            int a4 = a3 + inner;
            int a5 = a4 + inner;
            int a6 = a5 + inner;
            int a7 = a6 + inner;
            DoubleVector c00 = start0;
            DoubleVector c01 = start1;
            DoubleVector c10 = start0;
            DoubleVector c11 = start1;
            DoubleVector c20 = start0;
            DoubleVector c21 = start1;
            DoubleVector c30 = start0;
            DoubleVector c31 = start1;
            DoubleVector c40 = start0;
            DoubleVector c41 = start1;
            DoubleVector c50 = start0;
            DoubleVector c51 = start1;
            DoubleVector c60 = start0;
            DoubleVector c61 = start1;
            DoubleVector c70 = start0;
            DoubleVector c71 = start1;
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
                x = DoubleVector.broadcast(SPECIES, a[a4 + k]);
                c40 = x.fma(right0, c40);
                c41 = x.fma(right1, c41);
                x = DoubleVector.broadcast(SPECIES, a[a5 + k]);
                c50 = x.fma(right0, c50);
                c51 = x.fma(right1, c51);
                x = DoubleVector.broadcast(SPECIES, a[a6 + k]);
                c60 = x.fma(right0, c60);
                c61 = x.fma(right1, c61);
                x = DoubleVector.broadcast(SPECIES, a[a7 + k]);
                c70 = x.fma(right0, c70);
                c71 = x.fma(right1, c71);
            }
            int to = c0 + row * cStep;
            c00.intoArray(c, to);
            c01.intoArray(c, to + last);
            to += cStep;
            c10.intoArray(c, to);
            c11.intoArray(c, to + last);
            to += cStep;
            c20.intoArray(c, to);
            c21.intoArray(c, to + last);
            to += cStep;
            c30.intoArray(c, to);
            c31.intoArray(c, to + last);
            to += cStep;
            c40.intoArray(c, to);
            c41.intoArray(c, to + last);
            to += cStep;
            c50.intoArray(c, to);
            c51.intoArray(c, to + last);
            to += cStep;
            c60.intoArray(c, to);
            c61.intoArray(c, to + last);
            to += cStep;
            c70.intoArray(c, to);
            c71.intoArray(c, to + last);
        }
    }
}
