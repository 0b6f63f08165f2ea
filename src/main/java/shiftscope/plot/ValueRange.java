package shiftscope.plot;

/**
 * What an axis of values shows.
 *
 * @param low in the unit of the values
 * @param high greater than {@code low}
 */
public record ValueRange(double low, double high) {
    public ValueRange {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("an axis needs a finite range wider than 0, not from " + low + " to " + high);
        }
    }

    public double width() {
        return high - low;
    }
}
