package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.InitializationKind;
import shiftscope.config.RandomStream;

/** Draws initial weights. */
final class Initializer {
    private Initializer() {}

    /**
     * @param sigma standard deviation of {@link InitializationKind#GAUSSIAN}, value of {@link InitializationKind#CONSTANT}
     * @param weights inputs × units, overwritten
     * @param stream gives a number for each weight, in row order; none where nothing is random
     */
    static void draw(InitializationKind kind, double sigma, DMatrixRMaj weights, RandomStream stream) {
        switch (kind) {
            case GAUSSIAN -> normal(sigma, weights, stream);
            case XAVIER -> normal(Math.sqrt(2.0 / (weights.numRows + weights.numCols)), weights, stream);
            case HE -> normal(Math.sqrt(2.0 / weights.numRows), weights, stream);
            case LECUN -> normal(Math.sqrt(1.0 / weights.numRows), weights, stream);
            case ORTHOGONAL -> {
                normal(1, weights, stream);
                orthonormalize(weights);
            }
            case ZERO -> CommonOps_DDRM.fill(weights, 0);
            case CONSTANT -> CommonOps_DDRM.fill(weights, sigma);
        }
    }

    private static void normal(double deviation, DMatrixRMaj weights, RandomStream stream) {
        for (int i = 0; i < weights.getNumElements(); i++) {
            weights.data[i] = deviation * stream.gaussian();
        }
    }

    /** Makes the columns orthonormal, or the rows where there are fewer of them. */
    static void orthonormalize(DMatrixRMaj weights) {
        if (weights.numRows >= weights.numCols) {
            GramSchmidt.orthonormalize(weights);
        } else {
            DMatrixRMaj transposed = CommonOps_DDRM.transpose(weights, null);
            GramSchmidt.orthonormalize(transposed);
            CommonOps_DDRM.transpose(transposed, weights);
        }
    }
}
