package shiftscope.session;

import org.ejml.data.DMatrixRMaj;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;

/** One mini-batch, copied out of the training set. */
final class Batch {
    private final Examples from;
    private final DMatrixRMaj x;
    private final DMatrixRMaj targets;

    Batch(Dataset dataset, int size) {
        from = dataset.train();
        x = new DMatrixRMaj(size, dataset.features());
        targets = new DMatrixRMaj(size, dataset.outputs());
    }

    /** @param indices which training examples, as many as the mini-batch holds */
    void gather(int[] indices) {
        for (int row = 0; row < indices.length; row++) {
            copyRow(from.inputs(), indices[row], x, row);
            copyRow(from.targets(), indices[row], targets, row);
        }
    }

    private static void copyRow(DMatrixRMaj from, int fromRow, DMatrixRMaj to, int toRow) {
        System.arraycopy(from.data, fromRow * from.numCols, to.data, toRow * to.numCols, from.numCols);
    }

    /** Batch × features, as last gathered. */
    DMatrixRMaj x() {
        return x;
    }

    /** Batch × outputs, as last gathered. */
    DMatrixRMaj targets() {
        return targets;
    }
}
