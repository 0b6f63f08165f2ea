package shiftscope.engine;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The caller's buffers for passes of up to a fixed number of examples through networks of one shape. A pass is made once and used
 * for every step.
 */
public final class Pass {
    private final int capacity;
    private final List<LayerPass> layers;
    private final FastestArithmetic fastest = new FastestArithmetic();
    private Arithmetic arithmetic;
    private DMatrixRMaj input;
    /** Of the batches that the buffers have the shape for. */
    private int rows;

    /**
     * @param shape a network of the shape that will be passed through
     * @param capacity the most examples in a batch
     */
    public Pass(Network shape, int capacity) {
        this.capacity = capacity;
        rows = capacity;
        int widest = shape.layers().stream().mapToInt(layer -> layer.dense().units()).max().orElseThrow();
        // Shared by all layers, they are still in the cache when the next one needs them.
        double[] upper = new double[capacity * widest];
        double[] middle = new double[capacity * widest];
        List<LayerPass> made = new ArrayList<>();
        for (Layer layer : shape.layers()) {
            made.add(new LayerPass(layer.dense(), capacity, upper, middle));
        }
        layers = List.copyOf(made);
    }

    public int capacity() {
        return capacity;
    }

    /** The parts, input side first; the last one is the output layer. */
    public List<LayerPass> layers() {
        return layers;
    }

    /** What the last forward pass was given, batch × features. */
    public DMatrixRMaj input() {
        return input;
    }

    /** What layer {@code index} was given: the input, or the output of the layer below. */
    public DMatrixRMaj inputOf(int index) {
        return index == 0 ? input : layers.get(index - 1).output();
    }

    /** The output of the last layer, batch × outputs: the logits. */
    public DMatrixRMaj logits() {
        return layers.get(layers.size() - 1).output();
    }

    /** Whether every element of one of these buffers is finite. */
    public boolean allFinite(DMatrixRMaj matrix) {
        return arithmetic.functions().allFinite(matrix.data, matrix.getNumElements());
    }

    /** What the pass that was begun computes with, forward and back. */
    Arithmetic arithmetic() {
        return arithmetic;
    }

    void begin(DMatrixRMaj x) {
        if (x.numRows > capacity) {
            throw new IllegalArgumentException("a batch of " + x.numRows + " in a pass made for " + capacity);
        }
        arithmetic = fastest.get();
        input = x;
        if (rows != x.numRows) {
            rows = x.numRows;
            for (int i = 0; i < layers.size(); i++) {
                layers.get(i).resize(rows);
            }
        }
    }
}
