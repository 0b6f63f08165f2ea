package shiftscope.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.TrainingSettings;

/**
 * Turns gradients into steps. It is shown each trained parameter once a step, keeps what it remembers by the parameter itself, and
 * allocates only when it meets one for the first time.
 */
public abstract sealed class Optimizer implements ParameterVisitor permits GradientDescent, Adam {
    private final Map<DMatrixRMaj, Memory> memories = new IdentityHashMap<>();
    private final double l2;
    private double learningRate;

    /**
     * @param l2 λ of the penalty λ/2 ‖W‖², which adds λW to the gradient of weights
     */
    Optimizer(double learningRate, double l2) {
        this.learningRate = learningRate;
        this.l2 = l2;
    }

    /** The optimizer that the settings ask for. */
    public static Optimizer of(TrainingSettings settings) {
        return switch (settings.optimizer()) {
            case SGD -> new GradientDescent(settings.learningRate(), settings.l2(), 0, false);
            case MOMENTUM -> new GradientDescent(settings.learningRate(), settings.l2(), settings.momentum(), false);
            case NESTEROV, RMSPROP, ADAMW -> throw new UnsupportedOperationException();
            case ADAM -> new Adam(settings.learningRate(), settings.l2(), 0.9, 0.999, 1e-8);
        };
    }

    public double learningRate() {
        return learningRate;
    }

    /** The step size from the next step on. */
    public void setLearningRate(double value) {
        learningRate = value;
    }

    @Override
    public final void visit(Kind kind, DMatrixRMaj value, DMatrixRMaj gradient) {
        Memory memory = memories.get(value);
        if (memory == null) {
            memory = remember(value.getNumElements());
            memories.put(value, memory);
        }
        update(value.data, gradient.data, value.getNumElements(), kind == Kind.WEIGHTS ? l2 : 0, memory);
    }

    /** Drops what is remembered of a parameter that is no longer trained, or starts anew. */
    public void forget(DMatrixRMaj value) {
        memories.remove(value);
    }

    abstract Memory remember(int size);

    /**
     * @param penalty λ for this parameter
     */
    abstract void update(double[] value, double[] gradient, int size, double penalty, Memory memory);

    /** What is remembered of one parameter from step to step. */
    static final class Memory {
        final double[] first;
        final double[] second;
        /** What is left of the start in each: the decay to the power of the number of steps. */
        double firstDecay = 1;
        double secondDecay = 1;

        Memory(double[] first, double[] second) {
            this.first = first;
            this.second = second;
        }
    }
}
