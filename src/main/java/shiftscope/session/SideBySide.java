package shiftscope.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Does one thing for A and one for B, on the calling thread and on a second one at the same time, or one after the other. What the
 * two things touch must not overlap; then the results do not depend on which.
 *
 * <p>If the second thread has not begun by the time the caller is done with A, because something else has its core, the caller does B
 * as well, rather than wait for it.
 */
final class SideBySide implements AutoCloseable {
    /**
     * Nanoseconds for which a waiting thread stays awake: longer than A and B differ and than a mini-batch is away, since going to sleep
     * and being woken takes longer than that. What waits longer sleeps, and leaves its core to the window.
     */
    private static final long AWAKE = 200_000;

    /** Pauses in a row before a waiting thread looks at the clock and offers its core to whoever else wants it. */
    private static final int PAUSES = 32;

    private final Thread second;
    private volatile Thread caller;
    private final AtomicReference<Runnable> offered = new AtomicReference<>();
    private volatile boolean done;
    private volatile Throwable failure;
    private volatile boolean closed;

    SideBySide(boolean twoThreads) {
        second = twoThreads ? new Thread(this::work, "shiftscope-twin") : null;
        if (second != null) {
            second.setDaemon(true);
            second.start();
        }
    }

    boolean twoThreads() {
        return second != null;
    }

    /** Returns when both are done, also after {@link #close}. An exception of either is thrown here. */
    void run(Runnable a, Runnable b) {
        if (second == null || closed) {
            a.run();
            b.run();
            return;
        }
        caller = Thread.currentThread();
        failure = null;
        done = false;
        offered.set(b);
        LockSupport.unpark(second);
        try {
            a.run();
        } finally {
            Runnable left = offered.getAndSet(null);
            if (left != null) {
                runB(left);
            } else {
                awaitSecond();
            }
        }
        if (failure != null) {
            throw new IllegalStateException("run B failed", failure);
        }
    }

    private void runB(Runnable b) {
        try {
            b.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void awaitSecond() {
        long since = System.nanoTime();
        while (!done) {
            linger(since);
        }
    }

    /** Waits for a moment if the waiting began not long ago, and otherwise until somebody wakes this thread. */
    private void linger(long since) {
        if (System.nanoTime() - since >= AWAKE) {
            LockSupport.park(this);
            return;
        }
        for (int pause = 0; pause < PAUSES; pause++) {
            Thread.onSpinWait();
        }
        Thread.yield();
    }

    private void work() {
        long idleSince = System.nanoTime();
        while (!closed) {
            Runnable given = offered.get() == null ? null : offered.getAndSet(null);
            if (given == null) {
                linger(idleSince);
                continue;
            }
            runB(given);
            done = true;
            LockSupport.unpark(caller);
            idleSince = System.nanoTime();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (second != null) {
            LockSupport.unpark(second);
        }
    }
}
