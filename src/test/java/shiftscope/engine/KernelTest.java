package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class KernelTest {
    /** Whatever else the machine does: waiting for the choice has an end, with which a benchmark may begin to measure. */
    @Test
    void aKernelIsChosenInTheEnd() {
        Kernel.prepare();
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            while (!Kernel.isChosen()) {
                LockSupport.parkNanos(1_000_000);
            }
        });
    }
}
