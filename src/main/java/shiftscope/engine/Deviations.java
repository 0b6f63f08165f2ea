package shiftscope.engine;

/**
 * Quotients with deviations {@code sqrt(variance + ε)}. Where v and ε are 0 there is nothing to divide by, and the quotient is 0, so that x̂
 * is 0 as for every other ε. Each is computed in two loops: without a branch beside the division the compiler takes several at a time.
 */
final class Deviations {
    private Deviations() {}

    /**
     * {@code 1 / sqrt(variance + ε)} from {@code begin} to before {@code end}.
     *
     * @param variance not modified
     * @param quotients overwritten there
     */
    static void inverse(int begin, int end, double[] variance, double epsilon, double[] quotients) {
        for (int k = begin; k < end; k++) {
            quotients[k] = 1 / Math.sqrt(variance[k] + epsilon);
        }
        zeroWithoutDeviation(begin, end, variance, epsilon, quotients);
    }

    /**
     * {@code numerators / sqrt(variance + ε)} from {@code begin} to before {@code end}.
     *
     * @param numerators not modified
     * @param variance not modified
     * @param quotients overwritten there
     */
    static void divide(int begin, int end, double[] numerators, double[] variance, double epsilon, double[] quotients) {
        for (int k = begin; k < end; k++) {
            quotients[k] = numerators[k] / Math.sqrt(variance[k] + epsilon);
        }
        zeroWithoutDeviation(begin, end, variance, epsilon, quotients);
    }

    private static void zeroWithoutDeviation(int begin, int end, double[] variance, double epsilon, double[] quotients) {
        for (int k = begin; k < end; k++) {
            quotients[k] = variance[k] + epsilon == 0 ? 0 : quotients[k];
        }
    }
}
