package shiftscope.plot;

/**
 * The area between two curves over the same steps. Where either is NaN, there is a gap.
 *
 * @param low the lower edge
 * @param high the upper edge
 */
record Band(Curve low, Curve high) {
    /** Fills the area; each column of pixels gets one corner below, at its lowest value, and one above, at its highest. */
    void fill(Surface surface, Scale x, Scale y, Colour colour) {
        int n = low.points();
        double[] xs = new double[2 * n];
        double[] lows = new double[n];
        double[] highs = new double[n];
        int columns = 0;
        double column = Double.NaN;
        for (int i = 0; i < n; i++) {
            double from = low.values()[i];
            double to = high.values()[i];
            if (!Double.isFinite(from) || !Double.isFinite(to)) {
                polygon(surface, xs, lows, highs, columns, y, colour);
                columns = 0;
                column = Double.NaN;
                continue;
            }
            double at = x.at(low.steps()[i]);
            if (Math.floor(at) == column) {
                lows[columns - 1] = Math.min(lows[columns - 1], from);
                highs[columns - 1] = Math.max(highs[columns - 1], to);
            } else {
                column = Math.floor(at);
                xs[columns] = at;
                lows[columns] = from;
                highs[columns++] = to;
            }
        }
        polygon(surface, xs, lows, highs, columns, y, colour);
    }

    private static void polygon(
            Surface surface, double[] xs, double[] lows, double[] highs, int columns, Scale y, Colour colour) {
        if (columns < 2) {
            return;
        }
        double[] ys = new double[2 * columns];
        for (int i = 0; i < columns; i++) {
            int back = 2 * columns - 1 - i;
            xs[back] = xs[i];
            ys[i] = y.at(highs[i]);
            ys[back] = y.at(lows[i]);
        }
        surface.fillPolygon(xs, ys, 2 * columns, colour);
    }
}
