package shiftscope.engine;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Seed;
import shiftscope.config.Statistics;

/** Layers and networks in which every number is drawn at random: none is 0, none is 1, no two statistics agree. */
final class RandomNetworks {
    /** Every kind of normalizer. */
    static final List<Normalization> KINDS = List.of(
            Normalization.BATCH, Normalization.CONSTANT_BATCH, Normalization.NOISY_BATCH, Normalization.LAYER, Normalization.RMS);

    private RandomNetworks() {}

    /** What a training pass draws, always from the beginning. */
    static Chance chance(double dropout) {
        Seed seed = new Seed(7);
        return new Chance(seed.noise(), seed.dropout(), dropout);
    }

    /**
     * @param normalization what normalizes it, perhaps nothing
     * @param scaleShift whether γ and β are trained, and so are not 1 and 0
     */
    static Layer layer(
            RandomMatrices random,
            int inputs,
            int units,
            ActivationKind kind,
            Normalization normalization,
            Placement placement,
            boolean scaleShift,
            double epsilon) {
        Dense dense = new Dense(inputs, units, true);
        random.fill(dense.weights(), 0, 1);
        random.fill(dense.bias(), 0, 1);
        Layer layer = new Layer(dense, kind, placement);
        if (normalization != Normalization.NONE) {
            layer.setNormalizer(normalizer(random, normalization, units, scaleShift, epsilon));
        }
        return layer;
    }

    static BatchNorm normalizer(RandomMatrices random, int units, boolean scaleShift, double epsilon) {
        return (BatchNorm) normalizer(random, Normalization.BATCH, units, scaleShift, epsilon);
    }

    static Normalizer normalizer(RandomMatrices random, Normalization kind, int units, boolean scaleShift, double epsilon) {
        if (!kind.overBatch()) {
            return drawn(random, new RowNorm(kind, units, epsilon, scaleShift));
        }
        RunningRule rule = new RunningRule(RunningAverage.EXPONENTIAL, 0.1, RunningConvention.PYTORCH);
        BatchNorm normalizer = new BatchNorm(kind, units, epsilon, rule, scaleShift);
        drawn(random, normalizer);
        random.fillUniform(normalizer.runningMean(), -1, 1);
        random.fillUniform(normalizer.runningVariance(), 0.5, 2);
        random.fillUniform(normalizer.populationMean(), -1, 1);
        random.fillUniform(normalizer.populationVariance(), 0.5, 2);
        return normalizer;
    }

    private static Normalizer drawn(RandomMatrices random, Normalizer normalizer) {
        if (normalizer.scaleShift()) {
            random.fill(normalizer.gamma(), 1, 0.5);
            random.fill(normalizer.beta(), 0, 0.5);
        }
        return normalizer;
    }

    /** The layer's batch normalization, of whatever kind. */
    static BatchNorm batchNorm(Layer layer) {
        return (BatchNorm) layer.normalizerOrNull();
    }

    /**
     * The statistics with which a function has the gradient that the engine gave: where that takes the batch's for constants, they are
     * held in the running ones.
     *
     * @param pass where the batch's are
     */
    static Statistics held(Layer layer, LayerPass pass, Statistics statistics) {
        if (statistics != Statistics.BATCH
                || layer.normalizerOrNull() == null
                || layer.normalizerOrNull().kind() != Normalization.CONSTANT_BATCH) {
            return statistics;
        }
        System.arraycopy(pass.mean(), 0, batchNorm(layer).runningMean(), 0, layer.dense().units());
        System.arraycopy(pass.variance(), 0, batchNorm(layer).runningVariance(), 0, layer.dense().units());
        return Statistics.RUNNING;
    }

    /**
     * With batch normalization.
     *
     * @param sizes inputs, hidden units layer by layer, outputs
     * @param placementOrNull {@code null} for no normalizer
     */
    static Network network(
            RandomMatrices random, int[] sizes, ActivationKind kind, Placement placementOrNull, boolean scaleShift, double epsilon) {
        Normalization normalization = placementOrNull == null ? Normalization.NONE : Normalization.BATCH;
        Placement placement = placementOrNull == null ? Placement.BEFORE : placementOrNull;
        return network(random, sizes, kind, normalization, placement, scaleShift, epsilon);
    }

    /**
     * @param sizes inputs, hidden units layer by layer, outputs
     */
    static Network network(
            RandomMatrices random,
            int[] sizes,
            ActivationKind kind,
            Normalization normalization,
            Placement placement,
            boolean scaleShift,
            double epsilon) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i + 2 < sizes.length; i++) {
            layers.add(layer(random, sizes[i], sizes[i + 1], kind, normalization, placement, scaleShift, epsilon));
        }
        int top = sizes[sizes.length - 2];
        int outputs = sizes[sizes.length - 1];
        layers.add(layer(random, top, outputs, ActivationKind.IDENTITY, Normalization.NONE, placement, false, epsilon));
        return new Network(layers);
    }
}
