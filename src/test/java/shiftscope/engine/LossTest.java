package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.LossKind;

class LossTest {
    private final RandomMatrices random = new RandomMatrices(120);

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void gradientAgreesWithDifferences(LossKind kind) {
        for (int rows : new int[] {1, 2, 7}) {
            DMatrixRMaj logits = random.gaussian(rows, 4);
            // Rows of one-hot targets are a corner of what is allowed: any row that sums to 1.
            DMatrixRMaj targets = random.gaussian(rows, 4);
            for (int i = 0; i < rows; i++) {
                targets.set(i, 3, 1 - targets.get(i, 0) - targets.get(i, 1) - targets.get(i, 2));
            }
            Loss loss = Loss.of(kind);
            DMatrixRMaj gradient = new DMatrixRMaj(rows, 4);
            assertEquals(loss.value(logits, targets), loss.valueAndGradient(logits, targets, new PlainFunctions(), gradient));
            DMatrixRMaj differences = FiniteDifference.gradient(logits, () -> loss.value(logits, targets));
            FiniteDifference.assertGradient(kind.toString(), differences, gradient);
        }
    }

    @Test
    void crossEntropyOfEqualLogitsIsTheLogarithmOfTheirNumber() {
        assertEquals(Math.log(5), new CrossEntropy().value(new DMatrixRMaj(3, 5), random.oneHot(3, 5)), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000, 1e300})
    void crossEntropyOfHugeLogitsIsFinite(double size) {
        DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{size, 0, -size}, {-size, size, 0}});
        DMatrixRMaj right = new DMatrixRMaj(new double[][] {{1, 0, 0}, {0, 1, 0}});
        DMatrixRMaj wrong = new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 1}});
        assertEquals(0, new CrossEntropy().value(logits, right));
        assertEquals(size, new CrossEntropy().value(logits, wrong), 1e-12 * size);
        DMatrixRMaj gradient = new DMatrixRMaj(2, 3);
        assertEquals(new CrossEntropy().value(logits, wrong), new CrossEntropy().valueAndGradient(logits, wrong, new PlainFunctions(), gradient));
        assertTrue(FiniteTest.allFinite(gradient));
        assertEquals(0.5, gradient.get(0, 0));
        assertEquals(-0.5, gradient.get(0, 1));
    }

    @Test
    void binaryCrossEntropyIsTheMeanOverRowsAndOutputs() {
        DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{0.3, -1.2}, {2, 0}, {-4, 0.7}});
        DMatrixRMaj targets = new DMatrixRMaj(new double[][] {{1, 0}, {0.25, 1}, {0, 1}});
        double total = 0;
        for (int i = 0; i < 6; i++) {
            double probability = 1 / (1 + Math.exp(-logits.data[i]));
            total -= targets.data[i] * Math.log(probability) + (1 - targets.data[i]) * Math.log(1 - probability);
        }
        assertEquals(total / 6, new BinaryCrossEntropy().value(logits, targets), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000, 1e300})
    void binaryCrossEntropyOfHugeLogitsIsFinite(double size) {
        DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{size, -size}});
        DMatrixRMaj right = new DMatrixRMaj(new double[][] {{1, 0}});
        DMatrixRMaj wrong = new DMatrixRMaj(new double[][] {{0, 1}});
        DMatrixRMaj gradient = new DMatrixRMaj(1, 2);
        assertEquals(0, new BinaryCrossEntropy().valueAndGradient(logits, right, new PlainFunctions(), gradient), 1e-300);
        assertEquals(0, gradient.get(0, 0), 1e-300);
        assertEquals(0, gradient.get(0, 1), 1e-300);
        assertEquals(size, new BinaryCrossEntropy().valueAndGradient(logits, wrong, new PlainFunctions(), gradient));
        assertEquals(0.5, gradient.get(0, 0));
        assertEquals(-0.5, gradient.get(0, 1));
    }

    /** Far on the right side, {@code -log σ(z)} is {@code e^-z}; taken from a σ that rounds to 1 it would be 0. */
    @Test
    void binaryCrossEntropyKeepsItsDigitsNearZero() {
        DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{40}});
        DMatrixRMaj target = new DMatrixRMaj(new double[][] {{1}});
        assertEquals(1, new BinaryCrossEntropy().value(logits, target) / Math.exp(-40), 1e-14);
    }

    /** However few exponentials are computed, the bits are those of the formula with each where it stands. */
    @Test
    void crossEntropyHasTheBitsOfItsFormula() {
        for (int rows : new int[] {1, 3, 60}) {
            for (int outputs : new int[] {1, 2, 10, 13}) {
                DMatrixRMaj logits = random.gaussian(rows, outputs);
                for (int i = 0; i < logits.getNumElements(); i += 5) {
                    logits.data[i] *= 50;
                }
                DMatrixRMaj targets = random.oneHot(rows, outputs);
                DMatrixRMaj gradient = new DMatrixRMaj(rows, outputs);
                double value = new CrossEntropy().valueAndGradient(logits, targets, new PlainFunctions(), gradient);
                double total = 0;
                for (int i = 0; i < rows; i++) {
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int k = 0; k < outputs; k++) {
                        largest = Math.max(largest, logits.get(i, k));
                    }
                    double sum = 0;
                    for (int k = 0; k < outputs; k++) {
                        sum += Elementary.exp(logits.get(i, k) - largest);
                    }
                    for (int k = 0; k < outputs; k++) {
                        total += targets.get(i, k) * (largest + StrictMath.log(sum) - logits.get(i, k));
                        double probability = Elementary.exp(logits.get(i, k) - largest) / sum;
                        assertEquals((probability - targets.get(i, k)) / rows, gradient.get(i, k));
                    }
                }
                assertEquals(total / rows, value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void lossOfLogitsThatAreNotFiniteIsNotFinite(double number) {
        DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{number, 0, 1}});
        DMatrixRMaj targets = new DMatrixRMaj(new double[][] {{0, 1, 0}});
        assertFalse(Double.isFinite(new CrossEntropy().value(logits, targets)));
        assertFalse(Double.isFinite(new BinaryCrossEntropy().value(logits, targets)));
        assertFalse(Double.isFinite(new MeanSquaredError().value(logits, targets)));
    }

    @Test
    void meanSquaredErrorIsTheMeanOverRowsAndOutputsWithoutAHalf() {
        DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        assertEquals((1 + 4 + 9 + 16 + 25 + 36) / 6.0, new MeanSquaredError().value(logits, new DMatrixRMaj(3, 2)), 1e-15);
    }
}
