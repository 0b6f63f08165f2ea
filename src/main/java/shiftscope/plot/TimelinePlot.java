package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import shiftscope.config.Side;
import shiftscope.session.Ghost;
import shiftscope.session.Snapshot;

/**
 * All of a run in one line, from step 0 to the newest: what lies behind and what lies ahead, what was changed where, and where another
 * way was taken. Immutable.
 *
 * @param now the step that is shown, or wished for
 * @param head the newest step
 * @param marks what was changed, oldest first
 * @param forks the steps at which another way was taken
 * @param end the step at which the branch ended by itself
 */
public record TimelinePlot(long now, long head, List<Mark> marks, List<Long> forks, OptionalLong end) {
    private static final double SIDE = 12;
    private static final double TRACK = 5;
    private static final double THUMB = 7;
    private static final double MARK = 4.5;
    private static final double TICK_SPACING = 64;
    /** How far from a mark the mouse still means it, in pixels. */
    private static final double REACH = 6;

    public TimelinePlot {
        marks = List.copyOf(marks);
        forks = List.copyOf(forks);
    }

    /** @param now the step wished for, if it is another than the one shown */
    public static TimelinePlot of(Snapshot snapshot, long now) {
        return new TimelinePlot(
                now,
                Math.max(snapshot.step(), snapshot.time().head()),
                Mark.of(snapshot.time().commands()),
                snapshot.time().ghosts().stream().map(Ghost::fork).distinct().toList(),
                snapshot.time().end().map(end -> OptionalLong.of(end.step())).orElse(OptionalLong.empty()));
    }

    private Box track(Box box, Palette palette) {
        double scale = palette.typeScale();
        double side = Math.min(SIDE * scale, box.width() / 2);
        double height = TRACK * scale;
        return new Box(box.x() + side, box.y() + Math.max(0, box.height() * 0.46 - height / 2), box.width() - 2 * side, height);
    }

    private LinearScale steps(Box track) {
        return new LinearScale(0, Math.max(1, head), track.x(), Math.max(track.right(), track.x() + 1));
    }

    /** The step at a place, from 0 to the newest. */
    public long stepAt(Box box, Palette palette, double x) {
        return Math.max(0, Math.min(head, Math.round(steps(track(box, palette)).valueAt(x))));
    }

    /** What there is at a place in words: the step, or every change, fork and end that is near. */
    public String words(Box box, Palette palette, double x) {
        LinearScale steps = steps(track(box, palette));
        double reach = REACH * palette.typeScale();
        List<String> lines = new ArrayList<>();
        for (Mark mark : marks) {
            if (Math.abs(steps.at(mark.step()) - x) <= reach) {
                String text = mark.side().map(side -> PlotTexts.get("mark.ofRun", side.name(), mark.text())).orElse(mark.text());
                lines.add(PlotTexts.get("timeline.mark", Numbers.count(mark.step()), text));
            }
        }
        for (long fork : forks) {
            if (Math.abs(steps.at(fork) - x) <= reach) {
                lines.add(PlotTexts.get("timeline.fork", Numbers.count(fork)));
            }
        }
        end.ifPresent(step -> {
            if (Math.abs(steps.at(step) - x) <= reach) {
                lines.add(PlotTexts.get("timeline.end", Numbers.count(step)));
            }
        });
        return lines.isEmpty()
                ? PlotTexts.get("timeline.step", Numbers.count(stepAt(box, palette, x)))
                : String.join("\n", lines);
    }

    /** The same of all of it, for those who cannot see it. */
    public String summary() {
        List<String> sentences = new ArrayList<>();
        sentences.add(PlotTexts.get("timeline.summary", Numbers.count(now), Numbers.count(head)));
        for (Mark mark : marks) {
            String text = mark.side().map(side -> PlotTexts.get("mark.ofRun", side.name(), mark.text())).orElse(mark.text());
            sentences.add(PlotTexts.get("timeline.mark", Numbers.count(mark.step()), text));
        }
        forks.forEach(fork -> sentences.add(PlotTexts.get("timeline.fork", Numbers.count(fork))));
        end.ifPresent(step -> sentences.add(PlotTexts.get("timeline.end", Numbers.count(step))));
        return String.join("; ", sentences) + ".";
    }

