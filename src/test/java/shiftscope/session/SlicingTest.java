package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicingTest {
    private static Slice at(long step) {
        return new Slice(step, List.of(), List.of());
    }

    private static List<Long> steps(Slicing slicing) {
        return slicing.slices().stream().map(Slice::step).toList();
    }

    /** Takes every slice that is due at a recorded step. */
    private static Slicing after(int every, long steps) {
        Recording recording = new Recording(every);
        Slicing slicing = new Slicing(every);
        slicing.restart(at(0));
        LongStream.rangeClosed(1, steps).filter(recording::isDue).filter(slicing::isDue).forEach(step -> slicing.add(at(step)));
        return slicing;
    }

    @Test
    void everyRecordedStepIsKeptWhileThereIsRoom() {
        assertEquals(LongStream.rangeClosed(0, 99).map(i -> 20 * i).boxed().toList(), steps(after(20, 1_999)));
        assertEquals(Slicing.MOST, steps(after(1, 127)).size());
    }

    @Test
    void everyOtherOneIsForgottenWhenThereIsNoneLeft() {
        assertEquals(LongStream.rangeClosed(0, 64).map(i -> 2 * i).boxed().toList(), steps(after(1, 128)));
        assertEquals(LongStream.rangeClosed(0, 64).map(i -> 2 * i).boxed().toList(), steps(after(1, 129)), "129 is not due any more");
        assertEquals(LongStream.rangeClosed(0, 64).map(i -> 4 * i).boxed().toList(), steps(after(1, 256)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 20, 100, 1_000})
    void areBoundedAndAlwaysTheMultiplesOfAStrideAmongTheRecorded(int every) {
        Recording recording = new Recording(every);
        Slicing slicing = new Slicing(every);
        slicing.restart(at(0));
        List<Long> recorded = new ArrayList<>(List.of(0L));
        for (long step = every; step <= 400_000; step += every) {
            if (!recording.isDue(step)) {
                continue;
            }
            recorded.add(step);
            if (slicing.isDue(step)) {
                slicing.add(at(step));
            }
            assertTrue(slicing.slices().size() <= Slicing.MOST);
        }
        List<Long> kept = steps(slicing);
        boolean found = LongStream.iterate(every, stride -> stride <= 400_000, stride -> 2 * stride)
                .anyMatch(stride -> kept.equals(recorded.stream().filter(step -> step % stride == 0).toList()));
        assertTrue(found, () -> "no stride: " + kept);
        assertEquals(0, kept.get(0));
        assertTrue(recorded.size() <= Slicing.MOST || kept.size() >= Slicing.MOST / 4, () -> "so few: " + kept);
    }

    @Test
    void beginsAnewWithAnotherStepZero() {
        Slicing slicing = after(1, 1_000);
        assertFalse(slicing.isDue(1));
        slicing.restart(at(0));

        assertEquals(List.of(0L), steps(slicing));
        assertTrue(slicing.isDue(1));
    }

    @Test
    void aListHandedOutIsNeverChanged() {
        Slicing slicing = after(1, 10);
        List<Slice> before = slicing.slices();
        slicing.add(at(11));

        assertEquals(11, before.size());
        assertEquals(12, slicing.slices().size());
        assertThrows(UnsupportedOperationException.class, before::clear);
    }
}
