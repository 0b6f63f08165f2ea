package shiftscope.plot;

import shiftscope.config.Side;

/**
 * A bin of the wall, as the mouse points at it.
 *
 * @param side which run
 * @param row index into the rows of the snapshot, from 0
 * @param bin index of the bin; −1 for the values under the range, the number of bins for those over it
 */
public record Hit(Side side, int row, int bin) {}
