package shiftscope.ui.model;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;

/** Where a window measures what the runs on screen do not: beside them, on threads that may take minutes. */
public final class Laboratory {
    private final Executor aside;
    private final Executor front;

    Laboratory(Executor aside, Executor front) {
        this.aside = aside;
        this.front = front;
    }

    /** Something that is being measured. */
    @FunctionalInterface
    public interface Job {
        /** Ends it by interrupting its thread; nobody is told of its result then. */
        void cancel();
    }

    /**
     * Measures something.
     *
     * @param work looks every now and then whether its thread is interrupted, and throws {@link CancellationException} then
     * @param then is given the result, in the front
     * @param refused is given a sentence if there is none, in the front
     */
    public <T> Job measure(Callable<T> work, Consumer<T> then, Consumer<String> refused) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        FutureTask<T> task = new FutureTask<>(work) {
            @Override
            protected void done() {
                front.execute(() -> {
                    // It may have been done before it was cancelled, and told of after.
                    if (wanted.get()) {
                        deliver(this, then, refused);
                    }
                });
            }
        };
        aside.execute(task);
        return () -> {
            wanted.set(false);
            task.cancel(true);
        };
    }

    /** Does something in the front, to tell of progress. */
    public void inFront(Runnable action) {
        front.execute(action);
    }

    private static <T> void deliver(FutureTask<T> task, Consumer<T> then, Consumer<String> refused) {
        try {
            then.accept(task.get());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                if (!(e.getCause() instanceof BadInputException)) {
                    Trouble.log("A measurement failed", e.getCause());
                }
                refused.accept(Trouble.sentence(e.getCause()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
