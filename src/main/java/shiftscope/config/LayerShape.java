package shiftscope.config;

/**
 * What one hidden layer has otherwise than {@link NetworkSettings} say, in both runs.
 *
 * @param layer which, from 1
 * @param activation its φ; {@code null} for the network's
 * @param placement where its normalizer stands; {@code null} for the network's
 */
public record LayerShape(int layer, ActivationKind activation, Placement placement) {}
