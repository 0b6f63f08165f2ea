package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Normalization;
import shiftscope.config.Statistics;

/**
 * Normalization of each example over the units of its layer, with no regard to the others in its batch: layer normalization (Ba et
 * al. 2016), {@code x̂ = (x - μ) / sqrt(v + ε)} with the row's mean and biased variance, or RMS normalization (Zhang and Sennrich
 * 2019), {@code x̂ = x / sqrt(mean(x²) + ε)}. Then {@code y = γ x̂ + β}, unit by unit.
 *
 * <p>The paper on RMS normalization has a gain and no offset. Here it has a β as the others do, so that the switch γ, β means the same
 * everywhere. There are no statistics to gather: training and inference compute the same, also of one example alone.
 *
 * <p>A row that is constant has x̂ = 0 under layer normalization, and so has every row of a layer of one unit.
 */
public final class RowNorm extends Normalizer {
    private final boolean centres;

    /**
     * A normalizer with γ = 1 and β = 0.
     *
     * @param kind {@link Normalization#LAYER} or {@link Normalization#RMS}
     * @param epsilon ε, added to the variance or the mean square before the root
     * @param scaleShift whether γ and β are trained
     */
    public RowNorm(Normalization kind, int units, double epsilon, boolean scaleShift) {
        super(kind, units, epsilon, scaleShift);
        if (kind != Normalization.LAYER && kind != Normalization.RMS) {
            throw new IllegalArgumentException(kind + " does not normalize rows");
        }
        centres = kind == Normalization.LAYER;
    }

    @Override
    void forward(DMatrixRMaj x, Statistics statistics, NormalizerPass pass) {
        Spread spread = pass.ofRows;
        if (centres) {
            Rows.moments(x, spread.mean(), spread.variance());
        } else {
            Rows.meanSquares(x, spread.variance());
            Arrays.fill(spread.mean(), 0, x.numRows, 0);
        }
        Deviations.inverse(0, x.numRows, spread.variance(), epsilon(), spread.inverse());
        normalize(
                x.data, x.numRows, spread.mean(), spread.inverse(), gamma().data, beta().data, pass.normalizedToWrite().data,
                pass.scaled.data);
    }

    /** {@code x̂ = (x - mean) scale; y = γ x̂ + β}; the three last may be one. */
    private static void normalize(
            double[] x, int rows, double[] mean, double[] scale, double[] gamma, double[] beta, double[] normalized, double[] y) {
        int units = gamma.length;
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            double centre = mean[i];
            double factor = scale[i];
            for (int j = 0; j < units; j++) {
                normalized[row + j] = (x[row + j] - centre) * factor;
            }
            for (int j = 0; j < units; j++) {
                y[row + j] = gamma[j] * normalized[row + j] + beta[j];
            }
        }
    }

    /**
     * With {@code g = γ dy}: {@code dx = (g - mean(g) - x̂ mean(g x̂)) / s} over the row, without the first mean under RMS normalization.
     */
    @Override
    void backward(DMatrixRMaj dy, DMatrixRMaj dx, NormalizerPass pass) {
        pass.standardization.parameterGradients(
                pass.normalized().data, dy.data, dy.numRows, units(), pass.dGamma.data, pass.dBeta.data);
        inputGradient(centres, dy.numRows, pass.normalized().data, pass.ofRows.inverse(), gamma().data, dy.data, dx.data);
    }

    private static void inputGradient(
            boolean centres, int rows, double[] normalized, double[] scale, double[] gamma, double[] dy, double[] dx) {
        int units = gamma.length;
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            double sum = 0;
            double products = 0;
            for (int j = 0; j < units; j++) {
                double g = gamma[j] * dy[row + j];
                sum += g;
                products += g * normalized[row + j];
            }
            double meanGradient = centres ? sum / units : 0;
            double meanProduct = products / units;
            for (int j = 0; j < units; j++) {
                dx[row + j] = scale[i] * (gamma[j] * dy[row + j] - meanGradient - normalized[row + j] * meanProduct);
            }
        }
    }

    /** Layer normalization takes the mean over the units from a bias, and leaves how the units differ. */
    @Override
    boolean cancelsShift() {
        return false;
    }

    @Override
    RowNorm copy() {
        RowNorm copy = new RowNorm(kind(), units(), epsilon(), scaleShift());
        copy.copyScaleShift(this);
        return copy;
    }
}
