package shiftscope.data;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Examples with what is to be answered. Read-only by convention: everyone shares the matrices, nobody writes into them.
 *
 * @param inputs examples × features
 * @param targets examples × outputs; for classes one-hot, for regression the numbers to be learned, examples × 1
 * @param labels the class of each example, 0 … outputs-1; empty for regression
 */
public record Examples(DMatrixRMaj inputs, DMatrixRMaj targets, int[] labels) {
    public Examples {
        if (inputs.numRows != targets.numRows || (labels.length != inputs.numRows && labels.length != 0)) {
            throw new IllegalArgumentException("inputs, targets and labels differ in length: " + inputs.numRows + ", "
                    + targets.numRows + ", " + labels.length);
        }
    }

    /** Whether numbers are to be learned: there are no classes then, and nothing that is a right answer or a wrong one. */
    public boolean regression() {
        return labels.length == 0;
    }

    public int size() {
        return inputs.numRows;
    }

    /**
     * A copy of the first of them.
     *
     * @param rows how many, at most {@link #size}
     */
    public Examples first(int rows) {
        return new Examples(first(inputs, rows), first(targets, rows), Arrays.copyOf(labels, regression() ? 0 : rows));
    }

    private static DMatrixRMaj first(DMatrixRMaj matrix, int rows) {
        return new DMatrixRMaj(rows, matrix.numCols, true, Arrays.copyOf(matrix.data, rows * matrix.numCols));
    }
}
