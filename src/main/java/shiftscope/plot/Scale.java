package shiftscope.plot;

/** From values to pixels along one axis. */
public sealed interface Scale permits LinearScale, LogScale {
    /** Where a value stands, in pixels. */
    double at(double value);

    /** The value that stands at a pixel. */
    double valueAt(double pixel);

    /** Round values within the range, at most so many. */
    Ticks ticks(int most);
}
