package shiftscope.plot;

import shiftscope.measure.Histogram;
import shiftscope.session.LayerView;
import shiftscope.session.Row;

/**
 * How high a count is drawn. One scale for a whole row: A, B and the outlines of both at step 0, so that areas compare.
 *
 * <p>Full height is the highest bin of the four. If single bins tower over everything else (the zeros of a rectifier), it is three
 * times the highest of what is left when each histogram's highest bin is set aside, but never less than an eighth of the highest;
 * bars beyond are {@linkplain #cut cut} and say their share. That rule changes continuously with the counts, so that nothing jumps
 * while a run plays.
 *
 * @param full the count that is drawn as high as there is room, greater than 0
 */
record CountScale(double full) {
    /** From how many times the rest on a bar is cut. */
    static final double TOWERING = 3;
    private static final double LEAST_OF_HIGHEST = 1.0 / 8;

    static CountScale of(Row row) {
        int highest = 0;
        int rest = 0;
        for (LayerView view : new LayerView[] {row.a(), row.b()}) {
            for (Histogram histogram : new Histogram[] {view.now(), view.reference()}) {
                if (histogram == null) {
                    continue;
                }
                int first = 0;
                int second = 0;
                for (int i = 0; i < histogram.bins(); i++) {
                    int count = histogram.count(i);
                    second = Math.max(second, Math.min(first, count));
                    first = Math.max(first, count);
                }
                highest = Math.max(highest, first);
                rest = Math.max(rest, second);
            }
        }
        return new CountScale(full(highest, rest, TOWERING));
    }

    /**
     * The count at full height.
     *
     * @param highest the highest bin
     * @param rest the highest of what is left when each histogram's highest is set aside
     * @param towering from how many times the rest on a bar is cut
     */
    static double full(int highest, int rest, double towering) {
        return Math.max(1, Math.max(highest * LEAST_OF_HIGHEST, Math.min(highest, towering * rest)));
    }

    /** The height of a bar in a room of the given height, both in pixels. */
    double height(long count, double room) {
        return Math.min(1, count / full) * room;
    }

    /** Whether a bar is drawn lower than its count says. */
    boolean cut(long count) {
        return count > full;
    }
}
