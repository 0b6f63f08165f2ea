package shiftscope.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.LossKind;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;

/**
 * Mini-batches that are gone through in a circle, the same for a {@link Workload} on every machine: features are standard normal. With
 * several outputs the target is one-hot, of a class drawn without regard to the features. With one it is the product of the first
 * and the last feature, or for binary cross-entropy whether that is positive.
 */
final class Batches {
    static final int COUNT = 8;

    private final List<DMatrixRMaj> inputs = new ArrayList<>();
    private final List<DMatrixRMaj> targets = new ArrayList<>();
    private final List<int[]> indices = new ArrayList<>();
    private final int[] labels;

    Batches(Workload workload, long seed) {
        int size = workload.batchSize();
        labels = new int[COUNT * size];
        RandomStream stream = new Seed(seed).data();
        for (int batch = 0; batch < COUNT; batch++) {
            DMatrixRMaj x = new DMatrixRMaj(size, workload.features());
            DMatrixRMaj wanted = new DMatrixRMaj(size, workload.outputs());
            for (int i = 0; i < x.getNumElements(); i++) {
                x.data[i] = stream.gaussian();
            }
            for (int row = 0; row < size; row++) {
                if (workload.outputs() == 1) {
                    double product = x.get(row, 0) * x.get(row, x.numCols - 1);
                    wanted.set(row, 0, workload.loss() == LossKind.BINARY_CROSS_ENTROPY ? product > 0 ? 1 : 0 : product);
                } else {
                    int label = stream.below(workload.outputs());
                    wanted.set(row, label, 1);
                    labels[batch * size + row] = label;
                }
            }
            inputs.add(x);
            targets.add(wanted);
            indices.add(IntStream.range(batch * size, (batch + 1) * size).toArray());
        }
    }

    /** The features of a batch, batch × features. */
    DMatrixRMaj inputs(int batch) {
        return inputs.get(batch);
    }

    /** What the examples of a batch should give, batch × outputs. */
    DMatrixRMaj targets(int batch) {
        return targets.get(batch);
    }

    /** Where the examples of a batch stand in {@link #dataset}. */
    int[] indices(int batch) {
        return indices.get(batch);
    }

    /** All batches as training examples, the first one for testing. */
    Dataset dataset() {
        Examples train = new Examples(together(inputs), together(targets), labels);
        int size = inputs.get(0).numRows;
        Examples test = new Examples(inputs.get(0), targets.get(0), Arrays.copyOf(labels, size));
        List<String> classes = IntStream.range(0, targets.get(0).numCols).mapToObj(String::valueOf).toList();
        return new Dataset("benchmark", train, test, classes, Optional.empty());
    }

    private static DMatrixRMaj together(List<DMatrixRMaj> parts) {
        int size = parts.get(0).getNumElements();
        DMatrixRMaj whole = new DMatrixRMaj(COUNT * parts.get(0).numRows, parts.get(0).numCols);
        for (int i = 0; i < COUNT; i++) {
            System.arraycopy(parts.get(i).data, 0, whole.data, i * size, size);
        }
        return whole;
    }
}
