package shiftscope.plot;

import shiftscope.config.Side;

/** The name and newest value of each run, right of the end of its curve; pushed apart if the ends are close. */
final class CurveEnds {
    private CurveEnds() {}

    /**
     * Where a curve ends.
     *
     * @param value what is not drawable has no end
     * @param words what the value is
     */
    record End(Side side, double value, String words) {}

    static void draw(Surface surface, Palette palette, Box plot, Scale y, End a, End b) {
        double half = 6.5 * palette.typeScale();
        double ya = height(plot, y, a.value());
        double yb = height(plot, y, b.value());
        if (Math.abs(ya - yb) < 2 * half) {
            double middle = Math.max(plot.y() + half, Math.min(plot.bottom() - half, (ya + yb) / 2));
            double direction = ya <= yb ? -1 : 1;
            ya = middle + direction * half;
            yb = middle - direction * half;
        }
        draw(surface, palette, plot, ya, a);
        draw(surface, palette, plot, yb, b);
    }

    private static double height(Box plot, Scale y, double value) {
        return Curve.drawable(value) ? Math.max(plot.y(), Math.min(plot.bottom(), y.at(value))) : plot.centreY();
    }

    private static void draw(Surface surface, Palette palette, Box plot, double middle, End end) {
        if (Curve.drawable(end.value())) {
            TextStyle style = Type.number(palette);
            surface.text(
                    end.side().name() + " " + end.words(),
                    plot.right() + 5 * palette.typeScale(),
                    middle + style.capHeight() / 2,
                    style.coloured(palette.textOf(end.side())));
        }
    }
}
