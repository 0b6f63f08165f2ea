package shiftscope.plot;

/** A plot of something measured once, which says in words what it shows. */
public interface CaptionedPlot {
    /** What is shown, and how it was measured: a sentence below the plot. */
    String caption();

    /** The same with the numbers in words, for a reader's software. */
    String summary();
}
