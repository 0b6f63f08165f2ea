package shiftscope.ui.model;

/** Runs something a moment later, unless it is started again before. */
@FunctionalInterface
public interface Delay {
    /** Forgets what was waiting and waits for this instead. */
    void restart(Runnable then);
}
