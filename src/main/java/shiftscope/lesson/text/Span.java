package shiftscope.lesson.text;

/** A part of a paragraph. */
public sealed interface Span {
    /**
     * Words; a line break in them is one on screen.
     *
     * @param style how they are set off
     */
    record Words(String text, Style style) implements Span {}

    /** Something as it is typed. */
    record Code(String text) implements Span {}

    /** A formula in the line. */
    record Math(String latex) implements Span {}

    /**
     * Words that lead to an address.
     *
     * @param target begins with {@code https://} or {@code http://}
     */
    record Link(String text, String target) implements Span {}

    /** How words are set off from others. */
    enum Style {
        PLAIN,
        /** Between single stars. */
        EMPHASIS,
        /** Between double stars. */
        STRONG
    }
}
