package shiftscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The chains are computed, and come to 1 each: a compiler that left them out, or a link that is missing, would show. */
class PeakTest {
    @Test
    void plainChainsComeToOne() {
        PlainPeak peak = new PlainPeak();
        peak.make(3);

        assertEquals(3, peak.sum());
        assertEquals(1, peak.lanes());
    }

    @Test
    void vectorChainsComeToOneInEveryLane() {
        Peak peak = Peak.ofThisMachine();
        peak.make(3);

        assertTrue(peak.lanes() > 1, "the tests run without the module jdk.incubator.vector");
        assertEquals(3 * 12 * peak.lanes(), peak.sum());
        assertEquals(0, peak.flops() % (2L * 12 * peak.lanes()));
    }

    @Test
    void aPairMakesEachStepTwice() {
        try (PeakPair pair = new PeakPair()) {
            pair.make(3);

            assertEquals(2 * 3 * 12 * Peak.ofThisMachine().lanes(), pair.sum());
        }
    }
}
