package shiftscope.session;

import shiftscope.config.Side;

/**
 * One row of the wall. All four histograms of a row share their edges.
 *
 * @param layer 0 for the input, 1 … L for hidden layers, L + 1 for the output
 * @param kind which of the three it is
 * @param units values per example
 * @param a the layer in run A
 * @param b the layer in run B
 */
public record Row(int layer, Kind kind, int units, LayerView a, LayerView b) {
    /** What a row stands for. */
    public enum Kind {
        INPUT,
        HIDDEN,
        OUTPUT
    }

    public LayerView of(Side side) {
        return side == Side.A ? a : b;
    }
}
