package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), with L2 as part of the gradient; with weight decay it is AdamW (Loshchilov and Hutter 2019,
 * algorithm 2, the decay times the learning rate as in PyTorch). A parameter that appears in the middle of a run starts its own count
 * of steps.
 */
public final class Adam extends Optimizer {
    private final double beta1;
    private final double beta2;
    private final double epsilon;

    /** Adam without weight decay. */
    public Adam(double learningRate, double l2, double beta1, double beta2, double epsilon) {
        this(learningRate, l2, 0, beta1, beta2, epsilon);
    }

    /**
     * @param beta1 decay of the mean of gradients
     * @param beta2 decay of the mean of squared gradients
     * @param epsilon added to the root of the latter
     */
    public Adam(double learningRate, double l2, double weightDecay, double beta1, double beta2, double epsilon) {
        super(learningRate, l2, weightDecay);
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    @Override
    Memory remember(DMatrixRMaj parameter) {
        int size = parameter.getNumElements();
        return new Memory(parameter, new double[size], new double[size]);
    }

    @Override
    void update(double[] value, double[] gradient, int size, double penalty, double kept, Memory memory) {
        double[] mean = memory.first;
        double[] square = memory.second;
        // StrictMath.pow would make its tables anew in every call on JDK 17.
        memory.firstDecay *= beta1;
        memory.secondDecay *= beta2;
        double rate = learningRate() / (1 - memory.firstDecay);
        double correction = Math.sqrt(1 - memory.secondDecay);
        for (int i = 0; i < size; i++) {
            double g = gradient[i] + penalty * value[i];
            mean[i] = beta1 * mean[i] + (1 - beta1) * g;
            square[i] = beta2 * square[i] + (1 - beta2) * g * g;
            value[i] = kept * value[i] - rate * mean[i] / (Math.sqrt(square[i]) / correction + epsilon);
        }
    }
}
