package shiftscope.data;

import shiftscope.config.BadInputException;
import shiftscope.config.RandomStream;
import shiftscope.config.Tape;

/**
 * Which examples each mini-batch holds. Every epoch puts all examples in a fresh random order (Fisher and Yates) and cuts it into
 * whole batches; the remainder, fewer than one batch, is left out of that epoch.
 *
 * <p>The order depends on nothing but the two sizes and the stream, so that runs with equal seeds see equal batches.
 */
public final class BatchOrder {
    private final int[] order;
    private final int[] batch;
    private final RandomStream stream;
    private int used;

    /**
     * Starts before the first epoch.
     *
     * @param examples size n of the training set
     * @param batchSize examples per mini-batch m
     * @param stream drawn from at the first batch of each epoch, and owned by this object from now on
     * @throws BadInputException if m is not in 1 … n
     */
    public BatchOrder(int examples, int batchSize, RandomStream stream) {
        if (batchSize < 1 || batchSize > examples) {
            throw new BadInputException("training.batchSize is " + batchSize + ", but the training set has only " + examples
                    + " examples; accepted are 1 to " + examples + ".");
        }
        order = new int[examples];
        for (int i = 0; i < examples; i++) {
            order[i] = i;
        }
        batch = new int[batchSize];
        this.stream = stream;
        used = examples;
    }

    /**
     * The next mini-batch; allocates nothing.
     *
     * @return the indices of its m examples, in a buffer that the next call overwrites
     */
    public int[] next() {
        if (order.length - used < batch.length) {
            stream.shuffle(order);
            used = 0;
        }
        System.arraycopy(order, used, batch, 0, batch.length);
        used += batch.length;
        return batch;
    }

    /** The order of this epoch, how far it is used up, and the stream of the next ones. */
    public void exchange(Tape tape) {
        tape.numbers(order, order.length);
        used = (int) tape.number(used);
        stream.exchange(tape);
    }

    /** Mini-batches in an epoch: {@code floor(n / m)}. */
    public int batchesPerEpoch() {
        return order.length / batch.length;
    }
}
