package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/** Sees every trained parameter of a network with its gradient, always in the same order. */
public interface ParameterVisitor {
    /** What a parameter is. */
    enum Kind {
        WEIGHTS,
        BIAS,
        GAMMA,
        BETA
    }

    /**
     * @param value the live parameter
     * @param gradient of the loss, of the same shape
     */
    void visit(Kind kind, DMatrixRMaj value, DMatrixRMaj gradient);
}
