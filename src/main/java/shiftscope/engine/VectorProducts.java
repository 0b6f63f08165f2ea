package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.DMatrixRMaj;

/**
 * The products on the Vector API, with the bits of {@link PlainProducts}: each output element is one chain of fused multiply-adds over
 * the inner index in ascending order, begun with the bias or 0.
 *
 * <p>The result is computed in panels of at most four vectors of columns, a few rows at a time, with all its sums in registers. Sixteen
 * sums are the most: kernels with more made the compiler spill or box them. Only this one species is used in the program; two made
 * every kernel slow. Where rows or columns are no multiple of what a kernel takes, the last ones are computed twice, to the same bits.
 *
 * <p>This class is loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorProducts implements Products {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;
    private static final int WIDEST = 4;
    /** Rows and the most vectors of the kernels for a transposed left factor. */
    private static final int TALL = 8;

    private static final int TALL_WIDEST = 2;
    /** A right factor of this many numbers stays in the first-level cache by itself; a larger one is copied panel by panel. */
    private static final int CACHED = 2_000;

    private final PlainProducts plain = new PlainProducts();
    /** One panel of the right factor, row after row. */
    private double[] packed = {};
    /** What the sums begin with where that is 0. */
    private double[] zeros = {};
    /** Rows of a result narrower than a vector, with columns that nobody wants. */
    private final double[] edge = new double[TALL * LANES];
    /** The bias of such a result. */
    private final double[] edgeStart = new double[LANES];

    @Override
    public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        if (a.numRows < ROWS || a.numCols == 0) {
            plain.multiply(a, b, bias, c);
            return;
        }
        double[] start = begin(bias, c.numCols, a.numCols);
        if (c.numCols < LANES) {
            packNarrow(b);
            rowsNarrow(a, start, c);
            return;
        }
        boolean direct = b.getNumElements() <= CACHED;
        int vectors = vectors(c.numCols);
        int panels = panels(vectors, WIDEST);
        for (int panel = 0, from = 0; panel < panels; panel++) {
            int many = vectorsOf(panel, vectors, panels);
            int width = Math.max(LANES, Math.min(many * LANES, c.numCols - from));
            from = Math.min(from, c.numCols - width);
            if (direct) {
                rows(many, width, a, b.data, from, c.numCols, start, from, c);
            } else {
                pack(b, from, width);
                rows(many, width, a, packed, 0, width, start, from, c);
            }
            from += width;
        }
    }

    @Override
    public void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (a.numRows < ROWS || c.numCols < LANES || a.numCols == 0) {
            plain.multiplyTransposedRight(a, b, c);
            return;
        }
        double[] start = begin(null, c.numCols, a.numCols);
        int vectors = vectors(c.numCols);
        int panels = panels(vectors, WIDEST);
        for (int panel = 0, from = 0; panel < panels; panel++) {
            int many = vectorsOf(panel, vectors, panels);
            int width = Math.max(LANES, Math.min(many * LANES, c.numCols - from));
            from = Math.min(from, c.numCols - width);
            packTransposed(b, from, width);
            rows(many, width, a, packed, 0, width, start, from, c);
            from += width;
        }
    }

    @Override
    public void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (c.numRows < TALL || a.numRows == 0) {
            plain.multiplyTransposedLeft(a, b, c);
            return;
        }
        double[] start = begin(null, c.numCols, a.numRows);
        if (c.numCols < LANES) {
            packNarrow(b);
            columnsNarrow(a, start, c);
            return;
        }
        boolean direct = b.getNumElements() <= CACHED;
        int vectors = vectors(c.numCols);
        int panels = panels(vectors, TALL_WIDEST);
        for (int panel = 0, from = 0; panel < panels; panel++) {
            int many = vectorsOf(panel, vectors, panels);
            int width = Math.max(LANES, Math.min(many * LANES, c.numCols - from));
            from = Math.min(from, c.numCols - width);
            if (direct) {
                columns(many, width, a, b.data, from, c.numCols, start, from, c);
            } else {
                pack(b, from, width);
                columns(many, width, a, packed, 0, width, start, from, c);
            }
            from += width;
        }
    }

    private static int vectors(int columns) {
        return (columns + LANES - 1) / LANES;
    }

    private static int panels(int vectors, int widest) {
        return (vectors + widest - 1) / widest;
    }

    /** Vectors in a panel: as even as it goes, since a panel of one vector waits for its own sums. */
    private static int vectorsOf(int panel, int vectors, int panels) {
        return vectors / panels + (panel < vectors % panels ? 1 : 0);
    }

    /** Makes room, and gives what the sums begin with. */
    private double[] begin(DMatrixRMaj bias, int columns, int inner) {
        if (packed.length < inner * WIDEST * LANES) {
            packed = new double[inner * WIDEST * LANES];
        }
        if (zeros.length < Math.max(columns, LANES)) {
            zeros = new double[Math.max(columns, LANES)];
        }
        if (bias == null) {
            return zeros;
        }
        if (columns >= LANES) {
            return bias.data;
        }
        System.arraycopy(bias.data, 0, edgeStart, 0, columns);
        return edgeStart;
    }

    /** Four rows after four rows of {@code width} columns of the result. */
    private static void rows(
            int many, int width, DMatrixRMaj a, double[] b, int b0, int bStep, double[] start, int from, DMatrixRMaj c) {
        int inner = a.numCols;
        int columns = c.numCols;
        int last = width - LANES;
        for (int next = 0; next < c.numRows; next += ROWS) {
            int row = Math.min(next, c.numRows - ROWS);
            int a0 = row * inner;
            int c0 = row * columns + from;
            switch (many) {
                case 4 -> VectorRowKernels.four(a.data, a0, inner, b, b0, bStep, inner, start, from, c.data, c0, columns, last);
                case 3 -> VectorRowKernels.three(a.data, a0, inner, b, b0, bStep, inner, start, from, c.data, c0, columns, last);
                case 2 -> VectorRowKernels.two(a.data, a0, inner, b, b0, bStep, inner, start, from, c.data, c0, columns, last);
                default -> VectorRowKernels.one(a.data, a0, inner, b, b0, bStep, inner, start, from, c.data, c0, columns, last);
            }
        }
    }

    private void rowsNarrow(DMatrixRMaj a, double[] start, DMatrixRMaj c) {
        int inner = a.numCols;
        for (int next = 0; next < c.numRows; next += ROWS) {
            int row = Math.min(next, c.numRows - ROWS);
            VectorRowKernels.one(a.data, row * inner, inner, packed, 0, LANES, inner, start, 0, edge, 0, LANES, 0);
            unpackEdge(c, row, ROWS);
        }
    }

    /** Eight rows after eight rows of {@code width} columns of the result. */
    private static void columns(
            int many, int width, DMatrixRMaj a, double[] b, int b0, int bStep, double[] start, int from, DMatrixRMaj c) {
        int inner = a.numRows;
        int columns = c.numCols;
        int last = width - LANES;
        for (int next = 0; next < c.numRows; next += TALL) {
            int row = Math.min(next, c.numRows - TALL);
            int c0 = row * columns + from;
            if (many == TALL_WIDEST) {
                VectorColumnKernels.two(a.data, row, a.numCols, b, b0, bStep, inner, start, from, c.data, c0, columns, last);
            } else {
                VectorColumnKernels.one(a.data, row, a.numCols, b, b0, bStep, inner, start, from, c.data, c0, columns, last);
            }
        }
    }

    private void columnsNarrow(DMatrixRMaj a, double[] start, DMatrixRMaj c) {
        for (int next = 0; next < c.numRows; next += TALL) {
            int row = Math.min(next, c.numRows - TALL);
            VectorColumnKernels.one(a.data, row, a.numCols, packed, 0, LANES, a.numRows, start, 0, edge, 0, LANES, 0);
            unpackEdge(c, row, TALL);
        }
    }

    private void unpackEdge(DMatrixRMaj c, int row, int rows) {
        int columns = c.numCols;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                c.data[(row + i) * columns + j] = edge[i * LANES + j];
            }
        }
    }

    /** Copies columns of the right factor; the last vector may overlap the one before it. */
    private void pack(DMatrixRMaj b, int from, int width) {
        int inner = b.numRows;
        int stride = b.numCols;
        int last = width - LANES;
        for (int k = 0, at = from, to = 0; k < inner; k++, at += stride, to += width) {
            for (int column = 0; column < last; column += LANES) {
                DoubleVector.fromArray(SPECIES, b.data, at + column).intoArray(packed, to + column);
            }
            DoubleVector.fromArray(SPECIES, b.data, at + last).intoArray(packed, to + last);
        }
    }

    /** The whole right factor, which is narrower than a vector; what is behind its columns is multiplied, but not used. */
    private void packNarrow(DMatrixRMaj b) {
        int columns = b.numCols;
        for (int k = 0; k < b.numRows; k++) {
            for (int j = 0; j < columns; j++) {
                packed[k * LANES + j] = b.data[k * columns + j];
            }
        }
    }

    /** Rows of {@code b} as columns of a panel; four at a time where there are four, so that what is written together stands together. */
    private void packTransposed(DMatrixRMaj b, int from, int width) {
        double[] data = b.data;
        int inner = b.numCols;
        int column = 0;
        for (; column + 4 <= width; column += 4) {
            int r0 = (from + column) * inner;
            int r1 = r0 + inner;
            int r2 = r1 + inner;
            int r3 = r2 + inner;
            for (int k = 0, to = column; k < inner; k++, to += width) {
                packed[to] = data[r0 + k];
                packed[to + 1] = data[r1 + k];
                packed[to + 2] = data[r2 + k];
                packed[to + 3] = data[r3 + k];
            }
        }
        for (; column < width; column++) {
            int row = (from + column) * inner;
            for (int k = 0, to = column; k < inner; k++, to += width) {
                packed[to] = data[row + k];
            }
        }
    }
}
