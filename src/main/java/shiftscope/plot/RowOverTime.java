package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Tap;

/**
 * The counts of one layer at several steps, both runs on one axis and in the same bins.
 *
 * @param slices the steps shown, oldest first
 * @param range what the axis shows
 * @param bins cover it
 * @param a counts of run A, one for each slice; empty where there are none
 * @param b counts of run B
 * @param scale how high or strong a count is drawn, one for both runs
 */
record RowOverTime(
        Row row,
        Tap tap,
        List<Slice> slices,
        ValueRange range,
        ValueBins bins,
        List<Optional<ValueBins.Counts>> a,
        List<Optional<ValueBins.Counts>> b,
        CountScale scale) {
    /** @param pooled what the range is to fit, unless somebody has chosen another */
    static RowOverTime of(
            Row row, Tap tap, List<Slice> slices, List<Slice> pooled, WallOptions options, HeldRanges ranges) {
        double[] ends = Slices.robustRange(pooled, row.layer(), tap);
        ValueRange fitting = ranges.hold("counts", row.layer(), tap, ends[0], ends[1]);
        ValueRange range = options.zoom(row.layer()).orElse(fitting);
        ValueBins bins = ValueBins.over(range);
        CountScale.Peaks peaks = new CountScale.Peaks();
        List<Optional<ValueBins.Counts>> a = counts(slices, Side.A, row, tap, bins, peaks);
        List<Optional<ValueBins.Counts>> b = counts(slices, Side.B, row, tap, bins, peaks);
        return new RowOverTime(row, tap, slices, range, bins, a, b, peaks.scale(options.logCounts()));
    }

    private static List<Optional<ValueBins.Counts>> counts(
            List<Slice> slices, Side side, Row row, Tap tap, ValueBins bins, CountScale.Peaks peaks) {
        List<Optional<ValueBins.Counts>> all = new ArrayList<>();
        for (Slice slice : slices) {
            Optional<ValueBins.Counts> counts = Slices.counts(slice, side, row.layer(), tap).map(bins::counts);
            peaks.begin();
            counts.ifPresent(found -> {
                for (double count : found.inside()) {
                    peaks.add(count);
                }
            });
            all.add(counts);
        }
        return all;
    }

    List<Optional<ValueBins.Counts>> of(Side side) {
        return side == Side.A ? a : b;
    }

    /** The bin that a value lies in: −1 under the axis, the number of bins over it. */
    int bin(double value) {
        return value < range.low() ? -1 : value > range.high() ? bins.bins() : Math.max(0, Math.min(bins.bins() - 1, bins.bin(value)));
    }

    /** The recorded numbers of a bin at one step in words, a line each: of the wider bin around it where that was recorded. */
    List<String> words(int slice, Side side, int bin) {
        List<String> words = new ArrayList<>();
        words.add(PlotTexts.get("readout.step", Numbers.count(slices.get(slice).step())));
        Slices.counts(slices.get(slice), side, row.layer(), tap).ifPresent(histogram -> {
            if (bin < 0 || bin >= bins.bins()) {
                ValueBins.Counts counts = of(side).get(slice).orElseThrow();
                double edge = bin < 0 ? bins.edge(0) : bins.edge(bins.bins());
                long count = Math.round(bin < 0 ? counts.under() : counts.over());
                words.addAll(Readout.outside(bin < 0, edge, range, bins.width(), count, histogram.total()));
            } else {
                words.addAll(inside(histogram.coarsened(Math.max(histogram.exponent(), bins.exponent())), bin));
            }
        });
        return words;
    }

    private List<String> inside(DyadicHistogram histogram, int bin) {
        double low = Math.floor(bins.edge(bin) / histogram.width()) * histogram.width();
        long at = Math.round(low / histogram.width()) - histogram.first();
        long below = at < 0 ? 0 : histogram.under();
        for (int i = 0; i < Math.min(at, histogram.bins()); i++) {
            below += histogram.count(i);
        }
        long count = at >= 0 && at < histogram.bins() ? histogram.count((int) at) : 0;
        return Readout.inside(low, low + histogram.width(), range, count, below, histogram.total());
    }
}
