package shiftscope.lesson;

/**
 * What came of a claim.
 *
 * @param value what was compared with the bounds; NaN while open, or if there was no such number
 * @param left the first number
 * @param right the second; NaN if there is none
 */
public record Verdict(Result result, double value, double left, double right) {
    /** Not measured yet. */
    public static final Verdict OPEN = new Verdict(Result.OPEN, Double.NaN, Double.NaN, Double.NaN);

    /** How it may come out. */
    public enum Result {
        OPEN,
        HELD,
        FAILED
    }
}
