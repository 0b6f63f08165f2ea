package shiftscope.plot;

import shiftscope.plot.TextStyle.Align;
import shiftscope.plot.TextStyle.Weight;

/** The few sizes of type that plots use, in a palette's colours and scale. */
final class Type {
    private Type() {}

    /** What a region is called. */
    static TextStyle heading(Palette palette) {
        return new TextStyle(13 * palette.typeScale(), Weight.SEMI_BOLD, palette.text(), Align.LEFT);
    }

    /** A measured number. */
    static TextStyle number(Palette palette) {
        return new TextStyle(11 * palette.typeScale(), Weight.SEMI_BOLD, palette.text(), Align.LEFT);
    }

    /** What a number is. */
    static TextStyle label(Palette palette) {
        return new TextStyle(11 * palette.typeScale(), Weight.REGULAR, palette.muted(), Align.LEFT);
    }

    /** A number at a tick. */
    static TextStyle tick(Palette palette) {
        return new TextStyle(10 * palette.typeScale(), Weight.REGULAR, palette.muted(), Align.CENTRE);
    }
}
