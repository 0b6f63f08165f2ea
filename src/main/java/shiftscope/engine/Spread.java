package shiftscope.engine;

/**
 * Where numbers lie and how far they spread: of each unit over a batch, or of each row over its units.
 *
 * @param mean 0 where the numbers are not centred
 * @param variance biased where it is that of the numbers themselves; of RMS normalization the mean square
 * @param inverse {@code 1 / sqrt(variance + ε)}, or 0 as {@link Deviations} says
 */
record Spread(double[] mean, double[] variance, double[] inverse) {
    /** Room for so many. */
    Spread(int count) {
        this(new double[count], new double[count], new double[count]);
    }
}
