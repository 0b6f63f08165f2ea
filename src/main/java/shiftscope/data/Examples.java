package shiftscope.data;

import org.ejml.data.DMatrixRMaj;

/**
 * Examples with what is to be answered. Read-only by convention: everyone shares the matrices, nobody writes into them.
 *
 * @param inputs examples × features
 * @param targets examples × outputs; for classes one-hot
 * @param labels the class of each example, 0 … outputs-1
 */
public record Examples(DMatrixRMaj inputs, DMatrixRMaj targets, int[] labels) {
    public Examples {
        if (inputs.numRows != targets.numRows || labels.length != inputs.numRows) {
            throw new IllegalArgumentException("inputs, targets and labels differ in length: " + inputs.numRows + ", "
                    + targets.numRows + ", " + labels.length);
        }
    }

    public int size() {
        return inputs.numRows;
    }
}
