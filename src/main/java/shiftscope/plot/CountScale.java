package shiftscope.plot;

import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.LayerView;
import shiftscope.session.Row;

/**
 * How high a count is drawn. One scale for a whole row: A, B and the outlines of both at step 0, so that areas compare.
 *
 * <p>Full height is the highest bin of the four. If single bins tower over everything else (the zeros of a rectifier), it is three
 * times the highest of what is left when each histogram's highest bin is set aside, but never less than an eighth of the highest;
 * bars beyond are {@linkplain #cut cut} and say their share. That rule changes continuously with the counts, so that nothing jumps
 * while a run plays.
 *
 * <p>A future that was left behind is on the same scale. It may be far more peaked than what is there now, which must stay legible: full
 * height becomes at most {@value #MOST_FOR_LEFT} times as high for it, and its outline is cut above.
 *
 * <p>On a logarithmic scale the height of n is log(1 + n), so that no count has none, and nothing is cut.
 *
 * @param full the count that is drawn as high as there is room, greater than 0
 * @param logarithmic whether heights are logarithms
 */
record CountScale(double full, boolean logarithmic) {
    /** From how many times the rest on a bar is cut. */
    static final double TOWERING = 3;
    private static final double LEAST_OF_HIGHEST = 1.0 / 8;
    private static final double MOST_FOR_LEFT = 2;

    static CountScale of(Row row) {
        return of(row, false);
    }

    static CountScale of(Row row, boolean logarithmic) {
        return peaks(row).scale(logarithmic);
    }

    static CountScale of(Row row, boolean logarithmic, Optional<LeftBehind> left) {
        Peaks peaks = peaks(row);
        CountScale own = peaks.scale(logarithmic);
        for (Side side : Side.values()) {
            left.flatMap(future -> future.counts(row, side)).ifPresent(peaks::add);
        }
        CountScale all = peaks.scale(logarithmic);
        return logarithmic ? all : new CountScale(Math.min(all.full, MOST_FOR_LEFT * own.full), false);
    }

    private static Peaks peaks(Row row) {
        Peaks peaks = new Peaks();
        for (Side side : Side.values()) {
            LayerView view = row.of(side);
            peaks.add(view.now());
            if (view.reference() != null) {
                peaks.add(view.reference());
            }
        }
        return peaks;
    }

    /** The height of a bar in a room of the given height, both in pixels. */
    double height(double count, double room) {
        return Math.min(1, logarithmic ? Math.log1p(count) / Math.log1p(full) : count / full) * room;
    }

    /** Whether a bar is drawn lower than its count says. */
    boolean cut(double count) {
        return count > full;
    }

    /** The highest bin of all histograms that share a scale, and the highest when each one's highest is set aside. */
    static final class Peaks {
        private double highest;
        private double rest;
        private double first;

        /** The counts that follow belong to another histogram. */
        void begin() {
            first = 0;
        }

        /** All counts of a histogram. */
        void add(Histogram histogram) {
            begin();
            for (int i = 0; i < histogram.bins(); i++) {
                add(histogram.count(i));
            }
        }

        /** All counts of a histogram, which may be fractions. */
        void add(double[] counts) {
            begin();
            for (double count : counts) {
                add(count);
            }
        }

        void add(double count) {
            rest = Math.max(rest, Math.min(first, count));
            first = Math.max(first, count);
            highest = Math.max(highest, first);
        }

        CountScale scale(boolean logarithmic) {
            return new CountScale(logarithmic ? Math.max(1, highest) : full(TOWERING), logarithmic);
        }

        /**
         * The count at full height.
         *
         * @param towering from how many times the rest on a bar is cut
         */
        double full(double towering) {
            return Math.max(1, Math.max(highest * LEAST_OF_HIGHEST, Math.min(highest, towering * rest)));
        }
    }
}
