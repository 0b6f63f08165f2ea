package shiftscope.session;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;

/**
 * A forward pass written a second time, in the plainest loops, to hold the session's numbers against. It reads the network's
 * parameters and nothing else of the engine.
 */
final class OwnForward {
    /** Rows × units of one quantity, for each layer. */
    final double[][][] input;
    final double[][][] z;
    final double[][][] normalized;
    final double[][][] scaled;
    final double[][][] activated;
    final double[][] logits;

    OwnForward(Network network, double[][] rows, Statistics statistics) {
        int layers = network.layers().size();
        input = new double[layers][][];
        z = new double[layers][][];
        normalized = new double[layers][][];
        scaled = new double[layers][][];
        activated = new double[layers][][];
        double[][] x = rows;
        for (int i = 0; i < layers; i++) {
            x = layer(network.layers().get(i), i, x, statistics);
        }
        logits = x;
    }

    private double[][] layer(Layer layer, int i, double[][] x, Statistics statistics) {
        input[i] = x;
        z[i] = affine(x, layer.dense().weights(), layer.dense().bias());
        normalized[i] = z[i];
        scaled[i] = z[i];
        if (layer.normalizer().isPresent() && layer.placement() == Placement.AFTER) {
            activated[i] = activate(layer.activation(), z[i]);
            normalize(layer.normalizer().get(), i, activated[i], statistics);
            return scaled[i];
        }
        if (layer.normalizer().isPresent()) {
            normalize(layer.normalizer().get(), i, z[i], statistics);
        }
        activated[i] = activate(layer.activation(), scaled[i]);
        return activated[i];
    }

    private void normalize(Normalizer normalizer, int i, double[][] x, Statistics statistics) {
        normalized[i] = new double[x.length][x[0].length];
        scaled[i] = new double[x.length][x[0].length];
        if (normalizer instanceof BatchNorm batch) {
            overBatch(batch, normalized[i], x, statistics);
        } else {
            overUnits(normalizer, normalized[i], x);
        }
        for (int row = 0; row < x.length; row++) {
            for (int unit = 0; unit < x[0].length; unit++) {
                scaled[i][row][unit] = normalizer.gamma().data[unit] * normalized[i][row][unit] + normalizer.beta().data[unit];
            }
        }
    }

    private static void overUnits(Normalizer normalizer, double[][] hat, double[][] x) {
        for (int row = 0; row < x.length; row++) {
            double mean = normalizer.kind() == Normalization.LAYER ? Arrays.stream(x[row]).average().orElseThrow() : 0;
            double square = Arrays.stream(x[row]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            for (int unit = 0; unit < x[row].length; unit++) {
                hat[row][unit] = (x[row][unit] - mean) / Math.sqrt(square + normalizer.epsilon());
            }
        }
    }

    private static void overBatch(BatchNorm normalizer, double[][] hat, double[][] x, Statistics statistics) {
        for (int unit = 0; unit < x[0].length; unit++) {
            double mean = mean(x, unit);
            double variance = 0;
            for (double[] row : x) {
                variance += (row[unit] - mean) * (row[unit] - mean) / x.length;
            }
            if (statistics == Statistics.RUNNING) {
                mean = normalizer.runningMean()[unit];
                variance = normalizer.runningVariance()[unit];
            } else if (statistics == Statistics.POPULATION) {
                mean = normalizer.populationMean()[unit];
                variance = normalizer.populationVariance()[unit];
            }
            for (int row = 0; row < x.length; row++) {
                hat[row][unit] = (x[row][unit] - mean) / Math.sqrt(variance + normalizer.epsilon());
            }
        }
    }

    static double mean(double[][] x, int unit) {
        double sum = 0;
        for (double[] row : x) {
            sum += row[unit];
        }
        return sum / x.length;
    }

    private static double[][] affine(double[][] x, DMatrixRMaj weights, DMatrixRMaj bias) {
        double[][] out = new double[x.length][weights.numCols];
        for (int row = 0; row < x.length; row++) {
            for (int unit = 0; unit < weights.numCols; unit++) {
                double sum = bias.get(0, unit);
                for (int k = 0; k < weights.numRows; k++) {
                    sum += x[row][k] * weights.get(k, unit);
                }
                out[row][unit] = sum;
            }
        }
        return out;
    }

    private static double[][] activate(ActivationKind kind, double[][] y) {
        double[][] out = new double[y.length][y[0].length];
        for (int row = 0; row < y.length; row++) {
            for (int unit = 0; unit < y[row].length; unit++) {
                double value = y[row][unit];
                out[row][unit] = switch (kind) {
                    case SIGMOID -> 1 / (1 + StrictMath.exp(-value));
                    case TANH -> StrictMath.tanh(value);
                    case RELU -> value > 0 ? value : 0;
                    case LEAKY_RELU -> value > 0 ? value : 0.01 * value;
                    case IDENTITY -> value;
                };
            }
        }
        return out;
    }

    /** The quantity that the wall shows where a tap is asked for; gradients are not computed here. */
    double[][] values(Tap tap, int layer) {
        return switch (tap) {
            case INPUT -> input[layer];
            case PRE_ACTIVATION -> z[layer];
            case NORMALIZED -> normalized[layer];
            case SCALED -> scaled[layer];
            case ACTIVATION -> activated[layer];
            case GRADIENT -> throw new IllegalArgumentException("no gradients");
        };
    }

    /** Mean softmax cross-entropy of what came out. */
    double crossEntropy(int[] labels) {
        double total = 0;
        for (int row = 0; row < logits.length; row++) {
            double sum = 0;
            for (double logit : logits[row]) {
                sum += StrictMath.exp(logit);
            }
            total += StrictMath.log(sum) - logits[row][labels[row]];
        }
        return total / logits.length;
    }

    /** How many rows have their largest logit where the label is. */
    int right(int[] labels) {
        int right = 0;
        for (int row = 0; row < logits.length; row++) {
            int best = 0;
            for (int k = 0; k < logits[row].length; k++) {
                best = logits[row][k] > logits[row][best] ? k : best;
            }
            right += best == labels[row] ? 1 : 0;
        }
        return right;
    }

    /** The rows with these indices. */
    static double[][] rows(DMatrixRMaj matrix, int... indices) {
        double[][] rows = new double[indices.length][matrix.numCols];
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < matrix.numCols; k++) {
                rows[row][k] = matrix.get(indices[row], k);
            }
        }
        return rows;
    }
}
