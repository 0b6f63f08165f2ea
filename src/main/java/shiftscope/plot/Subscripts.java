package shiftscope.plot;

/** Lines of text in which the character behind a {@code _} is set smaller and lower: μ_B. They begin at their left end. */
final class Subscripts {
    private static final double SMALLER = 0.75;
    /** How far down, in sizes of the type. */
    private static final double LOWER = 0.22;

    private Subscripts() {}

    static void draw(Surface surface, String text, double x, double y, TextStyle style) {
        walk(surface, text, style, (part, at, own, down) -> surface.text(part, x + at, y + down, own));
    }

    static double width(Surface surface, String text, TextStyle style) {
        return walk(surface, text, style, (part, at, own, down) -> { });
    }

    /** Is shown each part in its style, where it begins, and how far below the line. */
    private interface Part {
        void at(String part, double x, TextStyle style, double down);
    }

    private static double walk(Surface surface, String text, TextStyle style, Part each) {
        TextStyle small = new TextStyle(SMALLER * style.size(), style.weight(), style.colour(), style.align());
        double x = 0;
        int from = 0;
        while (from < text.length()) {
            boolean lower = text.charAt(from) == '_' && from + 1 < text.length();
            int mark = text.indexOf('_', from);
            int to = lower ? from + 2 : mark < 0 ? text.length() : mark;
            String part = text.substring(lower ? from + 1 : from, to);
            TextStyle own = lower ? small : style;
            each.at(part, x, own, lower ? LOWER * style.size() : 0);
            x += surface.textWidth(part, own);
            from = to;
        }
        return x;
    }
}
