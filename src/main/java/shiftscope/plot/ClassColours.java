package shiftscope.plot;

/**
 * Colours that stand for classes and for numbers that are answered. Classes: the set "muted" of Paul Tol's colour schemes (2021), which
 * no common colour blindness confuses, made lighter for a dark ground. Numbers: from purple over the colour of the card to green.
 */
final class ClassColours {
    private static final int[] ON_LIGHT = {
        0x332288, 0xcc6677, 0x117733, 0xb38f00, 0x2a94c7, 0x882255, 0x3a9c8d, 0x7d7d26, 0xaa4499, 0x6b6b6b
    };
    private static final int[] ON_DARK = {
        0x8f86e8, 0xe08a99, 0x4fc07a, 0xddcc77, 0x88ccee, 0xd05a94, 0x5cc9b8, 0xb5b54e, 0xd98acb, 0xc4c4c4
    };
    private static final Colour LOW_ON_LIGHT = Colour.rgb(0x762a83);
    private static final Colour HIGH_ON_LIGHT = Colour.rgb(0x1b7837);
    private static final Colour LOW_ON_DARK = Colour.rgb(0xc08fd0);
    private static final Colour HIGH_ON_DARK = Colour.rgb(0x6cc789);
    /** How strong the colour of a cell is where the answer is as unsure as can be, and where it is certain. */
    private static final double FAINT = 0.08;

    private static final double FULL = 0.55;

    private ClassColours() {}

    private static boolean dark(Palette palette) {
        return palette.text().red() > palette.card().red();
    }

    /** The colour of a class, from 0; the eleventh looks like the first again. */
    static Colour of(Palette palette, int kind) {
        int[] colours = dark(palette) ? ON_DARK : ON_LIGHT;
        return Colour.rgb(colours[kind % colours.length]);
    }

    /**
     * The colour of a cell in which a class is answered: fainter where that is less probable.
     *
     * @param classes how many there are, so that 1/classes is the least probability of an answer
     */
    static Colour cell(Palette palette, int kind, double probability, int classes) {
        double least = 1.0 / Math.max(2, classes);
        double certainty = Math.max(0, Math.min(1, (probability - least) / (1 - least)));
        return of(palette, kind).withAlpha(FAINT + (FULL - FAINT) * certainty).on(palette.card());
    }

    /** The colour of a number, from 0, the least, to 1; what lies beyond looks like the end. */
    static Colour number(Palette palette, double share) {
        double away = Math.max(-1, Math.min(1, 2 * share - 1));
        Colour low = dark(palette) ? LOW_ON_DARK : LOW_ON_LIGHT;
        Colour high = dark(palette) ? HIGH_ON_DARK : HIGH_ON_LIGHT;
        return (away < 0 ? low : high).withAlpha(Math.abs(away)).on(palette.card());
    }
}
