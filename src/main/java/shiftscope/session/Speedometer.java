package shiftscope.session;

/** Steps per second over the last half second or so. */
final class Speedometer {
    private static final double SECOND = 1e9;
    private static final long WINDOW = 500_000_000L;
    private long since;
    private long stepThen;
    private double speed;

    void restart(long now, long step) {
        since = now;
        stepThen = step;
        speed = 0;
    }

    void read(long now, long step) {
        long passed = now - since;
        if (passed >= WINDOW || speed == 0 && passed > 0) {
            speed = (step - stepThen) * SECOND / passed;
        }
        if (passed >= WINDOW) {
            since = now;
            stepThen = step;
        }
    }

    double stepsPerSecond() {
        return speed;
    }
}
