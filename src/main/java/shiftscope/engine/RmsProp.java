package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6e) in the form that PyTorch uses: {@code v = αv + (1-α) g²; p -= lr g / (sqrt(v) + ε)}
 * with v = 0 at the start, not centred, without momentum.
 */
public final class RmsProp extends Optimizer {
    private final double smoothing;
    private final double epsilon;

    /**
     * @param smoothing α, what a step leaves of the mean of squared gradients
     * @param epsilon added to its root
     */
    public RmsProp(double learningRate, double l2, double weightDecay, double smoothing, double epsilon) {
        super(learningRate, l2, weightDecay);
        this.smoothing = smoothing;
        this.epsilon = epsilon;
    }

    @Override
    Memory remember(DMatrixRMaj parameter) {
        return new Memory(parameter, new double[parameter.getNumElements()], Memory.NOTHING);
    }

    @Override
    void update(double[] value, double[] gradient, int size, double penalty, double kept, Memory memory) {
        double[] square = memory.first;
        double rate = learningRate();
        for (int i = 0; i < size; i++) {
            double g = gradient[i] + penalty * value[i];
            square[i] = smoothing * square[i] + (1 - smoothing) * g * g;
            value[i] = kept * value[i] - rate * g / (Math.sqrt(square[i]) + epsilon);
        }
    }
}
