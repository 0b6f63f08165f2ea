package shiftscope.plot;

import shiftscope.config.Side;

/**
 * The colours of every plot, and how thick and large they are drawn. A and B differ in hue in a way that no common colour blindness
 * loses, and plots give them a second cue besides (side, or dash).
 *
 * @param ground behind the cards
 * @param card inside a card
 * @param border around a card
 * @param text what is to be read first
 * @param muted labels and ticks
 * @param grid lines behind data
 * @param axis the line that data stand on, and its ticks
 * @param ghost the outline of step 0
 * @param a bars and lines of run A
 * @param b bars and lines of run B
 * @param aText text that belongs to run A
 * @param bText text that belongs to run B
 * @param lineScale factor on the width of lines
 * @param typeScale factor on the size of type, and on the room it is given
 */
public record Palette(
        Colour ground,
        Colour card,
        Colour border,
        Colour text,
        Colour muted,
        Colour grid,
        Colour axis,
        Colour ghost,
        Colour a,
        Colour b,
        Colour aText,
        Colour bText,
        double lineScale,
        double typeScale) {
    /** For a screen in a lit room, and for paper. */
    public static final Palette LIGHT = new Palette(
            Colour.rgb(0xf5f7fa),
            Colour.rgb(0xffffff),
            Colour.rgb(0xe2e6ed),
            Colour.rgb(0x1a2130),
            Colour.rgb(0x5b6579),
            Colour.rgb(0xe8ebf0),
            Colour.rgb(0xaab1be),
            Colour.rgb(0x848d9d),
            Colour.rgb(0xd95f02),
            Colour.rgb(0x0072b2),
            Colour.rgb(0xb54a00),
            Colour.rgb(0x00679f),
            1,
            1);

    /** For a screen in a dark room. */
    public static final Palette DARK = new Palette(
            Colour.rgb(0x12161e),
            Colour.rgb(0x1a202a),
            Colour.rgb(0x2a323f),
            Colour.rgb(0xeef1f6),
            Colour.rgb(0x9ba6b8),
            Colour.rgb(0x2a313d),
            Colour.rgb(0x566072),
            Colour.rgb(0x8b96a8),
            Colour.rgb(0xff8c42),
            Colour.rgb(0x56b4e9),
            Colour.rgb(0xff9a57),
            Colour.rgb(0x6fc0ee),
            1,
            1);

    /** For the last row of a lecture hall: white ground, thick lines, large type. */
    public static final Palette PROJECTOR = new Palette(
            Colour.rgb(0xffffff),
            Colour.rgb(0xffffff),
            Colour.rgb(0xaab1be),
            Colour.rgb(0x000000),
            Colour.rgb(0x39414f),
            Colour.rgb(0xd9dde4),
            Colour.rgb(0x5b6579),
            Colour.rgb(0x4a5362),
            Colour.rgb(0xd95f02),
            Colour.rgb(0x0072b2),
            Colour.rgb(0xa84300),
            Colour.rgb(0x005a8c),
            1.6,
            1.3);

    /** The colour of a run's bars and lines. */
    public Colour of(Side side) {
        return side == Side.A ? a : b;
    }

    /** The colour of text that belongs to a run; readable on a card, which {@link #of} need not be. */
    public Colour textOf(Side side) {
        return side == Side.A ? aText : bText;
    }

    /** What can be moved, and belongs to no run: as the window's own controls have it. */
    public Colour accent() {
        return text.red() > ground.red() ? Colour.rgb(0x5c76f0) : Colour.rgb(0x3b5bdb);
    }

    /** The same palette with all type larger or smaller. */
    public Palette withTypeScale(double factor) {
        return new Palette(
                ground, card, border, text, muted, grid, axis, ghost, a, b, aText, bText, lineScale, factor);
    }
}
