package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * Gradient descent, plain or with momentum: {@code g += λp; v = μv + g; p -= lr v}, with Nesterov's {@code p -= lr (g + μv)}
 * (Sutskever et al. 2013, in the form that PyTorch uses).
 */
public final class GradientDescent extends Optimizer {
    private final double momentum;
    private final boolean nesterov;

    /** Gradient descent without weight decay. */
    public GradientDescent(double learningRate, double l2, double momentum, boolean nesterov) {
        this(learningRate, l2, 0, momentum, nesterov);
    }

    /**
     * @param momentum μ; 0 is plain gradient descent
     * @param nesterov whether the step looks ahead
     */
    public GradientDescent(double learningRate, double l2, double weightDecay, double momentum, boolean nesterov) {
        super(learningRate, l2, weightDecay);
        this.momentum = momentum;
        this.nesterov = nesterov;
    }

    @Override
    Memory remember(DMatrixRMaj parameter) {
        double[] velocity = momentum == 0 ? Memory.NOTHING : new double[parameter.getNumElements()];
        return new Memory(parameter, velocity, Memory.NOTHING);
    }

    @Override
    void update(double[] value, double[] gradient, int size, double penalty, double kept, Memory memory) {
        double rate = learningRate();
        if (momentum == 0) {
            for (int i = 0; i < size; i++) {
                value[i] = kept * value[i] - rate * (gradient[i] + penalty * value[i]);
            }
            return;
        }
        double[] velocity = memory.first;
        for (int i = 0; i < size; i++) {
            double g = gradient[i] + penalty * value[i];
            velocity[i] = momentum * velocity[i] + g;
            value[i] = kept * value[i] - rate * (nesterov ? g + momentum * velocity[i] : velocity[i]);
        }
    }
}
