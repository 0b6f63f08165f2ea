package shiftscope.config;

import java.util.List;

/**
 * The shape that A and B share.
 *
 * @param hidden units of each hidden layer, from the input upwards
 * @param activation φ of every hidden layer
 * @param initialization how weights are drawn
 * @param sigma standard deviation for {@link InitializationKind#GAUSSIAN}, value for {@link InitializationKind#CONSTANT}
 * @param placement where a normalizer stands
 * @param epsilon ε in {@code sqrt(variance + ε)}
 * @param newBatchWeight weight p of the new batch in the running statistics, {@code r = (1-p) r + p batch}: PyTorch's momentum,
 *     one minus Keras's
 * @param convention which batch variance is stored in the running variance
 * @param average how batches weigh in the running statistics
 * @param dropout the share of each hidden layer's outputs that training sets to 0, the rest being divided by one minus it
 *     (Srivastava et al. 2014); 0 is none
 * @param layers what single layers have otherwise, each layer at most once
 */
public record NetworkSettings(
        List<Integer> hidden,
        ActivationKind activation,
        InitializationKind initialization,
        double sigma,
        Placement placement,
        double epsilon,
        double newBatchWeight,
        RunningConvention convention,
        RunningAverage average,
        double dropout,
        List<LayerShape> layers) {
    public static final int MOST_LAYERS = 20;
    public static final int MOST_UNITS = 2048;

    public NetworkSettings {
        Checks.present("network.hidden", hidden).forEach(units -> Checks.present("a number in network.hidden", units));
        hidden = List.copyOf(hidden);
        Checks.between("the number of layers in network.hidden", hidden.size(), 1, MOST_LAYERS);
        for (int layer = 0; layer < hidden.size(); layer++) {
            Checks.between("network.hidden[" + layer + "] (units)", hidden.get(layer), 1, MOST_UNITS);
        }
        Checks.present("network.activation", activation);
        Checks.present("network.initialization", initialization);
        Checks.positive("network.sigma", sigma, 10);
        Checks.present("network.placement", placement);
        Checks.between("network.epsilon", epsilon, 0, 1);
        Checks.positive("network.newBatchWeight", newBatchWeight, 1);
        Checks.present("network.convention", convention);
        Checks.present("network.average", average);
        Checks.between("network.dropout", dropout, 0, 0.95);
        layers = List.copyOf(Checks.eachPresent("network.layers", layers));
        Checks.distinctLayers("network.layers", layers.stream().map(LayerShape::layer).toList(), hidden.size());
    }

    public NetworkSettings withNewBatchWeight(double value) {
        return new NetworkSettings(
                hidden, activation, initialization, sigma, placement, epsilon, value, convention, average, dropout, layers);
    }

    /**
     * φ of a hidden layer.
     *
     * @param layer from 1
     */
    public ActivationKind activation(int layer) {
        for (LayerShape own : layers) {
            if (own.layer() == layer && own.activation() != null) {
                return own.activation();
            }
        }
        return activation;
    }

    /**
     * Where the normalizer of a hidden layer stands.
     *
     * @param layer from 1
     */
    public Placement placement(int layer) {
        for (LayerShape own : layers) {
            if (own.layer() == layer && own.placement() != null) {
                return own.placement();
            }
        }
        return placement;
    }
}
