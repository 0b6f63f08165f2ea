package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.DMatrixRMaj;

/**
 * The products on the Vector API, with the bits of {@link PlainProducts}: each output element is one chain of fused multiply-adds over
 * the inner index in ascending order, begun with the bias or 0.
 *
 * <p>The right factor is copied into panels as wide as a few vectors, padded with zeros; a kernel then computes four rows of one panel
 * with all its sums in registers. Sixteen sums are the most: kernels with more made the compiler spill or box them. Only this one
 * species is used in the program; two made every kernel slow.
 *
 * <p>This class is loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorProducts implements Products {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDEST = 4;
    private static final int ROWS = 4;

    /** The right factor, panel after panel; within a panel row after row. */
    private double[] packed = {};
    /** The last panel's four rows, of which the columns that exist are copied out. */
    private final double[] edge = new double[ROWS * WIDEST * LANES];
    /** The bias, padded to whole vectors. */
    private double[] start = {};

    @Override
    public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        begin(bias, c.numCols, a.numCols);
        product(a.data, a.numCols, 1, a.numCols, b, false, c);
    }

    @Override
    public void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        begin(null, c.numCols, a.numRows);
        product(a.data, 1, a.numCols, a.numRows, b, false, c);
    }

    @Override
    public void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        begin(null, c.numCols, a.numCols);
        product(a.data, a.numCols, 1, a.numCols, b, true, c);
    }

    /**
     * @param rowStep from one row of the left factor to the next
     * @param innerStep from one of its inner elements to the next
     * @param transposed whether the right factor is bᵀ
     */
    private void product(double[] a, int rowStep, int innerStep, int inner, DMatrixRMaj b, boolean transposed, DMatrixRMaj c) {
        int vectors = vectors(c.numCols);
        int panels = panels(vectors);
        int from = 0;
        for (int panel = 0; panel < panels; panel++) {
            int width = width(vectors, panels, panel) * LANES;
            int real = Math.min(width, c.numCols - from);
            if (transposed) {
                packTransposed(b, from, real, width);
            } else {
                pack(b, from, real, width);
            }
            panel(a, rowStep, innerStep, c.numRows, inner, width, from, c);
            from += width;
        }
    }

    private static int vectors(int columns) {
        return (columns + LANES - 1) / LANES;
    }

    private static int panels(int vectors) {
        return (vectors + WIDEST - 1) / WIDEST;
    }

    /** Vectors in a panel: as even as it goes, since a panel of one vector waits for its own sums. */
    private static int width(int vectors, int panels, int panel) {
        return vectors / panels + (panel < vectors % panels ? 1 : 0);
    }

    /** Makes room, and lays out what the sums begin with. */
    private void begin(DMatrixRMaj bias, int columns, int inner) {
        int padded = vectors(columns) * LANES;
        if (packed.length < inner * WIDEST * LANES) {
            packed = new double[inner * WIDEST * LANES];
        }
        if (start.length < padded) {
            start = new double[padded];
        }
        if (bias == null) {
            java.util.Arrays.fill(start, 0, padded, 0);
        } else {
            System.arraycopy(bias.data, 0, start, 0, columns);
        }
    }

    private void pack(DMatrixRMaj b, int from, int real, int width) {
        int inner = b.numRows;
        int stride = b.numCols;
        for (int k = 0; k < inner; k++) {
            System.arraycopy(b.data, k * stride + from, packed, k * width, real);
            for (int j = real; j < width; j++) {
                packed[k * width + j] = 0;
            }
        }
    }

    private void packTransposed(DMatrixRMaj b, int from, int real, int width) {
        int inner = b.numCols;
        for (int j = 0; j < real; j++) {
            int row = (from + j) * inner;
            for (int k = 0; k < inner; k++) {
                packed[k * width + j] = b.data[row + k];
            }
        }
        for (int j = real; j < width; j++) {
            for (int k = 0; k < inner; k++) {
                packed[k * width + j] = 0;
            }
        }
    }

    /**
     * One panel of the result.
     *
     * @param rowStep from one row of the left factor to the next
     * @param innerStep from one of its inner elements to the next
     */
    private void panel(double[] a, int rowStep, int innerStep, int rows, int inner, int width, int from, DMatrixRMaj c) {
        int real = Math.min(width, c.numCols - from);
        boolean whole = real == width;
        for (int row = 0; row < rows; row += ROWS) {
            // Rows beyond the last are the last again: the same sums are stored twice at the same place.
            int r1 = Math.min(row + 1, rows - 1);
            int r2 = Math.min(row + 2, rows - 1);
            int r3 = Math.min(row + 3, rows - 1);
            double[] out = whole ? c.data : edge;
            int o0 = whole ? row * c.numCols + from : 0;
            int o1 = whole ? r1 * c.numCols + from : (r1 - row) * width;
            int o2 = whole ? r2 * c.numCols + from : (r2 - row) * width;
            int o3 = whole ? r3 * c.numCols + from : (r3 - row) * width;
            switch (width / LANES) {
                case 4 -> VectorKernels.four(a, row * rowStep, r1 * rowStep, r2 * rowStep, r3 * rowStep, innerStep, packed, inner,
                        start, from, out, o0, o1, o2, o3);
                case 3 -> VectorKernels.three(a, row * rowStep, r1 * rowStep, r2 * rowStep, r3 * rowStep, innerStep, packed, inner,
                        start, from, out, o0, o1, o2, o3);
                case 2 -> VectorKernels.two(a, row * rowStep, r1 * rowStep, r2 * rowStep, r3 * rowStep, innerStep, packed, inner,
                        start, from, out, o0, o1, o2, o3);
                default -> VectorKernels.one(a, row * rowStep, r1 * rowStep, r2 * rowStep, r3 * rowStep, innerStep, packed, inner,
                        start, from, out, o0, o1, o2, o3);
            }
            if (!whole) {
                for (int i = 0; i < Math.min(ROWS, rows - row); i++) {
                    System.arraycopy(edge, i * width, c.data, (row + i) * c.numCols + from, real);
                }
            }
        }
    }
}
