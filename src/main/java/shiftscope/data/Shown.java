package shiftscope.data;

/** Text from outside, made fit to stand in a sentence: on one line and not too long. */
final class Shown {
    private static final int MOST_CHARACTERS = 60;

    private Shown() {}

    static String inline(String text) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), MOST_CHARACTERS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '\uFFFD' : c);
        }
        return shown.append(text.length() > end ? "…" : "").toString();
    }

    static String quoted(String text) {
        return '"' + inline(text) + '"';
    }
}
