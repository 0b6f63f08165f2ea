package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * What a kernel has to do in a step of a net with one layer of many units, normalized, and one of few: the loops that the nets most
 * runs begin with ask for.
 */
final class SampleStep {
    private static final int OUTPUTS = 10;
    private static final double EPSILON = 1e-5;

    private final int examples;
    private final int units;
    private final DMatrixRMaj inputs;
    private final DMatrixRMaj weights;
    private final DMatrixRMaj hidden;
    private final DMatrixRMaj shifted;
    private final DMatrixRMaj activated;
    private final DMatrixRMaj hiddenGradient;
    private final DMatrixRMaj weightsGradient;
    private final DMatrixRMaj outputWeights;
    private final DMatrixRMaj outputBias;
    private final DMatrixRMaj outputBiasGradient;
    private final DMatrixRMaj outputs;
    private final DMatrixRMaj outputWeightsGradient;
    private final Spread spread;
    private final double[] gamma;
    private final double[] dGamma;
    private final double[] dBeta;

    /**
     * Room for the numbers of a step.
     *
     * @param examples of a batch
     * @param inputs of the first layer
     * @param units of the first layer
     */
    SampleStep(int examples, int inputs, int units) {
        this.examples = examples;
        this.units = units;
        this.inputs = filled(examples, inputs);
        weights = filled(inputs, units);
        hidden = filled(examples, units);
        shifted = filled(examples, units);
        activated = filled(examples, units);
        hiddenGradient = filled(examples, units);
        weightsGradient = filled(inputs, units);
        outputWeights = filled(units, OUTPUTS);
        outputBias = filled(1, OUTPUTS);
        outputBiasGradient = filled(1, OUTPUTS);
        outputs = filled(examples, OUTPUTS);
        outputWeightsGradient = filled(units, OUTPUTS);
        spread = new Spread(units);
        gamma = new double[units];
        dGamma = new double[units];
        dBeta = new double[units];
    }

    private static DMatrixRMaj filled(int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        Arrays.fill(matrix.data, 1.0 / 7);
        return matrix;
    }

    /**
     * Forward and back. What comes out has no meaning, but stays finite. Arrays are overwritten where they are in training, and there
     * only: the compiler drops what it made of a loop when that meets what it never met.
     */
    void work(Arithmetic arithmetic) {
        Products products = arithmetic.products();
        Functions functions = arithmetic.functions();
        Standardization standardization = arithmetic.standardization();
        int all = examples * units;
        products.multiply(inputs, weights, null, hidden);
        standardization.forward(
                hidden.data, examples, units, true, spread, EPSILON, gamma, gamma, shifted.data);
        functions.sigmoid(shifted.data, activated.data, all);
        products.multiply(activated, outputWeights, outputBias, outputs);
        functions.allFinite(outputs.data, examples * OUTPUTS);
        functions.exp(outputs.data, outputs.data, examples * OUTPUTS);
        standardization.sum(outputs.data, examples, OUTPUTS, outputBiasGradient.data);
        products.multiplyTransposedLeft(activated, outputs, outputWeightsGradient);
        products.multiplyTransposedRight(outputs, outputWeights, hiddenGradient);
        standardization.backward(
                hidden.data, hiddenGradient.data, examples, units, spread, EPSILON, gamma, dGamma, dBeta, shifted.data);
        products.multiplyTransposedLeft(inputs, shifted, weightsGradient);
        functions.allFinite(weightsGradient.data, weightsGradient.getNumElements());
    }
}
