package shiftscope.session;

/**
 * When twins that run as fast as they can may be measured for the screen. Times are nanoseconds of one clock.
 *
 * <p>Measuring is all that the trainer sees, but what was measured also has to be drawn, which takes longer still. Where the twins have every
 * processor, drawing holds up both runs, and measuring gets little; where one is left for the window, it gets as much as makes pictures
 * move.
 */
final class ScreenBudget {
    private static final long SECOND = 1_000_000_000L;
    private static final double SHARE_OF_A_FULL_MACHINE = 0.002;
    private static final double SHARE_BESIDE_SPARE_PROCESSORS = 0.04;

    /** Somebody is watching, whatever drawing costs: at least this often, unless measuring alone takes more than {@link #MOST}. */
    private static final long BETWEEN_PICTURES = SECOND;

    private static final double MOST = 0.015;

    /** Whatever measuring costs. */
    private static final long LONGEST_WITHOUT_A_PICTURE = 2 * SECOND;

    private final double share;
    private long nextAt;

    /**
     * @param processors how many the machine has
     * @param threads on how many of them steps are made
     * @param now the first picture may be measured at once
     */
    ScreenBudget(int processors, int threads, long now) {
        share = processors > threads ? SHARE_BESIDE_SPARE_PROCESSORS : SHARE_OF_A_FULL_MACHINE;
        nextAt = now;
    }

    /** Whether the next picture may be measured. */
    boolean allows(long now) {
        return now - nextAt >= 0;
    }

    /** The next may be measured at once: what was measured last is of another time. */
    void renew(long now) {
        nextAt = now;
    }

    /** A picture was measured. */
    void spent(long begin, long end) {
        long cost = end - begin;
        long most = Math.min(LONGEST_WITHOUT_A_PICTURE, Math.max(BETWEEN_PICTURES, pause(cost, MOST)));
        nextAt = end + Math.min(most, pause(cost, share));
    }

    /** How long nothing is measured after something that cost so much, for it to take that share of the time. */
    private static long pause(long cost, double share) {
        return (long) (cost * (1 / share - 1));
    }
}
