package shiftscope.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** What is said if the process is stopped, by Ctrl-C for instance, in the middle of some work. */
final class StopNotice {
    private StopNotice() {}

    /**
     * Does the work.
     *
     * @param sentence what becomes of what was done so far, if it is stopped
     */
    static void during(String sentence, Runnable work) {
        AtomicBoolean working = new AtomicBoolean(true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (working.get()) {
                System.err.println("\n" + sentence);
            }
        }));
        try {
            work.run();
        } finally {
            working.set(false);
        }
    }
}
