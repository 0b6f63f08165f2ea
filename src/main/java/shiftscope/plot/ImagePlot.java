package shiftscope.plot;

/** An example that is an image, with a thin frame. */
final class ImagePlot {
    private static final int COLOURS = 3;
    private static final int MOST = 255;

    private ImagePlot() {}

    /**
     * Ink is drawn as text is, on the colour of cards; colours are drawn as they are.
     *
     * @param width pixels in a row
     * @param channels values of a pixel, 1 or 3
     * @param values row by row, those of a pixel one after the other; what is not in [0, 1] is drawn as the nearer end
     */
    static void draw(Surface surface, Palette palette, Box box, int width, int channels, float[] values) {
        int[] argb = new int[values.length / channels];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = channels == COLOURS
                    ? Colour.rgb(byteOf(values[COLOURS * i]) << 16 | byteOf(values[COLOURS * i + 1]) << 8 | byteOf(values[COLOURS * i + 2]))
                            .argb()
                    : palette.text().withAlpha(Math.max(0, Math.min(1, values[i]))).on(palette.card()).argb();
        }
        surface.cells(box, width, argb.length / width, argb);
        surface.strokeRoundRectangle(box.x() - 0.5, box.y() - 0.5, box.width() + 1, box.height() + 1, 0,
                Stroke.solid(1, palette.border()));
    }

    private static int byteOf(float value) {
        return Math.round(MOST * Math.max(0, Math.min(1, value)));
    }
}
