package shiftscope.session;

/** When the next step is due. Times are nanoseconds of one clock. */
final class Pace {
    private static final double SECOND = 1e9;
    private double between;
    private double next;

    /** @param stepsPerSecond may be infinite */
    void set(double stepsPerSecond) {
        between = SECOND / stepsPerSecond;
        next = Math.min(next, System.nanoTime() + between);
    }

    /** The next step is due at once. */
    void restart(long now) {
        next = now;
    }

    boolean isDue(long now) {
        return between == 0 || now >= next;
    }

    /** A step that came late does not make the following ones hurry. */
    void stepped(long now) {
        next = Math.max(next + between, now);
    }

    /** Whether so much is left until the next step that measuring takes nothing from training. */
    boolean leavesTime(long now) {
        return between >= SECOND / 20;
    }

    long untilDue(long now) {
        return (long) Math.max(0, next - now);
    }
}
