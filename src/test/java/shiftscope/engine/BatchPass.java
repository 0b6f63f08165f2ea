package shiftscope.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;

/** One batch forward and back through a normalizer that stands alone. */
record BatchPass(NormalizerPass pass, DMatrixRMaj dx) {
    /** The pass of the golden {@code x} and {@code dy} with the statistics of x. */
    static BatchPass ofBatch(Normalizer normalizer, JsonNode step) {
        return ofBatch(normalizer, GoldenKeys.matrix(step.get("x")), GoldenKeys.matrix(step.get("dy")));
    }

    /** The pass of {@code x} and {@code dy} with the statistics of x. */
    static BatchPass ofBatch(Normalizer normalizer, DMatrixRMaj x, DMatrixRMaj dy) {
        return of(normalizer, x, dy, Statistics.BATCH);
    }

    /** The pass of the golden {@code x} and {@code dy} with the running statistics. */
    static BatchPass ofRunning(Normalizer normalizer, JsonNode step) {
        return of(normalizer, GoldenKeys.matrix(step.get("x")), GoldenKeys.matrix(step.get("dy")), Statistics.RUNNING);
    }

    private static BatchPass of(Normalizer normalizer, DMatrixRMaj x, DMatrixRMaj dy, Statistics statistics) {
        BatchPass made = new BatchPass(new NormalizerPass(x.numRows, x.numCols), x.createLike());
        made.pass.forward(normalizer, x, statistics, null);
        made.pass.backward(normalizer, dy, made.dx);
        return made;
    }

    DMatrixRMaj normalized() {
        return pass.normalized();
    }

    DMatrixRMaj y() {
        return pass.scaled;
    }

    double[] mean() {
        return pass.ofUnits.mean();
    }

    double[] variance() {
        return pass.ofUnits.variance();
    }

    DMatrixRMaj dGamma() {
        return pass.dGamma;
    }

    void track(BatchNorm normalizer) {
        normalizer.updateRunning(mean(), variance(), y().numRows);
    }

    /** By its golden name. */
    double[] quantity(String name) {
        return switch (name) {
            case "y" -> pass.scaled.data;
            case "dx" -> dx.data;
            case "dgamma" -> pass.dGamma.data;
            case "dbeta" -> pass.dBeta.data;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
