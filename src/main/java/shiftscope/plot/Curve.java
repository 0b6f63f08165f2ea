package shiftscope.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import shiftscope.session.Metrics;

/**
 * A number against the step. A NaN is a gap.
 *
 * @param steps ascending
 * @param values as many as steps
 */
record Curve(double[] steps, double[] values) {
    /** One number of each entry; of {@code latest} too, if it is newer than the history. */
    static Curve of(List<Metrics> history, Metrics latest, ToDoubleFunction<Metrics> number) {
        boolean newer = history.isEmpty() || latest.step() > history.get(history.size() - 1).step();
        int n = history.size() + (newer ? 1 : 0);
        double[] steps = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            Metrics entry = i < history.size() ? history.get(i) : latest;
            steps[i] = entry.step();
            values[i] = number.applyAsDouble(entry);
        }
        return new Curve(steps, values);
    }

    int points() {
        return steps.length;
    }

    double lastStep() {
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    /** The newest value that is a number; NaN if there is none. */
    double lastValue() {
        for (int i = values.length - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /** Index of the entry whose step is nearest; −1 if there is none. */
    int nearest(double step) {
        int nearest = -1;
        for (int i = 0; i < steps.length; i++) {
            if (nearest < 0 || Math.abs(steps[i] - step) < Math.abs(steps[nearest] - step)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /**
     * Draws the curve. However many entries there are, each column of pixels gets at most its first, lowest, highest and last, so
     * that a long run costs no more than a short one and no spike is lost.
     */
    void draw(Surface surface, Scale x, Scale y, Stroke stroke) {
        Path path = new Path(surface, stroke, 4 * points() + 4);
        int i = 0;
        while (i < values.length) {
            if (!Double.isFinite(values[i])) {
                path.end();
                i++;
                continue;
            }
            double column = Math.floor(x.at(steps[i]));
            int first = i;
            int low = i;
            int high = i;
            while (i < values.length && Double.isFinite(values[i]) && Math.floor(x.at(steps[i])) == column) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
                i++;
            }
            int last = i - 1;
            int previous = -1;
            for (int index : new int[] {first, Math.min(low, high), Math.max(low, high), last}) {
                if (index > previous) {
                    path.add(x.at(steps[index]), y.at(values[index]));
                    previous = index;
                }
            }
        }
        path.end();
    }

    /** Points that become one polyline between two gaps. */
    private static final class Path {
        private final Surface surface;
        private final Stroke stroke;
        private final double[] xs;
        private final double[] ys;
        private int points;

        Path(Surface surface, Stroke stroke, int room) {
            this.surface = surface;
            this.stroke = stroke;
            this.xs = new double[room];
            this.ys = new double[room];
        }

        void add(double x, double y) {
            xs[points] = x;
            ys[points++] = y;
        }

        void end() {
            if (points > 1) {
                surface.polyline(xs, ys, points, stroke);
            } else if (points == 1) {
                surface.fillCircle(xs[0], ys[0], stroke.width(), stroke.colour());
            }
            points = 0;
        }
    }
}
