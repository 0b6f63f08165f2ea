package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.measure.Bulk;

/**
 * One row's range and bins: both ends and every bin edge are round numbers. It stays where it is until the values need more room, or
 * less than 45 % of it, so that the picture does not jump. Outliers, see {@link Bulk}, are given no room.
 */
final class RowAxis {
    private static final double DEVIATIONS = 4;

    /** Values this close together, in units of the larger, are one value: no round numbers lie between them. */
    private static final double LEAST_SPREAD = 1e-9;

    /** So are values this close together: parts of their distance have no digits left. */
    private static final double LEAST_DISTANCE = 1e-300;

    private final int leastBins;
    private Edges edges;

    /** @param leastBins in how many bins the range is cut, or somewhat more for the edges to be round */
    RowAxis(int leastBins) {
        this.leastBins = leastBins;
    }

    void hold(List<Sample> samples) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Sample sample : samples) {
            Optional<Bulk> bulk = sample.bulk();
            if (bulk.isPresent()) {
                least = Math.min(least, bulk.get().low(DEVIATIONS));
                most = Math.max(most, bulk.get().high(DEVIATIONS));
            }
        }
        if (!(least <= most)) {
            least = -1;
            most = 1;
        }
        double size = Math.max(Math.abs(least), Math.abs(most));
        boolean apart = most - least > Math.max(LEAST_DISTANCE, LEAST_SPREAD * size);
        if (edges == null || least < edges.low() || most > edges.high() || most - least < 0.45 * (edges.high() - edges.low())) {
            fit(least, most, apart ? 0.05 * (most - least) : Math.max(0.5, 0.05 * size));
        }
    }

    private void fit(double least, double most, double margin) {
        double step = Edges.roundStep((most - least + 2 * margin) / 8);
        // An end that the values only touch, as 0 and 1 of a sigmoid, stays the end.
        double from = Math.floor((least - (onStep(least, step) ? 0 : margin)) / step);
        double to = Math.ceil((most + (onStep(most, step) ? 0 : margin)) / step);
        if (from == to) {
            from--;
            to++;
        }
        int steps = (int) (to - from);
        int perStep = 5;
        while (steps * perStep < leastBins) {
            perStep += 5;
        }
        edges = new Edges(from * step, to * step, steps * perStep);
    }

    private static boolean onStep(double value, double step) {
        return value == Math.rint(value / step) * step;
    }

    /** Where it stands since the last {@link #hold}. */
    Edges edges() {
        return edges;
    }
}
