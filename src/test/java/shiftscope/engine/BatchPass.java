package shiftscope.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.ejml.data.DMatrixRMaj;

/** One batch forward and back through a normalizer that stands alone. */
record BatchPass(
        double[] mean,
        double[] variance,
        DMatrixRMaj normalized,
        DMatrixRMaj y,
        DMatrixRMaj dx,
        DMatrixRMaj dGamma,
        DMatrixRMaj dBeta) {

    /** The pass of the golden {@code x} and {@code dy} with the statistics of x. */
    static BatchPass ofBatch(BatchNorm normalizer, JsonNode step) {
        return ofBatch(normalizer, GoldenKeys.matrix(step.get("x")), GoldenKeys.matrix(step.get("dy")));
    }

    /** The pass of {@code x} and {@code dy} with the statistics of x. */
    static BatchPass ofBatch(BatchNorm normalizer, DMatrixRMaj x, DMatrixRMaj dy) {
        BatchPass pass = buffers(x);
        BatchNorm.batchStatistics(x, pass.mean, pass.variance);
        normalizer.forward(x, pass.mean, pass.variance, pass.normalized, pass.y);
        normalizer.backwardBatch(pass.normalized, pass.variance, dy, pass.dx, pass.dGamma, pass.dBeta);
        return pass;
    }

    /** The pass of the golden {@code x} and {@code dy} with the running statistics. */
    static BatchPass ofRunning(BatchNorm normalizer, JsonNode step) {
        DMatrixRMaj x = GoldenKeys.matrix(step.get("x"));
        BatchPass pass = buffers(x);
        System.arraycopy(normalizer.runningMean(), 0, pass.mean, 0, x.numCols);
        System.arraycopy(normalizer.runningVariance(), 0, pass.variance, 0, x.numCols);
        normalizer.forward(x, pass.mean, pass.variance, pass.normalized, pass.y);
        normalizer.backwardConstant(
                pass.normalized, pass.variance, GoldenKeys.matrix(step.get("dy")), pass.dx, pass.dGamma, pass.dBeta);
        return pass;
    }

    private static BatchPass buffers(DMatrixRMaj x) {
        return new BatchPass(
                new double[x.numCols],
                new double[x.numCols],
                x.createLike(),
                x.createLike(),
                x.createLike(),
                new DMatrixRMaj(1, x.numCols),
                new DMatrixRMaj(1, x.numCols));
    }

    void track(BatchNorm normalizer) {
        normalizer.updateRunning(mean, variance, y.numRows);
    }

    /** By its golden name. */
    double[] quantity(String name) {
        return switch (name) {
            case "y" -> y.data;
            case "dx" -> dx.data;
            case "dgamma" -> dGamma.data;
            case "dbeta" -> dBeta.data;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
