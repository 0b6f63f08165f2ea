package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Normalization;
import shiftscope.config.Statistics;

/**
 * A normalizer's part of a pass: y, x̂ or what it is computed from, the statistics that they were made with, and the noise drawn. Which
 * statistics there are depends on the kind: one of each unit, or one of each row.
 */
final class NormalizerPass {
    private final int capacity;
    private final DMatrixRMaj normalized;
    /** y = γx̂ + β, batch × units; in a training pass with noise, s·y + m. */
    final DMatrixRMaj scaled;

    /** 1 × units. */
    final DMatrixRMaj dGamma;

    final DMatrixRMaj dBeta;
    /** Of each unit over the batch. */
    final Spread ofUnits;
    /** Of each row over its units. */
    final Spread ofRows;
    /** γ over the deviation of each unit, where a gradient needs no more. */
    final double[] scale;

    /** What computes. */
    Standardization standardization = new PlainStandardization();

    /** Whether the gradient is to take the statistics of the units for constants. */
    boolean constantStatistics;

    /** Whether it was seen that all of y is finite, and after a way back all of ∂L/∂x. If not, they still may be. */
    boolean scaledKnownFinite;

    boolean gradientKnownFinite;

    private DMatrixRMaj input;
    private boolean normalizedDue;
    private boolean overBatch;
    private Noise noise;
    private boolean noisy;

    private NormalizerPass(DMatrixRMaj normalized, DMatrixRMaj scaled) {
        this.normalized = normalized;
        this.scaled = scaled;
        capacity = scaled.numRows;
        int units = scaled.numCols;
        dGamma = new DMatrixRMaj(1, units);
        dBeta = new DMatrixRMaj(1, units);
        ofUnits = new Spread(units);
        ofRows = new Spread(capacity);
        scale = new double[units];
    }

    /** Buffers for batches of up to so many rows. */
    NormalizerPass(int capacity, int units) {
        this(new DMatrixRMaj(capacity, units), new DMatrixRMaj(capacity, units));
    }

    /**
     * A pass that only goes forward and leaves y where x was.
     *
     * @param values of the largest shape they will have
     */
    static NormalizerPass inPlace(DMatrixRMaj values) {
        return new NormalizerPass(values, values);
    }

    void resize(int rows) {
        normalized.reshape(rows, normalized.numCols);
        scaled.reshape(rows, scaled.numCols);
    }

    /** What was last normalized over the batch, batch × units; gone if it was one of these buffers. */
    DMatrixRMaj input() {
        return input;
    }

    /** x̂, batch × units. Over the batch it is computed when it is first asked for after a pass: training does without it. */
    DMatrixRMaj normalized() {
        if (normalizedDue) {
            normalizedDue = false;
            int units = normalized.numCols;
            double[] mean = ofUnits.mean();
            double[] inverse = ofUnits.inverse();
            for (int i = 0, k = 0; i < normalized.numRows; i++) {
                for (int j = 0; j < units; j++, k++) {
                    normalized.data[k] = (input.data[k] - mean[j]) * inverse[j];
                }
            }
        }
        return normalized;
    }

    /** x̂, for who writes it at once. */
    DMatrixRMaj normalizedToWrite() {
        normalizedDue = false;
        return normalized;
    }

    /** x̂ is left to be computed, of these with the spread of the units as it stands. */
    void owesNormalized(DMatrixRMaj x) {
        input = x;
        normalizedDue = true;
    }

    /**
     * @param x batch × units, not modified unless it is one of these buffers
     * @param chance what noise is drawn from; {@code null} if this is not a training pass
     */
    void forward(Normalizer normalizer, DMatrixRMaj x, Statistics statistics, Chance chance) {
        overBatch = normalizer.kind().overBatch();
        scaledKnownFinite = false;
        normalizer.forward(x, statistics, this);
        noisy = chance != null && normalizer.kind() == Normalization.NOISY_BATCH;
        if (noisy) {
            if (noise == null) {
                noise = new Noise(capacity, scaled.numCols);
            }
            noise.apply(chance.noise(), scaled);
            scaledKnownFinite = false;
        }
    }

    /**
     * @param dy the gradient of {@link #scaled}, overwritten
     * @param dx ∂L/∂x, overwritten; may be {@code dy}
     */
    void backward(Normalizer normalizer, DMatrixRMaj dy, DMatrixRMaj dx) {
        if (noisy) {
            noise.backward(dy);
        }
        gradientKnownFinite = false;
        normalizer.backward(dy, dx, this);
    }

    /** Whether every variance that was divided by is finite. One that is not would make x̂ a finite 0. */
    boolean statisticsAreFinite() {
        double[] variances = (overBatch ? ofUnits : ofRows).variance();
        int n = overBatch ? scaled.numCols : scaled.numRows;
        for (int k = 0; k < n; k++) {
            if (!Double.isFinite(variances[k])) {
                return false;
            }
        }
        return true;
    }
}
