package shiftscope.engine;

import java.util.Optional;
import shiftscope.config.ActivationKind;
import shiftscope.config.Placement;

/**
 * A dense map, a nonlinearity, and perhaps a normalizer: {@code φ(N(xW + b))} or {@code N(φ(xW + b))}. Parameters only; the buffers
 * are in {@link LayerPass}.
 */
public final class Layer {
    private final Dense dense;
    private final ActivationKind activation;
    private final Placement placement;
    private Normalizer normalizer;

    /**
     * A layer without a normalizer.
     *
     * @param placement where a normalizer stands, should there come to be one
     */
    public Layer(Dense dense, ActivationKind activation, Placement placement) {
        this.dense = dense;
        this.activation = activation;
        this.placement = placement;
    }

    public Dense dense() {
        return dense;
    }

    public ActivationKind activation() {
        return activation;
    }

    public Placement placement() {
        return placement;
    }

    public Optional<Normalizer> normalizer() {
        return Optional.ofNullable(normalizer);
    }

    /** Puts a normalizer in, or takes it out ({@code null}). */
    public void setNormalizer(Normalizer value) {
        if (value != null && value.units() != dense.units()) {
            throw new IllegalArgumentException("a normalizer of " + value.units() + " units in a layer of " + dense.units());
        }
        normalizer = value;
    }

    /**
     * Whether the normalizer takes b away again, so that ∂L/∂b is 0 but for rounding: it stands right behind b, or with nothing but
     * the identity in between, and normalizes over the batch with a gradient that knows it. Layer normalization takes away only the
     * mean over the units, and RMS normalization nothing.
     */
    public boolean cancelsBias() {
        return normalizer != null
                && normalizer.cancelsShift()
                && (placement == Placement.BEFORE || activation == ActivationKind.IDENTITY);
    }

    boolean normalizesBefore() {
        return normalizer != null && placement == Placement.BEFORE;
    }

    boolean normalizesAfter() {
        return normalizer != null && placement == Placement.AFTER;
    }

    /** The normalizer or {@code null}, for the inner loops. */
    Normalizer normalizerOrNull() {
        return normalizer;
    }

    Layer copy() {
        Dense map = new Dense(dense.inputs(), dense.units(), dense.bias() != null);
        map.weights().setTo(dense.weights());
        if (dense.bias() != null) {
            map.bias().setTo(dense.bias());
        }
        Layer copy = new Layer(map, activation, placement);
        copy.normalizer = normalizer == null ? null : normalizer.copy();
        return copy;
    }
}
