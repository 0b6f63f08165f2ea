package shiftscope.lesson;

/** A part of the window that a step points at, or that a lesson hides. */
public enum Region {
    /** The histograms of both runs. */
    WALL,
    /** The header of A with its three switches. */
    SWITCHES_A,
    /** The header of B with its three switches. */
    SWITCHES_B,
    /** Which quantity the rows show. */
    TAPS,
    /** Now, over time, percentiles. */
    VIEWS,
    /** Loss, accuracy, shift. */
    CURVES,
    /** Loss and accuracy under batch, running and population statistics. */
    STATISTICS,
    /** The settings of the data. */
    DATA,
    /** The settings of the networks. */
    NETWORK,
    /** The settings of the training. */
    TRAINING,
    /** The whole panel of settings. */
    EXPERIMENT,
    /** Reset, step, play. */
    TRANSPORT,
    /** Where in time the runs stand. */
    TIMELINE,
    /** One layer large, with its units and its proofs. */
    LAYER,
    /** What stands in the place of the wall. */
    EXHIBIT
}
