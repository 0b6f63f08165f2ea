package shiftscope.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one run does differently from its twin: the three switches.
 *
 * @param normalization the switch <b>Normalize</b>
 * @param scaleShift the switch <b>γ, β</b>: on, they start at 1 and 0 and are trained; off, they stay 1 and 0
 * @param statistics the switch <b>Statistics</b>
 * @param layers what single hidden layers have otherwise, each layer at most once
 */
public record RunSettings(Normalization normalization, boolean scaleShift, Statistics statistics, List<LayerSwitch> layers) {
    public RunSettings {
        Checks.present("normalization", normalization);
        Checks.present("statistics", statistics);
        layers = List.copyOf(Checks.eachPresent("layers", layers));
        for (int i = 0; i < layers.size(); i++) {
            Checks.present("layers[" + i + "].normalization", layers.get(i).normalization());
        }
        Checks.distinctLayers("layers", layers.stream().map(LayerSwitch::layer).toList(), NetworkSettings.MOST_LAYERS);
    }

    /** The switches alone, the same in every layer. */
    public RunSettings(Normalization normalization, boolean scaleShift, Statistics statistics) {
        this(normalization, scaleShift, statistics, List.of());
    }

    /**
     * What normalizes a hidden layer.
     *
     * @param layer from 1
     */
    public Normalization normalization(int layer) {
        for (LayerSwitch own : layers) {
            if (own.layer() == layer) {
                return own.normalization();
            }
        }
        return normalization;
    }

    /** Whether the switch <b>Normalize</b> is on. */
    public boolean normalizes() {
        return normalization != Normalization.NONE;
    }

    /** Whether any layer is normalized over the batch, so that it matters where statistics come from. */
    public boolean normalizesOverBatch() {
        return normalization.overBatch() || layers.stream().anyMatch(own -> own.normalization().overBatch());
    }

    public RunSettings withNormalization(Normalization value) {
        return new RunSettings(value, scaleShift, statistics, layers);
    }

    /**
     * The same with another setting of one hidden layer.
     *
     * @param layer from 1
     * @param value {@code null} to let the layer follow the switch <b>Normalize</b>
     */
    public RunSettings withNormalization(int layer, Normalization value) {
        List<LayerSwitch> changed = new ArrayList<>(layers);
        changed.removeIf(own -> own.layer() == layer);
        if (value != null) {
            changed.add(new LayerSwitch(layer, value));
        }
        changed.sort(Comparator.comparingInt(LayerSwitch::layer));
        return new RunSettings(normalization, scaleShift, statistics, changed);
    }

    public RunSettings withScaleShift(boolean value) {
        return new RunSettings(normalization, value, statistics, layers);
    }

    public RunSettings withStatistics(Statistics value) {
        return new RunSettings(normalization, scaleShift, value, layers);
    }
}
