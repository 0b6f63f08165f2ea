package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.session.Ghost;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;

/**
 * What one number was in other times than up to now: further on, where an earlier step is shown, and in futures that were left behind.
 *
 * @param ahead of run A and of run B, from now on; empty at the newest step
 * @param left of run A and of run B in turn, the newest future first
 * @param fork where the newest future was left
 */
record OtherTimes(List<Line> ahead, List<Line> left, OptionalLong fork) {
    static final OtherTimes NONE = new OtherTimes(List.of(), List.of(), OptionalLong.empty());
    /** Futures of longer ago would only darken the plot. */
    private static final int MOST = 3;
    private static final double AHEAD_ALPHA = 0.4;
    private static final double LEFT_ALPHA = 0.65;

    record Line(Side side, Curve curve) {}

    OtherTimes {
        ahead = List.copyOf(ahead);
        left = List.copyOf(left);
    }

    static OtherTimes of(Snapshot snapshot, ToDoubleFunction<RunMetrics> number) {
        List<Metrics> future = snapshot.time().future();
        List<Line> ahead = new ArrayList<>();
        if (!future.isEmpty()) {
            add(ahead, joined(snapshot.latest(), future), number);
        }
        List<Ghost> ghosts = snapshot.time().ghosts();
        List<Line> left = new ArrayList<>();
        for (int i = ghosts.size() - 1; i >= Math.max(0, ghosts.size() - MOST); i--) {
            Ghost ghost = ghosts.get(i);
            if (!ghost.history().isEmpty()) {
                add(left, joined(at(ghost.fork(), snapshot), ghost.history()), number);
            }
        }
        OptionalLong fork = left.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ghosts.get(ghosts.size() - 1).fork());
        return new OtherTimes(ahead, left, fork);
    }

    private static void add(List<Line> lines, List<Metrics> entries, ToDoubleFunction<RunMetrics> number) {
        for (Side side : Side.values()) {
            lines.add(new Line(side, Curve.of(entries, entries.get(entries.size() - 1), entry -> number.applyAsDouble(entry.of(side)))));
        }
    }

    /** The last recorded point that both ways share; {@code null} if none is left of it. */
    private static Metrics at(long fork, Snapshot snapshot) {
        Metrics shared = null;
        for (Metrics entry : snapshot.history()) {
            shared = entry.step() <= fork ? entry : shared;
        }
        return shared;
    }

    private static List<Metrics> joined(Metrics first, List<Metrics> rest) {
        List<Metrics> all = new ArrayList<>();
        if (first != null && first.step() < rest.get(0).step()) {
            all.add(first);
        }
        all.addAll(rest);
        return all;
    }

    /** The newest step of what lies ahead and of the future left last; 0 if there are none. */
    double lastStep() {
        double last = 0;
        for (Line line : ahead) {
            last = Math.max(last, line.curve().lastStep());
        }
        for (Line line : left.subList(0, Math.min(2, left.size()))) {
            last = Math.max(last, line.curve().lastStep());
        }
        return last;
    }

    void addTo(NumberAxis.Extent extent) {
        ahead.forEach(line -> extent.add(line.curve().values()));
        left.forEach(line -> extent.add(line.curve().values()));
    }

    /** Draws them paler than what leads up to now, and a line where now is if something lies ahead. */
    void draw(Surface surface, Palette palette, Box plot, LinearScale x, Scale y, double now) {
        double thin = palette.lineScale();
        surface.withClip(plot, () -> {
            for (Line line : left) {
                Stroke stroke = new Stroke(thin, palette.of(line.side()).withAlpha(LEFT_ALPHA), 2 * thin, 2 * thin);
                line.curve().draw(surface, x, y, stroke);
            }
        });
        double width = 1.8 * palette.lineScale();
        for (Line line : ahead) {
            Colour colour = palette.of(line.side()).withAlpha(AHEAD_ALPHA);
            boolean dashed = line.side() == Side.A;
            line.curve().draw(surface, x, y, dashed ? new Stroke(width, colour, 4.5 * width, 2 * width) : Stroke.solid(width, colour));
        }
        if (!ahead.isEmpty()) {
            double at = x.at(now);
            surface.line(at, plot.y(), at, plot.bottom(), Stroke.solid(palette.lineScale(), palette.muted()));
        }
    }

    /** Says what the thin dashed lines are, if there are any, with its right end at a point; briefly, if there is little room. */
    void drawLegend(Surface surface, Palette palette, double left, double right, double baseline) {
        if (fork.isPresent()) {
            TextStyle style = Type.tick(palette).aligned(TextStyle.Align.RIGHT);
            String step = Numbers.count(fork.getAsLong());
            String whole = PlotTexts.get("curve.ghost", step);
            boolean fits = right - left >= surface.textWidth(whole, style) + 26 * palette.typeScale();
            String words = fits ? whole : PlotTexts.get("curve.ghost.short", step);
            surface.text(words, right, baseline, style);
            double end = right - surface.textWidth(words, style) - 4 * palette.typeScale();
            double thin = palette.lineScale();
            double middle = baseline - style.capHeight() / 2;
            surface.line(end - 16 * palette.typeScale(), middle, end, middle, new Stroke(thin, palette.muted(), 2 * thin, 2 * thin));
        }
    }
}
