package shiftscope.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import shiftscope.config.BadInputException;

/** Does many small things, several at a time, each on one thread: for many small nets that is faster than two threads for each. */
final class Workers {
    private static final int MOST = 1_024;

    private Workers() {}

    /**
     * How many there are to be.
     *
     * @param asked what {@code --workers} says; {@code null} for one per processor
     * @throws BadInputException if that is out of range
     */
    static int count(Integer asked) {
        int workers = asked == null ? Runtime.getRuntime().availableProcessors() : asked;
        return (int) inRange("--workers", workers, MOST);
    }

    /** @throws BadInputException unless what an option says is from 1 to {@code most} */
    static long inRange(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new BadInputException(option + " is " + value + "; accepted are whole numbers from 1 to " + most + ".");
        }
        return value;
    }

    /**
     * Returns when all are done. After a failure or an interruption no further one is begun, and those under way are interrupted; it returns
     * when they have ended.
     *
     * @param tasks begun in this order
     * @param workers how many threads, at least 1
     * @throws RuntimeException that of the first task that failed
     * @throws CancellationException if the calling thread is interrupted
     */
    static void all(List<Runnable> tasks, int workers) {
        ExecutorService threads = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Void> done = new ExecutorCompletionService<>(threads);
            tasks.forEach(task -> done.submit(task, null));
            for (int i = 0; i < tasks.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            end(threads);
        }
    }

    /** Returns when no thread works any more; each looks every few steps whether it is to stop. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
