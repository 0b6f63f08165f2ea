package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Normalization;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Statistics;
import shiftscope.config.Tape;

/**
 * What brings the values of a layer to a common scale: x̂, then {@code y = γ x̂ + β} with a γ and a β for each unit. Parameters only;
 * what a pass computes is in {@link NormalizerPass}.
 */
public abstract sealed class Normalizer permits BatchNorm, RowNorm {
    private final Normalization kind;
    private final int units;
    private final double epsilon;
    private final DMatrixRMaj gamma;
    private final DMatrixRMaj beta;
    private boolean scaleShift;

    /**
     * γ = 1, β = 0.
     *
     * @param epsilon ε, added to the variance, or to the mean square, before the root
     * @param scaleShift whether γ and β are trained
     */
    Normalizer(Normalization kind, int units, double epsilon, boolean scaleShift) {
        this.kind = kind;
        this.units = units;
        this.epsilon = epsilon;
        gamma = new DMatrixRMaj(1, units);
        beta = new DMatrixRMaj(1, units);
        setScaleShift(scaleShift);
    }

    /**
     * A fresh normalizer of that kind; {@code null} for {@link Normalization#NONE}.
     *
     * @param settings ε, and how running statistics are kept
     * @param scaleShift whether γ and β are trained
     */
    public static Normalizer of(Normalization kind, int units, NetworkSettings settings, boolean scaleShift) {
        return switch (kind) {
            case NONE -> null;
            case BATCH, CONSTANT_BATCH, NOISY_BATCH ->
                new BatchNorm(kind, units, settings.epsilon(), RunningRule.of(settings), scaleShift);
            case LAYER, RMS -> new RowNorm(kind, units, settings.epsilon(), scaleShift);
        };
    }

    /** Which it is; never {@link Normalization#NONE}. */
    public final Normalization kind() {
        return kind;
    }

    public final int units() {
        return units;
    }

    public final double epsilon() {
        return epsilon;
    }

    /** γ, 1 × units; the live matrix. */
    public final DMatrixRMaj gamma() {
        return gamma;
    }

    /** β, 1 × units; the live matrix. */
    public final DMatrixRMaj beta() {
        return beta;
    }

    /** Whether γ and β are trained. */
    public final boolean scaleShift() {
        return scaleShift;
    }

    /** Switches γ and β on or off; either way they are 1 and 0 afterwards. */
    public final void setScaleShift(boolean on) {
        scaleShift = on;
        Arrays.fill(gamma.data, 1);
        Arrays.fill(beta.data, 0);
    }

    /**
     * y, with the statistics that it was made with, into the pass, and x̂ or what it is computed from when somebody asks for it. Nothing
     * of the normalizer is changed.
     *
     * @param x batch × units, not modified unless it is one of the pass's own; to stay as it is until the way back
     * @param statistics where mean and variance come from, if they are those of a unit
     */
    abstract void forward(DMatrixRMaj x, Statistics statistics, NormalizerPass pass);

    /**
     * The gradients of what was last passed forward.
     *
     * @param dy ∂L/∂y, not modified unless it is {@code dx}
     * @param dx ∂L/∂x, overwritten; may be {@code dy}
     * @param pass given ∂L/∂γ and ∂L/∂β
     */
    abstract void backward(DMatrixRMaj dy, DMatrixRMaj dx, NormalizerPass pass);

    /** Whether a constant added to a unit in all of a training batch changes nothing, and the gradient knows it: then it is 0. */
    abstract boolean cancelsShift();

    /** A copy that shares nothing. */
    abstract Normalizer copy();

    /** Everything that is learned, or gathered while learning; which normalizer it is, and whether γ and β are trained, switches say. */
    void exchange(Tape tape) {
        tape.numbers(gamma.data, units);
        tape.numbers(beta.data, units);
    }

    /** Adds everything that is learned, or gathered while learning. */
    void addTo(BitHash hash) {
        hash.add(gamma.data);
        hash.add(beta.data);
    }

    /** γ and β of another. */
    final void copyScaleShift(Normalizer from) {
        gamma.setTo(from.gamma);
        beta.setTo(from.beta);
    }
}
