package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round values along an axis, ascending, with their labels.
 *
 * @param values where they are
 * @param labels what stands there, as many as values
 * @param factor a power of ten that every label is to be multiplied with, {@code ×10⁻⁴}; empty for 1
 */
public record Ticks(List<Double> values, List<String> labels, String factor) {
    private static final double[] ROUND = {1, 2, 5, 10};
    /** Rounding of i·step may leave a tick this share of a step outside the range it lies on the edge of. */
    private static final double SLACK = 1e-9;

    public Ticks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
        if (values.size() != labels.size()) {
            throw new IllegalArgumentException(values.size() + " ticks with " + labels.size() + " labels");
        }
    }

    public int count() {
        return values.size();
    }

    /** Multiples of 1, 2 or 5 times a power of ten from low to high, at most so many, and at least one if 0 is in the range. */
    public static Ticks linear(double low, double high, int most) {
        double step = step(low, high, most);
        double size = Math.max(Math.abs(low), Math.abs(high));
        int exponent = size >= 1e5 || size < 0.01 ? (int) Math.floor(Math.log10(size)) : 0;
        double unit = Math.pow(10, exponent);
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step / unit) + SLACK));
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - SLACK); i <= Math.floor(high / step + SLACK); i++) {
            values.add(Math.max(low, Math.min(high, i * step)));
            labels.add(Numbers.fixed(i * step / unit, decimals));
        }
        return new Ticks(values, labels, exponent == 0 ? "" : Numbers.powerOfTen(exponent));
    }

    private static double step(double low, double high, int most) {
        double range = high - low;
        double power = Math.pow(10, Math.floor(Math.log10(range / Math.max(1, most))));
        for (;; power *= 10) {
            for (double round : ROUND) {
                double step = round * power;
                if (Math.floor(high / step + SLACK) - Math.ceil(low / step - SLACK) + 1 <= Math.max(1, most)) {
                    return step;
                }
            }
        }
    }

    /**
     * Values of 1, 2 or 5 times a power of ten, or powers of ten alone where those would be too many; over less than a factor of 4,
     * as {@link #linear}.
     */
    public static Ticks logarithmic(double low, double high, int most) {
        if (high / low < 4) {
            return linear(low, high, most);
        }
        for (double[] mantissas : new double[][] {{1, 2, 5}, {1, 3}, {1}}) {
            List<Double> values = logarithmic(low, high, mantissas, 1);
            if (values.size() <= most) {
                return plain(values);
            }
        }
        int every = 2;
        while (logarithmic(low, high, new double[] {1}, every).size() > Math.max(1, most)) {
            every++;
        }
        return plain(logarithmic(low, high, new double[] {1}, every));
    }

    private static List<Double> logarithmic(double low, double high, double[] mantissas, int every) {
        List<Double> values = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= Math.log10(high) + SLACK; exponent++) {
            for (double mantissa : mantissas) {
                double value = mantissa * Math.pow(10, exponent);
                if (Math.floorMod(exponent, every) == 0 && value >= low * (1 - SLACK) && value <= high * (1 + SLACK)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static Ticks plain(List<Double> values) {
        return new Ticks(values, values.stream().map(Ticks::label).toList(), "");
    }

    private static String label(double value) {
        int exponent = (int) Math.floor(Math.log10(value) + SLACK);
        if (exponent >= 5) {
            return String.format(Locale.ROOT, "%.0fe%d", value / Math.pow(10, exponent), exponent);
        }
        if (exponent < -3) {
            return String.format(Locale.ROOT, "%.0fe%s%d", value / Math.pow(10, exponent), Numbers.MINUS, -exponent);
        }
        return Numbers.fixed(value, Math.max(0, -exponent));
    }
}
