package shiftscope.engine;

import static shiftscope.engine.VectorPanels.LANES;

import org.ejml.data.DMatrixRMaj;

/**
 * Products whose left factor is stored row by row. Long sums are taken in parts: as much of a panel of the right factor as fits the
 * first-level cache is gone over by every row of the left one before the next part is. Between two parts the sums are put aside in an
 * order of their own, where rows that two blocks have in common stand twice.
 */
final class VectorRowProducts {
    /** Rows and the most vectors of {@link VectorRowKernels}. */
    private static final int ROWS = 4;

    private static final int WIDEST = VectorPanels.MANY_REGISTERS ? 4 : 2;

    /** Numbers of a part: 32 kB, which the first-level cache has room for beside the left factor. */
    private static final int PART = 4096;

    /** Numbers that come into the cache together: a row read where it lies brings others with it, at its two ends about so many. */
    private static final int LINE = 8;

    /**
     * Rows this many numbers apart, or a multiple of it, fall on so few places of the first-level cache that they push each other out:
     * such a right factor is copied, others are read where they lie.
     */
    private static final int CROWDED = 32;

    private final PlainProducts plain = new PlainProducts();
    /** A part of one panel of the right factor, row after row. */
    private double[] packed = {};
    /** What the sums of a panel have come to between two parts, in blocks of as many rows as a kernel takes. */
    private double[] sums = {};
    /** What the sums begin with where there is no bias. */
    private double[] zeros = {};
    /** The bias of a result that is narrower than a vector. */
    private final double[] narrowBias = new double[LANES];
    /** Such a result with columns that nobody wants. */
    private double[] wide = {};

    /**
     * {@code c = a·b + bias}, or {@code a·bᵀ + bias}.
     *
     * @param turned whether it is bᵀ
     * @param bias {@code null} if there is none
     */
    void product(DMatrixRMaj a, boolean turned, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        int inner = a.numCols;
        int columns = c.numCols;
        reserve(inner, columns, c.numRows);
        double[] start = bias == null ? zeros : bias.data;
        if (columns == 1 && !turned) {
            plain.multiply(a, b, bias, c);
        } else if (columns < LANES) {
            System.arraycopy(start, 0, narrowBias, 0, columns);
            VectorPanels.packNarrow(b, turned, columns, packed);
            panel(a, 0, inner, packed, 0, LANES, narrowBias, 0, wide, LANES, c.numRows, LANES);
            VectorPanels.unpackNarrow(wide, c);
        } else if (inner == 1) {
            Extent.check(b.data, columns);
            Extent.check(start, columns);
            Extent.check(c.data, c.numRows * columns);
            VectorColumnKernels.outer(a.data, b.data, start, c.data, c.numRows, columns);
        } else {
            int panels = VectorPanels.count(columns, WIDEST);
            for (int panel = 0; panel < panels; panel++) {
                int width = VectorPanels.width(panel, panels, columns);
                int from = VectorPanels.from(panel, panels, columns);
                if (narrow(inner, width, c.numRows)) {
                    narrow(a, turned, b, start, from, width, c);
                } else if (!turned && VectorPanels.cached(b)) {
                    panel(a, 0, inner, b.data, from, columns, start, from, c.data, columns, c.numRows, width);
                } else {
                    inParts(a, turned, b, start, from, width, c);
                }
            }
        }
    }

    /** Whether a panel is computed by {@link VectorNarrowKernel}: its sums are not taken in parts. */
    private static boolean narrow(int inner, int width, int rows) {
        return VectorPanels.MANY_REGISTERS && width > LANES && width <= 2 * LANES && rows >= VectorNarrowKernel.ROWS
                && inner * width <= PART;
    }

    /** One panel by {@link VectorNarrowKernel}. The right factor is read where it lies, unless it has to be turned. */
    private void narrow(DMatrixRMaj a, boolean turned, DMatrixRMaj b, double[] start, int from, int width, DMatrixRMaj c) {
        int inner = a.numCols;
        double[] right = b.data;
        int b0 = from;
        int bStep = b.numCols;
        if (turned) {
            VectorPanels.packTransposed(b, from, width, packed);
            right = packed;
            b0 = 0;
            bStep = width;
        }
        Extent.check(right, b0, inner, bStep, width);
        Extent.check(start, from, 1, 0, width);
        Extent.check(c.data, from, c.numRows, c.numCols, width);
        VectorNarrowKernel.product(a.data, right, b0, bStep, inner, start, from, c.data, from, c.numCols, c.numRows, width - LANES);
    }

