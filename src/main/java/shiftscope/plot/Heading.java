package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Snapshot;

/** What a picture says above a plot, so that it can be understood without the window: what, when, and which colour is which. */
public final class Heading {
    private static final double HEIGHT = 64;
    private static final double GAP = 18;
    /** Of the second line. */
    private static final double LEGEND = 42;

    private Heading() {}

    /** How high it is, in pixels. */
    public static double height(Palette palette) {
        return HEIGHT * palette.typeScale();
    }

    /** The dashed outlines beside the histograms of a picture, which its heading explains. */
    public enum Outlines {
        NONE,
        /** of step 0 */
        START,
        /** of step 0, and of the future left behind last, if there is one */
        START_AND_LEFT
    }

    /**
     * Draws the heading from the origin.
     *
     * @param width of the picture
     * @param sides the runs that are shown
     * @param looking what is shown, in words; left out where there is no room
     */
    public static void draw(
            Surface surface,
            Snapshot snapshot,
            Palette palette,
            double width,
            List<Side> sides,
            String looking,
            Outlines outlines) {
        double scale = palette.typeScale();
        TextStyle name = Type.heading(palette);
        TextStyle muted = Type.label(palette);
        String when = PlotTexts.get(
                "picture.step", Numbers.count(snapshot.step()), Numbers.fixed(snapshot.epoch(), 1));
        double baseline = 18 * scale;
        surface.withClip(new Box(0, 0, width, height(palette)), () -> {
            surface.text(snapshot.experiment().name(), 0, baseline, name);
            double end = surface.textWidth(snapshot.experiment().name(), name) + GAP * scale;
            for (String text : new String[] {snapshot.dataset(), when}) {
                double next = end + surface.textWidth(text, muted);
                if (next <= width) {
                    surface.text(text, end, baseline, muted);
                    end = next + GAP * scale;
                }
            }
        });
        legend(surface, snapshot, palette, width, sides, looking, outlines);
    }

    private static void legend(
            Surface surface,
            Snapshot snapshot,
            Palette palette,
            double width,
            List<Side> sides,
            String looking,
            Outlines outlines) {
        double scale = palette.typeScale();
        double baseline = LEGEND * scale;
        TextStyle style = Type.number(palette);
        double middle = baseline - style.capHeight() / 2;
        double x = 0;
        for (Side side : sides) {
            surface.fillCircle(x + 5 * scale, middle, 5 * scale, palette.of(side));
            String text = side.name() + " \u00b7 " + PlotTexts.describe(snapshot.experiment().run(side));
            surface.text(text, x + 15 * scale, baseline, style.coloured(palette.textOf(side)));
            x += 15 * scale + surface.textWidth(text, style) + GAP * scale;
        }
        if (outlines != Outlines.NONE) {
            double line = 1.1 * palette.lineScale();
            Stroke stroke = new Stroke(line, palette.ghost(), 3 * line, 2.4 * line);
            x = outline(surface, palette, x, width, stroke, List.of(PlotTexts.get("picture.reference")));
        }
        Optional<LeftBehind> left = outlines == Outlines.START_AND_LEFT ? LeftBehind.of(snapshot) : Optional.empty();
        if (left.isPresent()) {
            List<String> wordings = List.of(left.get().words(), left.get().shortWords());
            x = outline(surface, palette, x, width, LeftBehind.stroke(palette), wordings);
        }
        TextStyle muted = Type.label(palette);
        if (x + surface.textWidth(looking, muted) <= width) {
            surface.text(looking, width, baseline, muted.aligned(Align.RIGHT));
        }
    }
    /**
     * A line as it is drawn, and what it stands for, in the first of the wordings for which there is room.
     *
     * @return where there is room again
     */
    private static double outline(
            Surface surface, Palette palette, double x, double width, Stroke stroke, List<String> wordings) {
        double scale = palette.typeScale();
        double baseline = LEGEND * scale;
        TextStyle muted = Type.label(palette);
        double middle = baseline - Type.number(palette).capHeight() / 2;
        double to = x + 18 * scale;
        for (String text : wordings) {
            double end = to + 6 * scale + surface.textWidth(text, muted);
            if (end <= width) {
                surface.line(x, middle, to, middle, stroke);
                surface.text(text, to + 6 * scale, baseline, muted);
                return end + GAP * scale;
            }
        }
        return x;
    }
}
