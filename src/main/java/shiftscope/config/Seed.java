package shiftscope.config;

/**
 * One number unfolded into independent streams, always in the same order, so that drawing more from one (say, noisier data) moves
 * no other.
 *
 * @param value any number
 */
public record Seed(long value) {
    /** The stream that generates examples and decides which are held out. */
    public RandomStream data() {
        return stream(0);
    }

    /** The stream that draws initial weights. */
    public RandomStream initialization() {
        return stream(1);
    }

    /** The stream that shuffles mini-batches. */
    public RandomStream batchOrder() {
        return stream(2);
    }

    /** The stream that noisy batch normalization draws from. */
    public RandomStream noise() {
        return stream(3);
    }

    /** The stream that decides what dropout drops. */
    public RandomStream dropout() {
        return stream(4);
    }

    private RandomStream stream(int index) {
        RandomStream root = new RandomStream(value);
        RandomStream split = root.split();
        for (int i = 0; i < index; i++) {
            split = root.split();
        }
        return split;
    }
}
