package shiftscope.plot;

/** The rounded card that a plot lies on. */
final class Cards {
    private static final double RADIUS = 9;

    private Cards() {}

    static void draw(Surface surface, Palette palette, Box card) {
        double radius = RADIUS * palette.typeScale();
        surface.fillRoundRectangle(card.x(), card.y(), card.width(), card.height(), radius, palette.card());
        // Half a pixel inwards, so that a line of one pixel covers whole pixels.
        surface.strokeRoundRectangle(
                card.x() + 0.5,
                card.y() + 0.5,
                Math.max(0, card.width() - 1),
                Math.max(0, card.height() - 1),
                radius - 0.5,
                Stroke.solid(1, palette.border()));
    }
}
