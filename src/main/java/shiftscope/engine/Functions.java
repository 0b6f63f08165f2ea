package shiftscope.engine;

/**
 * The functions of the activations over whole arrays, and whether these are finite. Both implementations take the steps of {@link Elementary} in the same order, so
 * they give the same bits.
 */
interface Functions {
    /**
     * {@code y = 1 / (1 + e^-x)}.
     *
     * @param x not modified unless it is {@code y}
     * @param y overwritten; may be {@code x}
     * @param n how many
     */
    void sigmoid(double[] x, double[] y, int n);

    /** {@code y = tanh(x)}; parameters as {@link #sigmoid}. */
    void tanh(double[] x, double[] y, int n);

    /**
     * Whether every one of the first {@code n} numbers is finite.
     *
     * @param x not modified
     */
    boolean allFinite(double[] x, int n);
}
