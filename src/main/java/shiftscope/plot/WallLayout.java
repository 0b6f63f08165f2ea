package shiftscope.plot;

import java.util.OptionalInt;
import shiftscope.config.Side;

/**
 * Where everything on the wall is: one card per run and row, A left, B right, the spine between them. Pure geometry, in pixels.
 *
 * @param width of the wall
 * @param height of the wall; each row has {@link #rowHeight()} of it, but never less than is legible
 * @param rows how many rows there are, at least 1
 * @param typeScale {@link Palette#typeScale()} of the palette it will be drawn with
 */
public record WallLayout(double width, double height, int rows, double typeScale) {
    private static final double SPINE = 104;
    private static final double GAP = 8;
    private static final double LEAST_ROW = 79;
    private static final double LEAST_CARD = 60;

    public WallLayout {
        if (rows < 1 || !(typeScale > 0)) {
            throw new IllegalArgumentException("no wall: " + rows + " rows, type scale " + typeScale);
        }
    }

    public static WallLayout of(double width, double height, int rows, Palette palette) {
        return new WallLayout(width, height, rows, palette.typeScale());
    }

    /** How wide the spine is between the columns. Headers above the columns align when they leave this much between them. */
    public static double spineWidth(Palette palette) {
        return SPINE * palette.typeScale();
    }

    /** What lies between two rows, in pixels. */
    public static double gap(Palette palette) {
        return GAP * palette.typeScale();
    }

    /** The least height at which so many rows are legible; with less, the wall is drawn this high and the caller scrolls. */
    public static double leastHeight(int rows, Palette palette) {
        return (rows * (LEAST_ROW + GAP) - GAP) * palette.typeScale();
    }

    /** Height of a row without the gap below it. */
    public double rowHeight() {
        return Math.max(LEAST_ROW * typeScale, (height - (rows - 1) * gap()) / rows);
    }

    /** The height that is really drawn: more than {@link #height} if rows would not be legible. */
    public double drawnHeight() {
        return rows * (rowHeight() + gap()) - gap();
    }

    /** Width of the column of one run. */
    public double columnWidth() {
        return Math.max(LEAST_CARD * typeScale, (width - SPINE * typeScale) / 2);
    }

    private double gap() {
        return GAP * typeScale;
    }

    private double top(int row) {
        return row * (rowHeight() + gap());
    }

    /** The card of a run in a row. */
    public Box card(Side side, int row) {
        double x = side == Side.A ? 0 : columnWidth() + SPINE * typeScale;
        return new Box(x, top(row), columnWidth(), rowHeight());
    }

    /** What lies between the two cards of a row. */
    public Box spine(int row) {
        return new Box(columnWidth(), top(row), SPINE * typeScale, rowHeight());
    }

    /** The parts of a card. */
    public CellLayout cell(Side side, int row) {
        return CellLayout.of(card(side, row), typeScale);
    }

    /** The row at a height, for a click anywhere in it. */
    public OptionalInt row(double y) {
        int row = (int) Math.floor(y / (rowHeight() + gap()));
        boolean inRow = row >= 0 && row < rows && y < top(row) + rowHeight();
        return inRow ? OptionalInt.of(row) : OptionalInt.empty();
    }
}
