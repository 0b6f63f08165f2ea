package shiftscope.plot;

/**
 * What a plot is drawn on. Lengths are logical pixels from the top left corner, y grows downwards; a surface of a higher resolution
 * scales by itself. Later drawing covers earlier drawing.
 *
 * <p>Line ends are cut flat, corners of polylines are round. Arrays that are passed are read during the call and neither kept nor
 * modified.
 */
public interface Surface {
    /** Fills a rectangle. */
    void fillRectangle(double x, double y, double width, double height, Colour colour);

    /** Fills a rectangle whose corners are rounded with the given radius. */
    void fillRoundRectangle(double x, double y, double width, double height, double radius, Colour colour);

    /** Strokes the outline of a rectangle, centred on its edge; a radius of 0 has square corners. */
    void strokeRoundRectangle(double x, double y, double width, double height, double radius, Stroke stroke);

    /** A straight line. */
    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    /** A line through the first {@code points} points, at least 2. */
    void polyline(double[] xs, double[] ys, int points, Stroke stroke);

    /** Fills the polygon of the first {@code points} points, at least 3. */
    void fillPolygon(double[] xs, double[] ys, int points, Colour colour);

    /** Fills a circle around a centre. */
    void fillCircle(double x, double y, double radius, Colour colour);

    /** Strokes a circle around a centre. */
    void strokeCircle(double x, double y, double radius, Stroke stroke);

    /**
     * Fills a grid of cells without smoothing, whole pixels each.
     *
     * @param xs edges of the columns, ascending
     * @param ys edges of the rows, ascending, so from top to bottom
     * @param argb {@code 0xAARRGGBB}, rows × columns, each either covering or 0 for nothing
     */
    void cells(double[] xs, double[] ys, int[] argb);

    /** The same with equally large cells, row by row from the top left of a box. */
    default void cells(Box box, int columns, int rows, int[] argb) {
        cells(edges(box.x(), box.width(), columns), edges(box.y(), box.height(), rows), argb);
    }

    private static double[] edges(double from, double length, int cells) {
        double[] edges = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            edges[i] = from + length * i / cells;
        }
        return edges;
    }

    /**
     * One line of text.
     *
     * @param x its left end, centre or right end, as the style says
     * @param y its baseline
     */
    void text(String text, double x, double y, TextStyle style);

    /**
     * Fills an outline, such as a formula.
     *
     * @param x where the left end of its baseline is
     * @param y its baseline
     * @param size of the type it is set in
     */
    void fillOutline(Outline outline, double x, double y, double size, Colour colour);

    /** How wide a line of text is drawn. */
    double textWidth(String text, TextStyle style);

    /** Draws with everything outside a rectangle cut off. Clips nest. */
    void withClip(Box clip, Runnable drawing);
}
