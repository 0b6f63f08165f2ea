package shiftscope.plot;

/**
 * Equal differences have equal lengths.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, greater than {@code low}
 * @param from in pixels
 * @param to in pixels; less than {@code from} on an axis that grows upwards
 */
public record LinearScale(double low, double high, double from, double to) implements Scale {
    public LinearScale {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("a scale needs a finite range wider than 0, not from " + low + " to " + high);
        }
    }

    @Override
    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    @Override
    public double valueAt(double pixel) {
        return low + (pixel - from) / (to - from) * (high - low);
    }

    @Override
    public Ticks ticks(int most) {
        return Ticks.linear(low, high, most);
    }
}
