package shiftscope.ui.model;

/** How population statistics are found. */
public enum Population {
    /** one pass over the whole training set */
    EXACT,
    /** an average over so many mini-batches: Ioffe and Szegedy 2015, algorithm 2 */
    BATCHES
}
