package shiftscope.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Waiting for another thread: for a condition, and not for ever. */
final class Patience {
    private static final long LIMIT = 120_000_000_000L;

    /** Between two looks, so that whoever is waited for has the processor. */
    private static final long POLL = 1_000_000;

    private Patience() {}

    static void waitUntil(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > LIMIT) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(POLL);
        }
    }

    /** Takes snapshots until one is as wanted. */
    static Snapshot await(Trainer trainer, String what, Predicate<Snapshot> wanted) {
        Snapshot[] last = new Snapshot[1];
        waitUntil("a snapshot shows " + what, () -> {
            Snapshot taken = trainer.take().orElse(null);
            last[0] = taken;
            return taken != null && wanted.test(taken);
        });
        return last[0];
    }

    static Snapshot awaitPause(Trainer trainer, long step) {
        return await(trainer, "a pause at step " + step, snapshot -> !snapshot.playing() && snapshot.step() == step);
    }

    /** Has the training thread wait until the latch is counted down; returns when it does. */
    static CountDownLatch hold(Trainer trainer) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        trainer.post(() -> {
            reached.countDown();
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        reached.await();
        return hold;
    }
}
