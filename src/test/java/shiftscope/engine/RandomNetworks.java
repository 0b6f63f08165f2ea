package shiftscope.engine;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.ActivationKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;

/** Layers and networks in which every number is drawn at random: none is 0, none is 1, no two statistics agree. */
final class RandomNetworks {
    private RandomNetworks() {}

    /**
     * @param placementOrNull {@code null} for no normalizer
     * @param scaleShift whether γ and β are trained, and so are not 1 and 0
     */
    static Layer layer(
            RandomMatrices random, int inputs, int units, ActivationKind kind, Placement placementOrNull, boolean scaleShift, double epsilon) {
        Dense dense = new Dense(inputs, units, true);
        random.fill(dense.weights(), 0, 1);
        random.fill(dense.bias(), 0, 1);
        Layer layer = new Layer(dense, kind, placementOrNull == null ? Placement.BEFORE : placementOrNull);
        if (placementOrNull != null) {
            layer.setNormalizer(normalizer(random, units, scaleShift, epsilon));
        }
        return layer;
    }

    static BatchNorm normalizer(RandomMatrices random, int units, boolean scaleShift, double epsilon) {
        BatchNorm normalizer = new BatchNorm(units, epsilon, 0.1, RunningConvention.PYTORCH, scaleShift);
        if (scaleShift) {
            random.fill(normalizer.gamma(), 1, 0.5);
            random.fill(normalizer.beta(), 0, 0.5);
        }
        random.fillUniform(normalizer.runningMean(), -1, 1);
        random.fillUniform(normalizer.runningVariance(), 0.5, 2);
        random.fillUniform(normalizer.populationMean(), -1, 1);
        random.fillUniform(normalizer.populationVariance(), 0.5, 2);
        return normalizer;
    }

    /**
     * @param sizes inputs, hidden units layer by layer, outputs
     */
    static Network network(
            RandomMatrices random, int[] sizes, ActivationKind kind, Placement placementOrNull, boolean scaleShift, double epsilon) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i + 2 < sizes.length; i++) {
            layers.add(layer(random, sizes[i], sizes[i + 1], kind, placementOrNull, scaleShift, epsilon));
        }
        layers.add(layer(random, sizes[sizes.length - 2], sizes[sizes.length - 1], ActivationKind.IDENTITY, null, false, epsilon));
        return new Network(layers);
    }
}
