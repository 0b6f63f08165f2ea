package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.ActivationKind;

/** The nonlinearities φ and their derivatives, element by element. */
public final class Activation {
    /** Slope of {@link ActivationKind#LEAKY_RELU} below 0. */
    public static final double LEAK = 0.01;

    private Activation() {}

    /**
     * {@code a = φ(y)}.
     *
     * @param y batch × units, not modified unless it is {@code a}
     * @param a batch × units, overwritten; may be {@code y}
     */
    static void apply(ActivationKind kind, Functions functions, DMatrixRMaj y, DMatrixRMaj a) {
        int n = y.getNumElements();
        double[] in = y.data;
        double[] out = a.data;
        switch (kind) {
            case SIGMOID -> functions.sigmoid(in, out, n);
            case TANH -> functions.tanh(in, out, n);
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.max(0.0, in[i]);
                }
            }
            case LEAKY_RELU -> functions.gate(in, in, LEAK, out, n);
            case IDENTITY -> {
                if (in != out) {
                    System.arraycopy(in, 0, out, 0, n);
                }
            }
        }
    }

    /**
     * {@code dy = da · φ'(y)}. At y = 0 ReLU has derivative 0 and leaky ReLU has {@value #LEAK}.
     *
     * @param y batch × units, not modified
     * @param a φ(y), not modified
     * @param da ∂L/∂a, not modified unless it is {@code dy}
     * @param dy ∂L/∂y, overwritten; may be {@code da}
     */
    static void backward(
            ActivationKind kind, Functions functions, DMatrixRMaj y, DMatrixRMaj a, DMatrixRMaj da, DMatrixRMaj dy) {
        int n = y.getNumElements();
        double[] in = y.data;
        double[] out = a.data;
        double[] from = da.data;
        double[] to = dy.data;
        switch (kind) {
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    to[i] = from[i] * (out[i] * (1 - out[i]));
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    to[i] = from[i] * (1 - out[i] * out[i]);
                }
            }
            case RELU -> functions.gate(in, from, 0, to, n);
            case LEAKY_RELU -> functions.gate(in, from, LEAK, to, n);
            case IDENTITY -> {
                if (from != to) {
                    System.arraycopy(from, 0, to, 0, n);
                }
            }
        }
    }
}
