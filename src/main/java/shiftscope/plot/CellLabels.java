package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Tap;

/**
 * The words and numbers of a card. Where there is no room for all of them, the least telling go first: σ, then the long form of
 * the note, then dead, then saturated units, then μ. That another quantity is shown than was asked for goes last but one, that
 * numbers are not finite last.
 */
final class CellLabels {
    private static final double NOTEWORTHY_SHARE = 0.005;
    private static final double GAP = 8;
    /** What a symbol and its number have at least before the next, so that σ stands still while the digits of μ change. */
    private static final double PAIR = 47;

    private CellLabels() {}

    /** What is left between the counts outside the range, in pixels, for the labels of the ticks. */
    record Room(double left, double right) {}

    /**
     * The counts outside the range, at the two ends of the axis. If a card is too narrow for both, the smaller is left to its bar
     * and the readout.
     */
    static Room outside(Surface surface, Palette palette, CellLayout cell, Side side, long below, long above) {
        TextStyle style = Type.tick(palette).coloured(palette.textOf(side));
        String under = below == 0 ? "" : PlotTexts.get("cell.under", Numbers.count(below));
        String over = above == 0 ? "" : PlotTexts.get("cell.over", Numbers.count(above));
        double underEnd = cell.under().x() + (under.isEmpty() ? 0 : surface.textWidth(under, style) + GAP);
        double overStart = cell.over().right() - (over.isEmpty() ? 0 : surface.textWidth(over, style) + GAP);
        boolean both = underEnd <= overStart;
        double left = cell.card().x() + 4;
        double right = cell.card().right() - 4;
        if (!under.isEmpty() && (both || below >= above)) {
            surface.text(under, cell.under().x(), cell.tickBaseline(), style.aligned(Align.LEFT));
            left = underEnd;
        }
        if (!over.isEmpty() && (both || below < above)) {
            surface.text(over, cell.over().right(), cell.tickBaseline(), style.aligned(Align.RIGHT));
            right = overStart;
        }
        return new Room(left, right);
    }

    private record Label(String text, TextStyle style) {}

    /** The line on top of a card. */
    static void draw(Surface surface, Palette palette, CellLayout cell, Side side, Row row, Tap asked) {
        LayerView view = row.of(side);
        TextStyle muted = Type.label(palette);
        TextStyle number = Type.number(palette);
        TextStyle alarm = number.coloured(palette.textOf(side));
        double mu = view.moments().mean();
        double sigma = view.moments().standardDeviation();
        List<Label> mean = pair("\u03bc", Numbers.measured(mu, sigma), muted, number);
        List<Label> deviation = pair("\u03c3", Numbers.measured(sigma), muted, number);

        List<Label> always = new ArrayList<>();
        if (view.now().nonFinite() > 0) {
            always.add(new Label(PlotTexts.get("cell.notFinite", Numbers.count(view.now().nonFinite())), alarm));
        }
        List<Label> shares = new ArrayList<>();
        if (view.saturated() > NOTEWORTHY_SHARE) {
            shares.add(new Label(PlotTexts.get("cell.saturated", Numbers.percent(view.saturated())), alarm));
        }
        if (view.dead() > NOTEWORTHY_SHARE) {
            shares.add(new Label(PlotTexts.get("cell.dead", Numbers.percent(view.dead())), alarm));
        }
        String shortNote = shortNote(row, view, asked);
        String longNote = asked == Tap.NORMALIZED && row.kind() == Row.Kind.HIDDEN
                ? PlotTexts.get("cell.noNormalizer", PlotTexts.symbol(view.shown()))
                : shortNote;

        Line line = new Line(surface, cell.under().x(), cell.over().right(), cell.labelBaseline(), palette.typeScale());
        for (List<Label> wish : wishes(shares)) {
            for (String note : shortNote.isEmpty() ? List.of("") : List.of(longNote, shortNote)) {
                List<Label> right = new ArrayList<>(wish);
                right.addAll(0, always);
                if (!note.isEmpty()) {
                    right.add(0, new Label(note, muted));
                }
                if (line.fits(List.of(mean, deviation), right)) {
                    line.draw(List.of(mean, deviation), right);
                    return;
                }
                if (line.fits(List.of(mean), right)) {
                    line.draw(List.of(mean), right);
                    return;
                }
            }
        }
        List<Label> last = new ArrayList<>(always);
        if (!shortNote.isEmpty()) {
            last.add(0, new Label(shortNote, muted));
        }
        while (!last.isEmpty() && !line.fits(List.of(), last)) {
            last.remove(0);
        }
        line.draw(List.of(), last);
    }

    private static List<List<Label>> wishes(List<Label> shares) {
        List<List<Label>> wishes = new ArrayList<>();
        for (int left = shares.size(); left >= 0; left--) {
            wishes.add(shares.subList(0, left));
        }
        return wishes;
    }

    private static String shortNote(Row row, LayerView view, Tap asked) {
        boolean named = row.kind() == Row.Kind.INPUT && view.shown() == Tap.INPUT;
        return view.shown() == asked || named ? "" : PlotTexts.get("cell.otherShown", PlotTexts.symbol(view.shown()));
    }

    private static List<Label> pair(String symbol, String value, TextStyle muted, TextStyle number) {
        return List.of(new Label(symbol, muted), new Label(value, number));
    }

    /** A line of labels from both ends: pairs from the left, single labels up to the right. */
    private record Line(Surface surface, double left, double right, double baseline, double scale) {
        private double gap() {
            return GAP * scale;
        }

        boolean fits(List<List<Label>> pairs, List<Label> rest) {
            double width = rest.stream().mapToDouble(this::width).sum() + gap() * (pairs.size() + rest.size() - 1);
            for (int i = 0; i < pairs.size(); i++) {
                width += i + 1 < pairs.size() ? roomOf(pairs.get(i)) : width(pairs.get(i));
            }
            return width <= right - left;
        }

        private double width(List<Label> pair) {
            return pair.stream().mapToDouble(this::width).sum() + gap() / 2;
        }

        private double roomOf(List<Label> pair) {
            return Math.max(PAIR * scale, width(pair));
        }

        private double width(Label label) {
            return surface.textWidth(label.text(), label.style());
        }

        void draw(List<List<Label>> pairs, List<Label> rest) {
            double start = left;
            for (List<Label> pair : pairs) {
                double x = start;
                for (Label label : pair) {
                    surface.text(label.text(), x, baseline, label.style());
                    x += width(label) + gap() / 2;
                }
                start += roomOf(pair) + gap();
            }
            double end = right;
            for (int i = rest.size() - 1; i >= 0; i--) {
                Label label = rest.get(i);
                surface.text(label.text(), end, baseline, label.style().aligned(Align.RIGHT));
                end -= width(label) + gap();
            }
        }
    }
}
