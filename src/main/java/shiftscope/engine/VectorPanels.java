package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.DMatrixRMaj;

/**
 * How the columns of a product are divided into panels, each a few vectors wide, and how a right factor is copied for one of them, so
 * that what is read one after another lies side by side.
 */
final class VectorPanels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** Processors with the wide vectors have 32 registers for them, those with shorter ones mostly 16. */
    static final boolean MANY_REGISTERS = LANES >= 8;

    /** A right factor of this many numbers stays in the first-level cache by itself. */
    private static final int CACHED = 2_000;

    private VectorPanels() {}

    /** Whether a right factor is small enough to be read where it lies, as often as it takes. */
    static boolean cached(DMatrixRMaj b) {
        return b.getNumElements() <= CACHED;
    }

    /**
     * How many panels there are.
     *
     * @param columns of the result, at least as many as lanes
     * @param widest the most vectors of a panel
     */
    static int count(int columns, int widest) {
        int vectors = (columns + LANES - 1) / LANES;
        return (vectors + widest - 1) / widest;
    }

    /** The vectors before a panel; as even as it goes, since a panel of one vector waits for its own sums. */
    private static int vectorsBefore(int panel, int panels, int columns) {
        int vectors = (columns + LANES - 1) / LANES;
        return panel * (vectors / panels) + Math.min(panel, vectors % panels);
    }

    /** The columns of a panel. The last vector may overlap the one before it; a panel of one vector, the panel before. */
    static int width(int panel, int panels, int columns) {
        if (panels == 1) {
            // As below, without the divisions, which take a while beside the product of a small layer.
            return columns;
        }
        int next = vectorsBefore(panel, panels, columns) * LANES;
        int end = vectorsBefore(panel + 1, panels, columns) * LANES;
        return Math.max(LANES, Math.min(end, columns) - next);
    }

    /** The first column of a panel. */
    static int from(int panel, int panels, int columns) {
        return panels == 1 ? 0 : Math.min(vectorsBefore(panel, panels, columns) * LANES, columns - width(panel, panels, columns));
    }

    /**
     * Copies some columns of a few rows of {@code b}, row after row.
     *
     * @param k the first row
     * @param end behind the last one
     * @param packed overwritten, from its beginning
     * @param step from one of its rows to the next
     */
    static void pack(DMatrixRMaj b, int k, int end, int from, int width, double[] packed, int step) {
        int stride = b.numCols;
        int last = width - LANES;
        Extent.check(b.data, k * stride + from, end - k, stride, width);
        Extent.check(packed, 0, end - k, step, width);
        for (int row = k, source = k * stride + from, to = 0; row < end; row++, source += stride, to += step) {
            for (int column = 0; column < last; column += LANES) {
                DoubleVector.fromArray(SPECIES, b.data, source + column).intoArray(packed, to + column);
            }
            DoubleVector.fromArray(SPECIES, b.data, source + last).intoArray(packed, to + last);
        }
    }

    /**
     * The same of {@code bᵀ}: rows of {@code b} as columns, four at a time where there are four, so that what is written together stands
     * together.
     */
    static void packTransposed(DMatrixRMaj b, int k, int end, int from, int width, double[] packed, int step) {
        double[] data = b.data;
        int stride = b.numCols;
        int column = 0;
        for (; column + 4 <= width; column += 4) {
            int r0 = (from + column) * stride;
            int r1 = r0 + stride;
            int r2 = r1 + stride;
            int r3 = r2 + stride;
            for (int i = k, to = column; i < end; i++, to += step) {
                packed[to] = data[r0 + i];
                packed[to + 1] = data[r1 + i];
                packed[to + 2] = data[r2 + i];
                packed[to + 3] = data[r3 + i];
            }
        }
        for (; column < width; column++) {
            int row = (from + column) * stride;
            for (int i = k, to = column; i < end; i++, to += step) {
                packed[to] = data[row + i];
            }
        }
    }

    /**
     * The same for a narrow panel with all its rows, one row after the other: its first rows are then long in the cache when the product
     * reads them, in vectors, for which it would have to wait otherwise.
     */
    static void packTransposed(DMatrixRMaj b, int from, int width, double[] packed) {
        int stride = b.numCols;
        for (int row = 0, to = 0; row < stride; row++) {
            for (int column = 0, source = from * stride + row; column < width; column++, source += stride) {
                packed[to++] = b.data[source];
            }
        }
    }

    /** The whole of a right factor that is narrower than a vector; what is behind its columns is multiplied, but not used. */
    static void packNarrow(DMatrixRMaj b, boolean turned, int columns, double[] packed) {
        int inner = turned ? b.numCols : b.numRows;
        int columnStep = turned ? inner : 1;
        int innerStep = turned ? 1 : columns;
        for (int k = 0; k < inner; k++) {
            for (int j = 0; j < columns; j++) {
                packed[k * LANES + j] = b.data[k * innerStep + j * columnStep];
            }
        }
    }

    /** The columns of such a result that are wanted. */
    static void unpackNarrow(double[] wide, DMatrixRMaj c) {
        int columns = c.numCols;
        for (int i = 0; i < c.numRows; i++) {
            for (int j = 0; j < columns; j++) {
                c.data[i * columns + j] = wide[i * LANES + j];
            }
        }
    }
}
