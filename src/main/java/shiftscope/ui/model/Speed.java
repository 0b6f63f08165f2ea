package shiftscope.ui.model;

/** The notches of the speed slider: 1, 2, 5, 10, … steps a second, and last as fast as possible. */
public final class Speed {
    private static final double[] NOTCHES = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, Double.POSITIVE_INFINITY};
    /** Slow enough to follow, fast enough that both curves say something after a few seconds. */
    private static final int FIRST = 6;

    private static final Texts TEXTS = Texts.beside(Speed.class, "sentences");

    private Speed() {}

    public static int lastNotch() {
        return NOTCHES.length - 1;
    }

    public static int firstNotch() {
        return FIRST;
    }

    /** Steps per second at a notch; positions between two count as the nearer. */
    public static double at(double notch) {
        return NOTCHES[(int) Math.max(0, Math.min(lastNotch(), Math.round(notch)))];
    }

    /** {@code 100 steps/s}, or in words at the last notch. */
    public static String label(double notch) {
        double speed = at(notch);
        return Double.isInfinite(speed)
                ? TEXTS.get("speed.unlimited")
                : TEXTS.get(speed == 1 ? "speed.one" : "speed.many", Numbers.grouped(Math.round(speed)));
    }
}
