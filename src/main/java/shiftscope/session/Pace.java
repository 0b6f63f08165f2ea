package shiftscope.session;

/** When the next step is due. Times are nanoseconds of one clock. */
final class Pace {
    private static final double SECOND = 1e9;

    /** About what measuring for the screen takes at most, with room for the step itself. */
    private static final double SLOW = SECOND / 20;

    /** So much lateness is made up for by steps that follow faster. */
    private static final double MADE_UP = SECOND / 10;

    private double between;
    private double next;

    /** @param stepsPerSecond more than 0; may be infinite */
    void set(double stepsPerSecond, long now) {
        between = SECOND / stepsPerSecond;
        next = Math.min(next, now + between);
    }

    /** The next step is due at once. */
    void restart(long now) {
        next = now;
    }

    boolean isDue(long now) {
        return between == 0 || now >= next;
    }

    /**
     * The step that was due has begun. The following ones make up for one that came late, unless it was by more than an interval or a
     * tenth of a second: nobody likes a run that hurries after a pause.
     */
    void stepped(long now) {
        next += between;
        if (next < now - Math.max(0, MADE_UP - between)) {
            next = now + between;
        }
    }

    /** Whether so much lies between two steps that measuring after each takes nothing from training. */
    boolean isSlow() {
        return between >= SLOW;
    }

    long untilDue(long now) {
        return (long) Math.max(0, next - now);
    }
}
