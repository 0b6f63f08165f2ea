package shiftscope.session;

/** Steps per second over the last half second or so, from the end of one step to the end of another. */
final class Speedometer {
    private static final double SECOND = 1e9;
    private static final long WINDOW = 500_000_000L;
    private boolean started;
    private boolean preliminary;
    private long since;
    private long stepThen;
    private double speed;

    /** The speed is unknown, and given as 0, until the second step from now. */
    void restart() {
        started = false;
        preliminary = true;
        speed = 0;
    }

    /** The step with that number has just been made. */
    void read(long now, long step) {
        if (!started) {
            started = true;
            since = now;
            stepThen = step;
            return;
        }
        long passed = now - since;
        boolean full = passed >= WINDOW;
        if (full || preliminary && passed > 0) {
            speed = (step - stepThen) * SECOND / passed;
        }
        if (full) {
            preliminary = false;
            since = now;
            stepThen = step;
        }
    }

    double stepsPerSecond() {
        return speed;
    }
}
