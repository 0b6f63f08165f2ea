package shiftscope.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.measure.Histogram;
import shiftscope.session.Ghost;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;

/**
 * What the distributions would be by now, had no other way been taken at the newest fork: those of the future left there at its last
 * recorded step that is not later than now.
 *
 * @param fork the step at which the ways part
 * @param slice recorded after it
 */
public record LeftBehind(long fork, Slice slice) {
    /** Nothing, if no other way was taken, or nothing was recorded between the fork and now. */
    public static Optional<LeftBehind> of(Snapshot snapshot) {
        List<Ghost> ghosts = snapshot.time().ghosts();
        if (ghosts.isEmpty()) {
            return Optional.empty();
        }
        Ghost newest = ghosts.get(ghosts.size() - 1);
        return newest.slices().stream()
                .filter(slice -> slice.step() > newest.fork() && slice.step() <= snapshot.step())
                .reduce((before, after) -> after)
                .map(slice -> new LeftBehind(newest.fork(), slice));
    }

    /** Which steps its outline is of, in words. */
    public String words() {
        return PlotTexts.get("left.outline", Numbers.count(fork), Numbers.count(slice.step()));
    }

    /** The same where there is little room. */
    public String shortWords() {
        return PlotTexts.get("left.outline.short", Numbers.count(fork), Numbers.count(slice.step()));
    }

    /**
     * Its values in the bins of what a card shows now, scaled to as many values in all; nothing if none of them lies there, or that
     * layer was not recorded, as the input is not.
     */
    Optional<double[]> counts(Row row, Side side) {
        LayerView view = row.of(side);
        return Slices.counts(slice, side, row.layer(), view.shown())
                .map(recorded -> rebinned(recorded, view.now()))
                .filter(counts -> Arrays.stream(counts).anyMatch(count -> count > 0));
    }

    /** The values of a recorded bin that reaches over an edge are spread evenly over it. */
    private static double[] rebinned(DyadicHistogram recorded, Histogram now) {
        double[] counts = new double[now.bins()];
        double perValue = (double) now.total() / recorded.total();
        for (int i = 0; i < recorded.bins(); i++) {
            double values = perValue * recorded.count(i);
            double from = (recorded.low() + i * recorded.width() - now.low()) / now.binWidth();
            double to = from + recorded.width() / now.binWidth();
            double first = Math.floor(from);
            for (int bin = (int) Math.max(0, first); values > 0 && bin < Math.min(counts.length, Math.max(to, first + 1)); bin++) {
                // A bin that lies within one may be too narrow for a width to be left of it here.
                counts[bin] += to <= first + 1 ? values : values * (Math.min(bin + 1, to) - Math.max(bin, from)) / (to - from);
            }
        }
        return counts;
    }

    /** Dotted as the curves of such a future, and in the colour of text: no bar has it, nor the outline of step 0. */
    static Stroke stroke(Palette palette) {
        double thin = palette.lineScale();
        return new Stroke(thin, palette.text(), 2 * thin, 2 * thin);
    }
}
