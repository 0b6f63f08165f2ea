package shiftscope.plot;

/** Text that is set smaller where it would not fit. */
final class Fitted {
    private Fitted() {}

    /** The style, or the same smaller, so that the text is no wider than that. */
    static TextStyle style(Surface surface, String text, TextStyle style, double width) {
        double wide = surface.textWidth(text, style);
        return wide <= width ? style : new TextStyle(style.size() * Math.max(0, width) / wide, style.weight(), style.colour(), style.align());
    }

    /** Writes a text no wider than that. */
    static void text(Surface surface, String text, double x, double baseline, double width, TextStyle style) {
        if (width > 0) {
            surface.text(text, x, baseline, style(surface, text, style, width));
        }
    }
}
