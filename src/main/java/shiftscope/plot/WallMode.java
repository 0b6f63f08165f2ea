package shiftscope.plot;

/** How the centre of the window, or a figure, shows the runs. */
public enum WallMode {
    /** the histograms of this step */
    NOW,
    /** histograms of past steps behind each other, the newest in front */
    RIDGES,
    /** counts as colours, step by value */
    HEAT,
    /** bands of percentiles against the step */
    PERCENTILES,
    /** what both networks answer: the decision surface, the mistakes */
    PREDICTIONS
}
