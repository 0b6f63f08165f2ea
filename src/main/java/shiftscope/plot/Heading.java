package shiftscope.plot;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Snapshot;

/** What a picture says above a plot, so that it can be understood without the window: what, when, and which colour is which. */
public final class Heading {
    private static final double HEIGHT = 64;
    private static final double GAP = 18;

    private Heading() {}

    /** How high it is, in pixels. */
    public static double height(Palette palette) {
        return HEIGHT * palette.typeScale();
    }

    /**
     * Draws the heading from the origin.
     *
     * @param width of the picture
     * @param looking what is shown, in words; left out where there is no room
     * @param reference whether the outline of step 0 is explained
     */
    public static void draw(
            Surface surface, Snapshot snapshot, Palette palette, double width, String looking, boolean reference) {
        draw(surface, snapshot, palette, width, List.of(Side.values()), looking, reference);
    }

    /**
     * Draws the heading of a picture that need not show both runs; otherwise as {@link #draw(Surface, Snapshot, Palette, double, String,
     * boolean)}.
     *
     * @param sides the runs that are shown
     */
    public static void draw(
            Surface surface,
            Snapshot snapshot,
            Palette palette,
            double width,
            List<Side> sides,
            String looking,
            boolean reference) {
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
        legend(surface, snapshot, palette, width, sides, looking, reference);
    }

    private static void legend(
            Surface surface,
            Snapshot snapshot,
            Palette palette,
            double width,
            List<Side> sides,
            String looking,
            boolean reference) {
        double scale = palette.typeScale();
        double baseline = 42 * scale;
        TextStyle style = Type.number(palette);
        double middle = baseline - style.capHeight() / 2;
        double x = 0;
        for (Side side : sides) {
            surface.fillCircle(x + 5 * scale, middle, 5 * scale, palette.of(side));
            String text = side.name() + " \u00b7 " + PlotTexts.describe(snapshot.experiment().run(side));
            surface.text(text, x + 15 * scale, baseline, style.coloured(palette.textOf(side)));
            x += 15 * scale + surface.textWidth(text, style) + GAP * scale;
        }
        TextStyle muted = Type.label(palette);
        if (reference) {
            String text = PlotTexts.get("picture.reference");
            double line = 1.1 * palette.lineScale();
            double to = x + 18 * scale;
            if (to + 6 * scale + surface.textWidth(text, muted) <= width) {
                surface.line(x, middle, to, middle, new Stroke(line, palette.ghost(), 3 * line, 2.4 * line));
                surface.text(text, to + 6 * scale, baseline, muted);
                x = to + 6 * scale + surface.textWidth(text, muted) + GAP * scale;
            }
        }
        if (x + surface.textWidth(looking, muted) <= width) {
            surface.text(looking, width, baseline, muted.aligned(Align.RIGHT));
        }
    }
}
