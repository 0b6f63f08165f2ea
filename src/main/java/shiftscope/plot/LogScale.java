package shiftscope.plot;

/**
 * Equal ratios have equal lengths. A value of 0 or less, which has no logarithm, stands at {@code from}.
 *
 * @param low the value at {@code from}, greater than 0
 * @param high the value at {@code to}, greater than {@code low}
 * @param from in pixels
 * @param to in pixels; less than {@code from} on an axis that grows upwards
 */
public record LogScale(double low, double high, double from, double to) implements Scale {
    public LogScale {
        if (!(low > 0) || !(low < high) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "a logarithmic scale needs a positive finite range, not from " + low + " to " + high);
        }
    }

    @Override
    public double at(double value) {
        if (value <= 0) {
            return from;
        }
        return from + (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low)) * (to - from);
    }

    @Override
    public double valueAt(double pixel) {
        return Math.exp(Math.log(low) + (pixel - from) / (to - from) * (Math.log(high) - Math.log(low)));
    }

    @Override
    public Ticks ticks(int most) {
        return Ticks.logarithmic(low, high, most);
    }
}
