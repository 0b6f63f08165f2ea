package shiftscope.engine;

import static shiftscope.engine.VectorPanels.LANES;

import org.ejml.data.DMatrixRMaj;

/** Products whose left factor is stored transposed, {@code aᵀ·b}: the gradients of weights. */
final class VectorColumnProducts {
    /** Rows and the most vectors of {@link VectorColumnKernels}. */
    private static final int ROWS = 8;

    /** Rows of {@link VectorColumnKernels#five}. */
    private static final int FIVE = 5;

    private static final int WIDEST = VectorPanels.MANY_REGISTERS ? 2 : 1;

    private final PlainProducts plain = new PlainProducts();
    /** One panel of the right factor, row after row. */
    private double[] packed = {};
    /** A result that is narrower than a vector, with columns that nobody wants. */
    private double[] wide = {};

    private final double[] zeros = new double[LANES];

    /**
     * {@code c = aᵀ·b}.
     *
     * @param c overwritten
     */
    void product(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int columns = c.numCols;
        if (columns == 1) {
            column(a, b, c);
        } else if (columns < LANES) {
            reserve(a.numRows * LANES, c.numRows * LANES);
            VectorPanels.packNarrow(b, false, columns, packed);
            panel(a, packed, 0, LANES, wide, 0, LANES, c.numRows, LANES);
            VectorPanels.unpackNarrow(wide, c);
        } else {
            int panels = VectorPanels.count(columns, WIDEST);
            reserve(a.numRows * WIDEST * LANES, 0);
            for (int panel = 0; panel < panels; panel++) {
                int width = VectorPanels.width(panel, panels, columns);
                int from = VectorPanels.from(panel, panels, columns);
                if (VectorPanels.cached(b)) {
                    panel(a, b.data, from, columns, c.data, from, columns, c.numRows, width);
                } else {
                    VectorPanels.pack(b, 0, b.numRows, from, width, packed, width);
                    panel(a, packed, 0, width, c.data, from, columns, c.numRows, width);
                }
            }
        }
    }

    /** A result of one column, whose sums stand side by side. */
    private void column(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (c.numRows < LANES) {
            plain.multiplyTransposedLeft(a, b, c);
            return;
        }
        Extent.check(a.data, 0, a.numRows, a.numCols, c.numRows);
        Extent.check(c.data, c.numRows);
        for (int next = 0; next < c.numRows; next += LANES) {
            int row = Math.min(next, c.numRows - LANES);
            VectorRowKernels.single(b.data, 0, 1, a.data, row, a.numCols, a.numRows, zeros, 0, c.data, row);
        }
    }

    private void reserve(int forPacked, int forWide) {
        if (packed.length < forPacked) {
            packed = new double[forPacked];
        }
        if (wide.length < forWide) {
            wide = new double[forWide];
        }
    }

    /** One panel of the result, from {@code c0} on; parameters as {@link VectorColumnKernels} has them. */
    private void panel(
            DMatrixRMaj left, double[] b, int b0, int bStep, double[] c, int c0, int cStep, int rows, int width) {
        double[] a = left.data;
        int aStep = left.numCols;
        int inner = left.numRows;
        int last = width - LANES;
        Extent.check(b, b0, inner, bStep, width);
        Extent.check(c, c0, rows, cStep, width);
        if (width > LANES && (rows == 2 || rows == FIVE || rows > ROWS && rows <= 2 * FIVE)) {
            few(a, aStep, b, b0, bStep, inner, c, c0, cStep, rows, last);
            return;
        }
        if (rows < ROWS) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < width; column += LANES) {
                    int at = Math.min(column, last);
                    VectorRowKernels.single(a, row, aStep, b, b0 + at, bStep, inner, zeros, 0, c, c0 + row * cStep + at);
                }
            }
            return;
        }
        for (int next = 0; next < rows; next += ROWS) {
            int row = Math.min(next, rows - ROWS);
            if (width > LANES) {
                VectorColumnKernels.two(a, row, aStep, b, b0, bStep, inner, c, c0 + row * cStep, cStep, last);
            } else {
                VectorColumnKernels.one(a, row, aStep, b, b0, bStep, inner, c, c0 + row * cStep, cStep, last);
            }
        }
    }

    /** A panel of two vectors and of so few rows that eight at a time would leave most of them to be computed twice, or one by one. */
    private static void few(
            double[] a, int aStep, double[] b, int b0, int bStep, int inner, double[] c, int c0, int cStep, int rows, int last) {
        if (rows == 2) {
            VectorColumnKernels.pair(a, 0, aStep, b, b0, bStep, inner, c, c0, cStep, last);
            return;
        }
        for (int next = 0; next < rows; next += FIVE) {
            int row = Math.min(next, rows - FIVE);
            VectorColumnKernels.five(a, row, aStep, b, b0, bStep, inner, c, c0 + row * cStep, cStep, last);
        }
    }
}
