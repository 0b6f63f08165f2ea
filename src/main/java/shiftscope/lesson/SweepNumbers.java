package shiftscope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers of a curve along a sweep. A run that diverged, or that never did what is counted, reaches nothing and is no best. */
final class SweepNumbers {
    private static final Parameter LEVEL = new Parameter.OfNumber("level", "the value to reach", -1e9, 1e9, 0.8);
    private static final Parameter X = new Parameter.OfNumber("x", "one of the values swept over", -1e9, 1e9, 0);
    /** Values read from one file as text may differ by a rounding. */
    private static final double SAME = 1e-9;

    static final List<Quantity> ALL = List.of(
            new Quantity.OfSweep("largestReaching", "", "The largest value swept over at which the curve is at least that high.",
                    List.of(LEVEL), (x, y, arguments) -> largestReaching(x, y, arguments.number("level"))),
            new Quantity.OfSweep("highest", "", "The curve's highest value.", List.of(),
                    (x, y, arguments) -> numbers(y).max().orElse(Double.NaN)),
            new Quantity.OfSweep("lowest", "", "The curve's lowest value.", List.of(),
                    (x, y, arguments) -> numbers(y).min().orElse(Double.NaN)),
            new Quantity.OfSweep("valueAt", "", "The curve's value at one of the values swept over.", List.of(X),
                    (x, y, arguments) -> valueAt(x, y, arguments.number("x"))),
            new Quantity.OfSweep("change", "", "The curve's last value minus its first.", List.of(),
                    (x, y, arguments) -> y[y.length - 1] - y[0]));

    private SweepNumbers() {}

    private static DoubleStream numbers(double[] y) {
        return Arrays.stream(y).filter(value -> !Double.isNaN(value));
    }

    private static double largestReaching(double[] x, double[] y, double level) {
        return IntStream.range(0, x.length).filter(i -> y[i] >= level).mapToDouble(i -> x[i]).max().orElse(Double.NaN);
    }

    private static double valueAt(double[] x, double[] y, double at) {
        return IntStream.range(0, x.length)
                .filter(i -> Math.abs(x[i] - at) <= SAME * Math.abs(at))
                .mapToDouble(i -> y[i])
                .findFirst()
                .orElse(Double.NaN);
    }
}
