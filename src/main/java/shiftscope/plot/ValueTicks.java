package shiftscope.plot;

import shiftscope.plot.TextStyle.Align;

/** The axis of values below bars or ridges: the line they stand on and its ticks, labelled where there is room. */
final class ValueTicks {
    private static final double TICK_SPACING = 34;

    private ValueTicks() {}

    /** @param room what the counts outside the range leave to the labels */
    static void draw(Surface surface, Palette palette, CellLayout cell, ValueRange range, CellLabels.Room room) {
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        double y = cell.axis() + 0.5;
        surface.line(cell.bars().x(), y, cell.bars().right(), y, line);
        TextStyle style = Type.tick(palette);
        int most = (int) (cell.bars().width() / (TICK_SPACING * palette.typeScale()));
        Ticks ticks = Ticks.linear(range.low(), range.high(), most);
        double right = room.right();
        // Labels whose factor has no room would lie by powers of ten; then there are none.
        boolean labelled = true;
        if (!ticks.factor().isEmpty()) {
            double end = Math.min(right, cell.over().right());
            right = end - surface.textWidth(ticks.factor(), style) - 6;
            labelled = right > room.left();
            if (labelled) {
                surface.text(ticks.factor(), end, cell.tickBaseline(), style.aligned(Align.RIGHT));
            }
        }
        for (int i = 0; i < ticks.count(); i++) {
            double x = Math.round(cell.x(ticks.values().get(i), range.low(), range.high())) + 0.5;
            surface.line(x, y, x, y + 3 * palette.typeScale(), line);
            double half = surface.textWidth(ticks.labels().get(i), style) / 2;
            if (labelled && x - half >= room.left() && x + half <= right) {
                surface.text(ticks.labels().get(i), x, cell.tickBaseline(), style);
            }
        }
    }
}
