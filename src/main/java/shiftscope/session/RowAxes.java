package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;

/**
 * The value axes of the wall: one per row, shared by both runs and by step 0. An axis stays where it is until the values need more
 * room, or less than half of it, so that the picture does not jump.
 */
public final class RowAxes {
    private final List<Axis> axes = new ArrayList<>();
    private Tap tap;
    private Row inputRow;

    /** Counts what both probes last looked at. */
    List<Row> rows(Tap wanted, Probe a, Probe b) {
        if (tap != wanted) {
            tap = wanted;
            axes.clear();
        }
        int layers = a.run().network().layers().size();
        if (inputRow == null) {
            inputRow = inputRow(a);
        }
        List<Row> rows = new ArrayList<>();
        rows.add(inputRow);
        for (int i = 0; i < layers; i++) {
            if (axes.size() <= i) {
                axes.add(new Axis());
            }
            rows.add(row(axes.get(i), wanted, i, i == layers - 1 ? Row.Kind.OUTPUT : Row.Kind.HIDDEN, a, b));
        }
        return rows;
    }

    /** The input is the same in both runs and at every step. */
    private static Row inputRow(Probe probe) {
        DMatrixRMaj x = probe.inputs();
        Axis axis = new Axis();
        Sample sample = Sample.of(x.data, x.getNumElements());
        axis.hold(List.of(sample));
        Histogram histogram = axis.count(sample);
        LayerView view = new LayerView(Tap.INPUT, histogram, histogram, sample.moments, Double.NaN, Double.NaN);
        return new Row(0, Row.Kind.INPUT, x.numCols, view, view);
    }

    private static Row row(Axis axis, Tap tap, int index, Row.Kind kind, Probe a, Probe b) {
        Sample nowA = now(a, tap, index);
        Sample nowB = now(b, tap, index);
        Sample startA = Sample.of(a.startValues(index), a.startValues(index).length);
        Sample startB = Sample.of(b.startValues(index), b.startValues(index).length);
        axis.hold(List.of(nowA, nowB, startA, startB));
        int units = nowA.length / a.rows();
        return new Row(
                index + 1, kind, units, view(axis, tap, index, a, nowA, startA), view(axis, tap, index, b, nowB, startB));
    }

    private static Sample now(Probe probe, Tap tap, int index) {
        DMatrixRMaj values = probe.values(probe.shown(tap, index), index);
        return Sample.of(values.data, values.getNumElements());
    }

    private static LayerView view(Axis axis, Tap tap, int index, Probe probe, Sample now, Sample start) {
        return new LayerView(
                probe.shown(tap, index),
                axis.count(now),
                axis.count(start),
                now.moments,
                probe.saturated(index),
                probe.dead(index));
    }

    /** Values with what an axis has to know of them. */
    private record Sample(double[] values, int length, Moments moments, double least, double most) {
        static Sample of(double[] values, int length) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < length; i++) {
                if (Double.isFinite(values[i])) {
                    least = Math.min(least, values[i]);
                    most = Math.max(most, values[i]);
                }
            }
            return new Sample(values, length, Moments.of(values, 0, length), least, most);
        }
    }

    /** One row's range and bins: both ends and every bin edge are round numbers. */
    private static final class Axis {
        private static final double DEVIATIONS = 4;
        private static final int LEAST_BINS = 40;

        /** Values this close together, in units of the larger, are one value: no round numbers lie between them. */
        private static final double LEAST_SPREAD = 1e-9;

        private double low;
        private double high;
        private int bins;

        void hold(List<Sample> samples) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Sample sample : samples) {
                double reach = DEVIATIONS * sample.moments.standardDeviation();
                double mean = sample.moments.mean();
                if (Double.isFinite(mean) && Double.isFinite(reach)) {
                    least = Math.min(least, Math.max(sample.least, mean - reach));
                    most = Math.max(most, Math.min(sample.most, mean + reach));
                }
            }
            if (!(least <= most)) {
                least = -1;
                most = 1;
            }
            double size = Math.max(Math.abs(least), Math.abs(most));
            boolean apart = most - least > LEAST_SPREAD * size;
            if (bins == 0 || least < low || most > high || (most - least) < 0.45 * (high - low)) {
                fit(least, most, apart ? 0.05 * (most - least) : Math.max(0.5, 0.05 * size));
            }
        }

        private void fit(double least, double most, double margin) {
            double step = roundStep((most - least + 2 * margin) / 8);
            // An end that the values only touch, as 0 and 1 of a sigmoid, stays the end.
            double from = Math.floor((least - (onStep(least, step) ? 0 : margin)) / step);
            double to = Math.ceil((most + (onStep(most, step) ? 0 : margin)) / step);
            if (from == to) {
                from--;
                to++;
            }
            low = from * step;
            high = to * step;
            int steps = (int) (to - from);
            int perStep = 5;
            while (steps * perStep < LEAST_BINS) {
                perStep += 5;
            }
            bins = steps * perStep;
        }

        private static boolean onStep(double value, double step) {
            return value == Math.rint(value / step) * step;
        }

        /** The smallest of 1, 2, 5 times a power of ten that is not smaller. */
        private static double roundStep(double least) {
            double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
            for (double factor : new double[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
            return 10 * power;
        }

        Histogram count(Sample sample) {
            return Histogram.of(sample.values, 0, sample.length, low, high, bins);
        }
    }
}
