package shiftscope.benchmark;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The {@link Peak} on two threads at once: a step is one of each. Two processors with a core each are twice as fast as one; two threads of
 * one core, or processors that the host gives to others too, are not.
 */
final class PeakPair implements Steps, AutoCloseable {
    private final Peak here = Peak.ofThisMachine();
    private final Peak there = Peak.ofThisMachine();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread other = new Thread(task, "shiftscope-peak");
        other.setDaemon(true);
        return other;
    });

    @Override
    public void make(int steps) {
        Future<?> other = thread.submit(() -> there.make(steps));
        here.make(steps);
        try {
            other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What all rounds on both came to. */
    double sum() {
        return here.sum() + there.sum();
    }

    /** Ends the second thread. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
