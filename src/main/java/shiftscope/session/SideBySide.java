package shiftscope.session;

import java.util.concurrent.locks.LockSupport;

/**
 * Does one thing for A and one for B, on the calling thread and on a second one at the same time, or one after the other. What the
 * two things touch must not overlap; then the results do not depend on which.
 */
final class SideBySide implements AutoCloseable {
    /** About twenty microseconds: shorter than a step, so that a waiting thread sleeps rather than burns a core the window needs. */
    private static final int SPINS = 400;

    private final Thread second;
    private volatile Thread caller;
    private volatile Runnable task;
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
        task = b;
        LockSupport.unpark(second);
        try {
            a.run();
        } finally {
            for (int spin = 0; task != null; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
        }
        if (failure != null) {
            throw new IllegalStateException("run B failed", failure);
        }
    }

    private void work() {
        int spin = 0;
        while (!closed) {
            Runnable given = task;
            if (given == null) {
                if (++spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
                continue;
            }
            spin = 0;
            try {
                given.run();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            task = null;
            LockSupport.unpark(caller);
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
