package shiftscope.engine;

import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Tape;
import shiftscope.config.TrainingSettings;

/**
 * Turns gradients into steps. It is shown each trained parameter once a step, keeps what it remembers by the parameter itself, and
 * allocates only when it meets one for the first time.
 *
 * <p>Two things make weights small, both only them: L2 is a part of the gradient, with all that an optimizer does to gradients; weight
 * decay is apart from it (Loshchilov and Hutter 2019). Both are those of the weights before the step.
 */
public abstract sealed class Optimizer implements ParameterVisitor permits GradientDescent, RmsProp, Adam {
    private final Memories memories = new Memories();
    private final double l2;
    private final double weightDecay;
    private double learningRate;

    /**
     * @param l2 λ of the penalty λ/2 ‖W‖², which adds λW to the gradient of weights
     * @param weightDecay the share of the weights, times the learning rate, that a step takes away: {@code W -= lr decay W}
     */
    Optimizer(double learningRate, double l2, double weightDecay) {
        this.learningRate = learningRate;
        this.l2 = l2;
        this.weightDecay = weightDecay;
    }

    /** The optimizer that the settings ask for, at the learning rate that they name; what moves it is {@link Schedule}. */
    public static Optimizer of(TrainingSettings settings) {
        double rate = settings.learningRate();
        double l2 = settings.l2();
        double decay = settings.weightDecay();
        return switch (settings.optimizer()) {
            case SGD -> new GradientDescent(rate, l2, decay, 0, false);
            case MOMENTUM -> new GradientDescent(rate, l2, decay, settings.momentum(), false);
            case NESTEROV -> new GradientDescent(rate, l2, decay, settings.momentum(), true);
            case RMSPROP -> new RmsProp(rate, l2, decay, 0.99, 1e-8);
            // The settings refuse a decay with "adam": what is left of the two is one.
            case ADAM, ADAMW -> new Adam(rate, l2, decay, 0.9, 0.999, 1e-8);
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
        Memory memory = memories.find(value);
        if (memory == null) {
            memory = remember(value);
            memories.add(memory);
        }
        boolean weights = kind == Kind.WEIGHTS;
        double kept = weights ? 1 - learningRate * weightDecay : 1;
        update(value.data, gradient.data, value.getNumElements(), weights ? l2 : 0, kept, memory);
    }

    /** Drops what is remembered of a parameter that is no longer trained, or starts anew. */
    public void forget(DMatrixRMaj value) {
        memories.remove(value);
    }

    /**
     * Marks what is remembered of these parameters, which may be forgotten after that.
     *
     * @return brings it back; only before the next step, since what is remembered moves with each
     */
    public Runnable keep(List<DMatrixRMaj> values) {
        List<Memory> kept = values.stream().map(memories::find).filter(Objects::nonNull).toList();
        return () -> {
            values.forEach(memories::remove);
            kept.forEach(memories::add);
        };
    }

    /** What is remembered of each parameter of a network, if anything is: one that was never trained has no memory yet. */
    public void exchange(Network network, Tape tape) {
        for (Layer layer : network.layers()) {
            exchange(layer.dense().weights(), tape);
            if (layer.dense().bias() != null) {
                exchange(layer.dense().bias(), tape);
            }
            Normalizer normalizer = layer.normalizerOrNull();
            if (normalizer != null) {
                exchange(normalizer.gamma(), tape);
                exchange(normalizer.beta(), tape);
            }
        }
    }

    private void exchange(DMatrixRMaj parameter, Tape tape) {
        Memory memory = memories.find(parameter);
        if (!tape.flag(memory != null)) {
            memories.remove(parameter);
            return;
        }
        if (memory == null) {
            memory = remember(parameter);
            memories.add(memory);
        }
        memory.exchange(tape);
    }

    /** Room for what is remembered of a parameter, which was never seen before. */
    abstract Memory remember(DMatrixRMaj parameter);

    /**
     * Makes one step in one pass over the numbers.
     *
     * @param penalty λ for this parameter
     * @param kept what the decay leaves of it; 1 without decay, which changes no bit
     */
    abstract void update(double[] value, double[] gradient, int size, double penalty, double kept, Memory memory);
}
