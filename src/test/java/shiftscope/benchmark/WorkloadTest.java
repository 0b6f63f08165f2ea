package shiftscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;

class WorkloadTest {
    static Workload of(String shape, int batch, LossKind loss) {
        return new Workload(
                Workload.widths(shape), batch, ActivationKind.SIGMOID, Normalization.BATCH, OptimizerKind.SGD, loss);
    }

    @Test
    void theShapeIsReadAndWrittenAlike() {
        assertEquals(List.of(784, 100, 10), Workload.widths("784-100-10"));
        assertEquals("784-100-10", of("784-100-10", 60, LossKind.CROSS_ENTROPY).shape());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "784", "784-10", "784-0-10", "784--10", "784-100-10-", "-784-100-10", "784-1e2-10", "784-2049-10",
            "784-99999999999-10", "784,100,10", "2-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1"})
    void anythingElseIsRefusedWithWhatWasGiven(String shape) {
        BadInputException refused = assertThrows(BadInputException.class, () -> of(shape, 60, LossKind.MEAN_SQUARED_ERROR));

        assertTrue(refused.getMessage().startsWith("--net is \"" + shape + "\"; accepted are 3 to 22"), refused.getMessage());
    }

    @Test
    void aBatchHasAVarianceAndFitsTheMemory() {
        for (int batch : new int[] {1, 0, -5, Workload.MOST_EXAMPLES + 1}) {
            assertTrue(assertThrows(BadInputException.class, () -> of("4-3-2", batch, LossKind.CROSS_ENTROPY))
                    .getMessage().startsWith("--batch is " + batch + ";"));
        }
    }

    @Test
    void oneOutputHasNoSoftmax() {
        assertEquals(LossKind.MEAN_SQUARED_ERROR, Workload.usualLoss(List.of(4, 3, 1)));
        assertEquals(LossKind.CROSS_ENTROPY, Workload.usualLoss(List.of(4, 3, 2)));
        assertTrue(assertThrows(BadInputException.class, () -> of("4-3-1", 8, LossKind.CROSS_ENTROPY))
                .getMessage().contains("always 0"));
    }

    /** Counted by hand: forward and dW of both layers, dx of the upper one only. */
    @Test
    void operationsAreThoseOfTheProductsThatAreNeeded() {
        assertEquals(
                2L * 8 * (5 * 4 + 4 * 3) + 2L * 8 * (5 * 4 + 4 * 3) + 2L * 8 * 4 * 3, of("5-4-3", 8, LossKind.CROSS_ENTROPY).flops());
        assertEquals(26_376_000, of("784-100-100-100-10", 60, LossKind.CROSS_ENTROPY).flops());
    }
}
