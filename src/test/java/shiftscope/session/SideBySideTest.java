package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private int a;
    private int b;

    /** Plain fields: what either thread wrote is seen after {@code run}, and by the other in the next one. */
    @Test
    void bothAreDoneAndSeenAfterwards() {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (SideBySide two = new SideBySide(true)) {
                for (int i = 1; i <= 20_000; i++) {
                    two.run(() -> a++, () -> b++);
                    assertEquals(i, a);
                    assertEquals(i, b);
                    if (i % 5_000 == 0) {
                        Thread.sleep(5); // long enough for the second thread to fall asleep, so that it has to be woken
                    }
                }
            }
        });
    }

    @Test
    void theSecondHasAThreadOfItsOwnOnlyIfAskedFor() {
        Thread[] seen = new Thread[1];
        try (SideBySide one = new SideBySide(false); SideBySide two = new SideBySide(true)) {
            one.run(() -> a++, () -> seen[0] = Thread.currentThread());
            assertSame(Thread.currentThread(), seen[0]);
            // As long as A has not ended, only the second thread can have begun B.
            AtomicReference<Thread> second = new AtomicReference<>();
            assertTimeoutPreemptively(
                    LIMIT,
                    () -> two.run(
                            () -> {
                                while (second.get() == null) {
                                    Thread.onSpinWait();
                                }
                            },
                            () -> second.set(Thread.currentThread())));
            assertNotEquals(Thread.currentThread(), second.get());
        }
    }

    @Test
    void aFailureOfEitherIsThrownAndForgotten() {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (SideBySide two = new SideBySide(true)) {
                Runnable fails = () -> {
                    throw new UnsupportedOperationException("on purpose");
                };
                assertThrows(IllegalStateException.class, () -> two.run(() -> a++, fails));
                assertThrows(UnsupportedOperationException.class, () -> two.run(fails, () -> b++));
                assertEquals(1, b, "the other was not waited for");
                assertThrows(UnsupportedOperationException.class, () -> two.run(fails, fails));

                two.run(() -> a++, () -> b++);

                assertEquals(2, a);
                assertEquals(2, b);
            }
        });
    }

    @Test
    void afterCloseNobodyIsWaitedForInVain() {
        assertTimeoutPreemptively(LIMIT, () -> {
            SideBySide two = new SideBySide(true);
            two.run(() -> a++, () -> b++);
            two.close();

            two.run(() -> a++, () -> b++);

            assertEquals(2, a);
            assertEquals(2, b);
        });
    }
}
