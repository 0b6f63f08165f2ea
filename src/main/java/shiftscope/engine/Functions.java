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

    /** {@code y = e^x}, x brought back to [-708, 708]; parameters as {@link #sigmoid}. */
    void exp(double[] x, double[] y, int n);

    /** {@code y = tanh(x)}; parameters as {@link #sigmoid}. */
    void tanh(double[] x, double[] y, int n);

    /**
     * {@code out = x} where the gate is above 0, elsewhere {@code share · x}: leaky ReLU, and backward ReLU too.
     *
     * @param gate not modified unless it is {@code out}
     * @param x not modified unless it is {@code out}
     * @param share where it is 0, so is what it leaves, also of a number that is not finite
     * @param out overwritten; may be one of the others
     * @param n how many
     */
    void gate(double[] gate, double[] x, double share, double[] out, int n);

    /**
     * Whether every one of the first {@code n} numbers is finite.
     *
     * @param x not modified
     */
    boolean allFinite(double[] x, int n);
}
