package shiftscope.export;

import java.util.ArrayList;
import java.util.List;
import shiftscope.measure.DyadicHistogram;
import shiftscope.measure.Histogram;

/**
 * One line of a histogram in a table: a bin, or what lies outside of all bins.
 *
 * @param part {@code bin}, {@code under}, {@code over} or {@code not_finite}
 * @param low lower edge, in the unit of the values; NaN where there is none
 * @param high upper edge; NaN where there is none
 * @param count values
 */
record CountedPart(String part, double low, double high, long count) {
    /** The bins in order, then what is outside. */
    static List<CountedPart> of(Histogram histogram) {
        List<CountedPart> parts = new ArrayList<>();
        for (int i = 0; i < histogram.bins(); i++) {
            parts.add(new CountedPart("bin", histogram.edge(i), histogram.edge(i + 1), histogram.count(i)));
        }
        addOutside(parts, histogram.low(), histogram.high(), histogram.under(), histogram.over(), histogram.nonFinite());
        return parts;
    }

    /** The same of a histogram of a recorded step. */
    static List<CountedPart> of(DyadicHistogram histogram) {
        List<CountedPart> parts = new ArrayList<>();
        for (int i = 0; i < histogram.bins(); i++) {
            double low = histogram.low() + i * histogram.width();
            parts.add(new CountedPart("bin", low, low + histogram.width(), histogram.count(i)));
        }
        addOutside(parts, histogram.low(), histogram.high(), histogram.under(), histogram.over(), histogram.nonFinite());
        return parts;
    }

    private static void addOutside(List<CountedPart> parts, double low, double high, long under, long over, long notFinite) {
        parts.add(new CountedPart("under", Double.NaN, low, under));
        parts.add(new CountedPart("over", high, Double.NaN, over));
        parts.add(new CountedPart("not_finite", Double.NaN, Double.NaN, notFinite));
    }
}
