package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.BadInputException;
import shiftscope.config.Seed;

class BatchOrderTest {
    @ParameterizedTest
    @CsvSource({"10, 3, 3", "10, 10, 1", "10, 1, 10", "10, 6, 1", "1, 1, 1", "2000, 60, 33"})
    void anEpochIsWholeBatchesOfDifferentExamples(int examples, int batchSize, int batches) {
        BatchOrder order = new BatchOrder(examples, batchSize, new Seed(3).batchOrder());
        assertEquals(batches, order.batchesPerEpoch());
        for (int epoch = 0; epoch < 4; epoch++) {
            List<Integer> seen = epoch(order);
            assertEquals(batches * batchSize, new HashSet<>(seen).size());
            seen.forEach(example -> assertEquals(example, Math.floorMod(example, examples)));
        }
    }

    @Test
    void epochsDifferAndLeaveOutDifferentExamples() {
        BatchOrder order = new BatchOrder(100, 30, new Seed(3).batchOrder());
        List<Integer> first = epoch(order);
        List<Integer> second = epoch(order);
        assertNotEquals(first, second);
        assertNotEquals(new HashSet<>(first), new HashSet<>(second));
    }

    @Test
    void everyExampleIsEquallyLikelyInEveryPlace() {
        int[][] counts = new int[5][5];
        BatchOrder order = new BatchOrder(5, 5, new Seed(11).batchOrder());
        for (int epoch = 0; epoch < 10_000; epoch++) {
            int[] batch = order.next();
            for (int place = 0; place < 5; place++) {
                counts[place][batch[place]]++;
            }
        }
        for (int[] row : counts) {
            for (int count : row) {
                assertEquals(2000, count, 200, "five standard deviations are 200");
            }
        }
    }

    @Test
    void theOrderDependsOnTheSeedAlone() {
        BatchOrder one = new BatchOrder(50, 7, new Seed(5).batchOrder());
        BatchOrder same = new BatchOrder(50, 7, new Seed(5).batchOrder());
        for (int i = 0; i < 40; i++) {
            assertArrayEquals(one.next(), same.next());
        }
        assertNotEquals(
                epoch(new BatchOrder(50, 7, new Seed(5).batchOrder())), epoch(new BatchOrder(50, 7, new Seed(6).batchOrder())));
    }

    @Test
    void theBufferIsReused() {
        BatchOrder order = new BatchOrder(50, 7, new Seed(5).batchOrder());
        assertSame(order.next(), order.next());
    }

    @Test
    void aBatchLargerThanTheTrainingSetIsRefused() {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> new BatchOrder(400, 600, new Seed(1).batchOrder()));
        assertEquals(
                "training.batchSize is 600, but the training set has only 400 examples; accepted are 1 to 400.", refused.getMessage());
        assertThrows(BadInputException.class, () -> new BatchOrder(400, 0, new Seed(1).batchOrder()));
    }

    private static List<Integer> epoch(BatchOrder order) {
        List<Integer> seen = new ArrayList<>();
        for (int batch = 0; batch < order.batchesPerEpoch(); batch++) {
            for (int example : order.next()) {
                seen.add(example);
            }
        }
        return seen;
    }
}