    private void inParts(DMatrixRMaj a, boolean turned, DMatrixRMaj b, double[] start, int from, int width, DMatrixRMaj c) {
        int inner = a.numCols;
        boolean copied = turned || b.numCols % CROWDED == 0;
        int parts = Math.max(1, (inner * (copied ? width : width + LINE) + PART - 1) / PART);
        for (int part = 0; part < parts; part++) {
            int k = part * inner / parts;
            int end = (part + 1) * inner / parts;
            if (copied) {
                if (turned) {
                    VectorPanels.packTransposed(b, k, end, from, width, packed, width);
                } else {
                    VectorPanels.pack(b, k, end, from, width, packed, width);
                }
                panel(a, k, end, packed, 0, width, start, from, c.data, c.numCols, c.numRows, width);
            } else {
                panel(a, k, end, b.data, k * b.numCols + from, b.numCols, start, from, c.data, c.numCols, c.numRows, width);
            }
        }
    }

    private void reserve(int inner, int columns, int rows) {
        int most = Math.max(inner * LANES, PART + WIDEST * LANES);
        if (packed.length < most) {
            packed = new double[most];
        }
        if (sums.length < (rows + ROWS) * WIDEST * LANES) {
            sums = new double[(rows + ROWS) * WIDEST * LANES];
        }
        if (zeros.length < Math.max(columns, LANES)) {
            zeros = new double[Math.max(columns, LANES)];
        }
        if (columns < LANES && wide.length < rows * LANES) {
            wide = new double[rows * LANES];
        }
    }

    /**
     * One panel of the result, as far as the inner indices from {@code k} to {@code end} go; the other parameters as
     * {@link VectorRowKernels} has them, but
     *
     * @param start what the sums begin with at the first inner index, for this panel from {@code from} on
     * @param c the result, where the panel's columns begin at {@code from}; written to when the last inner index is in
     */
    private void panel(
            DMatrixRMaj left, int k, int end, double[] b, int b0, int bStep, double[] start, int from, double[] c, int cStep,
            int rows, int width) {
        double[] a = left.data;
        int aStep = left.numCols;
        boolean begins = k == 0;
        boolean ends = end == aStep;
        double[] s = begins ? start : sums;
        int sStep = begins ? 0 : width;
        double[] to = ends ? c : sums;
        int toStep = ends ? cStep : width;
        int last = width - LANES;
        int n = end - k;
        Extent.check(b, b0, n, bStep, width);
        // Sums put aside stand block after block, and rows that two blocks have in common stand twice.
        int aside = rows + ROWS;
        Extent.check(s, begins ? from : 0, begins ? 1 : aside, sStep, width);
        Extent.check(to, ends ? from : 0, ends ? rows : aside, toStep, width);
        if (rows < ROWS) {
            for (int row = 0; row < rows; row++) {
                int s0 = begins ? from : row * width;
                int to0 = ends ? row * cStep + from : row * width;
                for (int column = 0; column < width; column += LANES) {
                    int at = Math.min(column, last);
                    VectorRowKernels.single(a, row * aStep + k, 1, b, b0 + at, bStep, n, s, s0 + at, to, to0 + at);
                }
            }
            return;
        }
        int vectors = (width + LANES - 1) / LANES;
        for (int next = 0; next < rows; next += ROWS) {
            int row = Math.min(next, rows - ROWS);
            int a0 = row * aStep + k;
            int s0 = begins ? from : next * width;
            int to0 = ends ? row * cStep + from : next * width;
            switch (vectors) {
                case 4 -> VectorRowKernels.four(a, a0, aStep, b, b0, bStep, n, s, s0, sStep, to, to0, toStep, last);
                case 3 -> VectorRowKernels.three(a, a0, aStep, b, b0, bStep, n, s, s0, sStep, to, to0, toStep, last);
                case 2 -> VectorRowKernels.two(a, a0, aStep, b, b0, bStep, n, s, s0, sStep, to, to0, toStep, last);
                default -> VectorRowKernels.one(a, a0, aStep, b, b0, bStep, n, s, s0, sStep, to, to0, toStep, last);
            }
        }
    }
}
