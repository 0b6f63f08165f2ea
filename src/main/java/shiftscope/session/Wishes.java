package shiftscope.session;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** What others want the training thread to do between two steps, in the order in which they said so. Any thread may say so. */
final class Wishes {
    private final ConcurrentLinkedQueue<Wish> queue = new ConcurrentLinkedQueue<>();
    private final BooleanSupplier onTheWay;

    /** @param there whether it may be done only where the thread was sent to before */
    private record Wish(boolean there, Runnable change) {}

    /** @param onTheWay whether the thread has yet to go to where it was sent */
    Wishes(BooleanSupplier onTheWay) {
        this.onTheWay = onTheWay;
    }

    /** To be done between the next two steps. */
    void add(Runnable change) {
        queue.add(new Wish(false, change));
    }

    /** To be done when the thread is where it was sent to; what is wished for later waits as well. */
    void addThere(Runnable change) {
        queue.add(new Wish(true, change));
    }

    /**
     * Does what can be done now, on the training thread.
     *
     * @return whether there was anything
     */
    boolean grant() {
        boolean any = false;
        for (Wish wish = queue.peek(); wish != null && !(wish.there() && onTheWay.getAsBoolean()); wish = queue.peek()) {
            queue.remove();
            wish.change().run();
            any = true;
        }
        return any;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