    /** Draws it into a box, without a ground of its own. */
    public void draw(Surface surface, Box box, Palette palette) {
        Box track = track(box, palette);
        if (track.width() <= 0) {
            return;
        }
        LinearScale steps = steps(track);
        double at = steps.at(Math.min(now, head));
        double radius = track.height() / 2;
        surface.fillRoundRectangle(track.x(), track.y(), track.width(), track.height(), radius, palette.border());
        if (at > track.x() + 2 * radius) {
            surface.fillRoundRectangle(track.x(), track.y(), at - track.x(), track.height(), radius, palette.accent());
        }
        ticks(surface, palette, track, steps);
        forks.forEach(fork -> fork(surface, palette, track, steps.at(fork)));
        marks.forEach(mark -> mark(surface, palette, track, steps.at(mark.step()), mark));
        end.ifPresent(step -> end(surface, palette, track, steps.at(Math.min(step, head))));
        double thumb = THUMB * palette.typeScale();
        surface.fillCircle(at, track.centreY(), thumb, palette.card());
        surface.strokeCircle(at, track.centreY(), thumb - palette.lineScale(), Stroke.solid(2 * palette.lineScale(), palette.accent()));
    }

    private void ticks(Surface surface, Palette palette, Box track, LinearScale steps) {
        double scale = palette.typeScale();
        TextStyle style = Type.tick(palette);
        int most = (int) Math.max(1, track.width() / (TICK_SPACING * scale));
        Ticks ticks = Ticks.linear(0, steps.high(), most);
        double top = track.bottom() + 4 * scale;
        for (double value : ticks.values()) {
            if (value == Math.rint(value) && value <= head) {
                double x = Math.round(steps.at(value)) + 0.5;
                surface.line(x, top, x, top + 3 * scale, Stroke.solid(palette.lineScale(), palette.axis()));
                surface.text(StepAxis.step((long) value), x, top + 13 * scale, style);
            }
        }
    }

    /** A triangle that stands on the track for run A, one that hangs for B, a diamond for both. */
    private static void mark(Surface surface, Palette palette, Box track, double x, Mark mark) {
        double size = MARK * palette.typeScale();
        double foot = track.y() - 3 * palette.typeScale();
        double top = foot - 1.7 * size;
        double middle = (foot + top) / 2;
        Colour colour = mark.colour(palette);
        if (mark.side().isEmpty()) {
            surface.fillPolygon(new double[] {x, x + size, x, x - size}, new double[] {top - 1, middle, foot + 1, middle}, 4, colour);
        } else if (mark.side().get() == Side.A) {
            surface.fillPolygon(new double[] {x, x - size, x + size}, new double[] {top, foot, foot}, 3, colour);
        } else {
            surface.fillPolygon(new double[] {x, x - size, x + size}, new double[] {foot, top, top}, 3, colour);
        }
    }

    /** A short line off the track, where what lay ahead was left. */
    private static void fork(Surface surface, Palette palette, Box track, double x) {
        double scale = palette.typeScale();
        double[] xs = {x - 4 * scale, x, x + 6 * scale};
        double[] ys = {track.centreY(), track.centreY(), track.y() - 9 * scale};
        double width = 1.5 * palette.lineScale();
        surface.polyline(xs, ys, 3, new Stroke(width, palette.ghost(), 2.5 * width, 1.5 * width));
        surface.fillCircle(x, track.centreY(), 2.5 * scale, palette.ghost());
    }

    private static void end(Surface surface, Palette palette, Box track, double x) {
        double size = 4 * palette.typeScale();
        double y = track.centreY() - 12 * palette.typeScale();
        Stroke stroke = Stroke.solid(2 * palette.lineScale(), palette.text());
        surface.line(x - size, y - size, x + size, y + size, stroke);
        surface.line(x - size, y + size, x + size, y - size, stroke);
    }
}
