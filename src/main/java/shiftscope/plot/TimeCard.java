package shiftscope.plot;

/** Where the plot lies in a card whose values stand against the step. */
final class TimeCard {
    private static final double LEFT = 42;
    private static final double RIGHT = 34;
    private static final double FOOT = 20;

    private TimeCard() {}

    /** @param head what is left above the plot, in pixels of a type scale of 1 */
    static Box plot(Box card, Palette palette, double head) {
        double scale = palette.typeScale();
        return new Box(
                card.x() + LEFT * scale,
                card.y() + head * scale,
                Math.max(0, card.width() - (LEFT + RIGHT) * scale),
                Math.max(0, card.height() - (head + FOOT) * scale));
    }
}
