package shiftscope.engine;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.DMatrixRMaj;

/**
 * The products on the Vector API, with the bits of {@link PlainProducts}: each output element is one chain of fused multiply-adds over
 * the inner index in ascending order, begun with the bias or 0.
 *
 * <p>The result is computed in panels of a few vectors of columns, a few rows at a time, with all its sums in registers. Sixteen sums
 * are the most: kernels with more made the compiler spill or box them. Only this one species is used in the program; two made every
 * kernel slow. Where rows or columns are no multiple of what a kernel takes, the last ones are computed twice, to the same bits.
 *
 * <p>This class is loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorProducts implements Products {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Processors with the wide vectors have 32 registers for them, those with shorter ones mostly 16. */
    private static final boolean MANY_REGISTERS = LANES >= 8;
    /** Rows and the most vectors of {@link VectorRowKernels}. */
    private static final int ROWS = 4;

    private static final int WIDEST = MANY_REGISTERS ? 4 : 2;
    /** Rows and the most vectors of {@link VectorColumnKernels}. */
    private static final int TALL_ROWS = 8;

    private static final int TALL_WIDEST = MANY_REGISTERS ? 2 : 1;
    /** Tells the kernels of the two apart. */
    private static final int TALL = 8;

    /** A right factor of this many numbers stays in the first-level cache by itself; a larger one is copied panel by panel. */
    private static final int CACHED = 2_000;

    private final PlainProducts plain = new PlainProducts();
    /** One panel of the right factor, row after row. */
    private double[] packed = {};
    /** What the sums begin with where there is no bias. */
    private double[] zeros = {};
    /** The bias of a result that is narrower than a vector. */
    private final double[] narrowBias = new double[LANES];
    /** Such a result with columns that nobody wants. */
    private double[] wide = {};

    @Override
    public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        product(false, a, a.numCols, false, b, bias, c);
    }

    @Override
    public void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        product(true, a, a.numRows, false, b, null, c);
    }

    @Override
    public void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        product(false, a, a.numCols, true, b, null, c);
    }

    private void product(
            boolean tall, DMatrixRMaj a, int inner, boolean turned, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        int columns = c.numCols;
        reserve(inner, columns, c.numRows);
        if (columns == 1 && !turned) {
            column(tall, a, b, bias, c);
            return;
        }
        double[] start = bias == null ? zeros : bias.data;
        if (columns < LANES) {
            Arrays.fill(narrowBias, 0);
            System.arraycopy(start, 0, narrowBias, 0, columns);
            packNarrow(b, turned, columns);
            panel(tall, 1, a, inner, packed, 0, LANES, narrowBias, 0, wide, LANES, c.numRows, 0);
            unpackNarrow(c);
            return;
        }
        boolean direct = !turned && b.getNumElements() <= CACHED;
        int vectors = (columns + LANES - 1) / LANES;
        int widest = tall ? TALL_WIDEST : WIDEST;
        int panels = (vectors + widest - 1) / widest;
        for (int panel = 0, next = 0; panel < panels; panel++) {
            // As even as it goes, since a panel of one vector waits for its own sums.
            int many = vectors / panels + (panel < vectors % panels ? 1 : 0);
            int width = Math.max(LANES, Math.min(many * LANES, columns - next));
            int from = Math.min(next, columns - width);
            if (direct) {
                panel(tall, many, a, inner, b.data, from, columns, start, from, c.data, columns, c.numRows, width - LANES);
            } else {
                if (turned) {
                    packTransposed(b, from, width);
                } else {
                    pack(b, from, width);
                }
                panel(tall, many, a, inner, packed, 0, width, start, from, c.data, columns, c.numRows, width - LANES);
            }
            next += width;
        }
    }

    /** A result of one column: sums that stand side by side where the left factor is transposed, one product after the other where not. */
    private void column(boolean tall, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        if (!tall) {
            plain.multiply(a, b, bias, c);
        } else if (c.numRows < LANES) {
            plain.multiplyTransposedLeft(a, b, c);
        } else {
            for (int next = 0; next < c.numRows; next += LANES) {
                int row = Math.min(next, c.numRows - LANES);
                VectorRowKernels.single(b.data, 0, 1, a.data, row, a.numCols, a.numRows, zeros, 0, c.data, row);
            }
        }
    }

    private void reserve(int inner, int columns, int rows) {
        if (packed.length < inner * WIDEST * LANES) {
            packed = new double[inner * WIDEST * LANES];
        }
        if (zeros.length < Math.max(columns, LANES)) {
            zeros = new double[Math.max(columns, LANES)];
        }
        if (columns < LANES && wide.length < rows * LANES) {
            wide = new double[rows * LANES];
        }
    }

    /**
     * One panel of the result; parameters as {@link VectorRowKernels} has them, but
     *
     * @param tall whether the left factor is stored transposed
     * @param many vectors of columns
     * @param from where in {@code start}, and in each row of {@code c}, the panel's columns begin
     */
    private static void panel(
            boolean tall, int many, DMatrixRMaj left, int inner, double[] b, int b0, int bStep, double[] start, int from, double[] c,
            int cStep, int rows, int last) {
        double[] a = left.data;
        int aStep = left.numCols;
        int atOnce = tall ? TALL_ROWS : ROWS;
        if (rows < atOnce) {
            for (int row = 0; row < rows; row++) {
                for (int v = 0; v < many; v++) {
                    int column = Math.min(v * LANES, last);
                    VectorRowKernels.single(a, tall ? row : row * aStep, tall ? aStep : 1, b, b0 + column, bStep, inner, start,
                            from + column, c, row * cStep + from + column);
                }
            }
            return;
        }
        for (int next = 0; next < rows; next += atOnce) {
            int row = Math.min(next, rows - atOnce);
            int a0 = tall ? row : row * aStep;
            int c0 = row * cStep + from;
            switch (tall ? TALL + many : many) {
                case TALL + 2 -> VectorColumnKernels.two(a, a0, aStep, b, b0, bStep, inner, start, from, c, c0, cStep, last);
                case TALL + 1 -> VectorColumnKernels.one(a, a0, aStep, b, b0, bStep, inner, start, from, c, c0, cStep, last);
                case 4 -> VectorRowKernels.four(a, a0, aStep, b, b0, bStep, inner, start, from, c, c0, cStep, last);
                case 3 -> VectorRowKernels.three(a, a0, aStep, b, b0, bStep, inner, start, from, c, c0, cStep, last);
                case 2 -> VectorRowKernels.two(a, a0, aStep, b, b0, bStep, inner, start, from, c, c0, cStep, last);
                default -> VectorRowKernels.one(a, a0, aStep, b, b0, bStep, inner, start, from, c, c0, cStep, last);
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

    /** The whole of a right factor that is narrower than a vector; what is behind its columns is multiplied, but not used. */
    private void packNarrow(DMatrixRMaj b, boolean turned, int columns) {
        int inner = turned ? b.numCols : b.numRows;
        int columnStep = turned ? inner : 1;
        int innerStep = turned ? 1 : columns;
        for (int k = 0; k < inner; k++) {
            for (int j = 0; j < columns; j++) {
                packed[k * LANES + j] = b.data[k * innerStep + j * columnStep];
            }
        }
    }

    private void unpackNarrow(DMatrixRMaj c) {
        int columns = c.numCols;
        for (int i = 0; i < c.numRows; i++) {
            for (int j = 0; j < columns; j++) {
                c.data[i * columns + j] = wide[i * LANES + j];
            }
        }
    }
}
