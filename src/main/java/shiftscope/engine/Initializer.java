package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.InitializationKind;
import shiftscope.config.RandomStream;

/** Draws initial weights. */
final class Initializer {
    private Initializer() {}

    /**
     * @param sigma standard deviation of {@link InitializationKind#GAUSSIAN}
     * @param weights inputs × units, overwritten in row order
     */
    static void draw(InitializationKind kind, double sigma, DMatrixRMaj weights, RandomStream stream) {
        double deviation = switch (kind) {
            case GAUSSIAN -> sigma;
            case XAVIER -> Math.sqrt(2.0 / (weights.numRows + weights.numCols));
            case LECUN, ORTHOGONAL, ZERO, CONSTANT -> throw new UnsupportedOperationException();
            case HE -> Math.sqrt(2.0 / weights.numRows);
        };
        for (int i = 0; i < weights.getNumElements(); i++) {
            weights.data[i] = deviation * stream.gaussian();
        }
    }
}
