package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;

class CapacityTest {
    @Test
    void fourHundredMillionNumbersAreTheMost() {
        assertDoesNotThrow(() -> Capacity.check("x", 200_000, 2_000, 1, 1L << 40));
        BadInputException refused =
                assertThrows(BadInputException.class, () -> Capacity.check("wide.csv", 200_000, 2_001, 1, 1L << 40));
        assertEquals(
                "wide.csv: 200000 examples of 2001 features are 400200000 numbers; accepted are up to 400000000 numbers, so take fewer "
                        + "with data.examples.",
                refused.getMessage());
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedBeforeItIsTaken() {
        assertDoesNotThrow(() -> Capacity.check("x", 1_000, 1_000, 1, 16 << 20));
        BadInputException refused =
                assertThrows(BadInputException.class, () -> Capacity.check("x", 1_000, 1_000, 2, 16 << 20));
        assertEquals(
                "x: 1000 examples of 1000 features need 15 MB of memory; accepted are up to 10 MB, the share that examples may take, "
                        + "so take fewer with data.examples.",
                refused.getMessage());
    }
}
