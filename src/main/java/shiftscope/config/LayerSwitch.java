package shiftscope.config;

/**
 * What one hidden layer of one run has otherwise than its {@link RunSettings} say.
 *
 * @param layer which, from 1
 * @param normalization what normalizes it
 */
public record LayerSwitch(int layer, Normalization normalization) {}
