package shiftscope.session;

/** When the next step is due. Times are nanoseconds of one clock. */
final class Pace {
    private static final double SECOND = 1e9;

    /** About what measuring for the screen takes at most, with room for the step itself. */
    private static final double SLOW = SECOND / 20;

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

    /** The step that was due has begun. One that came late by more than a whole interval does not make the following ones hurry. */
    void stepped(long now) {
        next += between;
        if (next < now) {
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
