package shiftscope.engine;

import shiftscope.config.RandomStream;
import shiftscope.config.Tape;

/**
 * What a training pass draws: the noise behind a normalizer and what dropout drops, each from a stream of its own, layer after layer
 * from the input. Only the training pass is given one. A pass that measures has none, so looking draws nothing.
 *
 * @param noise what {@link Noise} draws from, in layers with noisy batch normalization
 * @param dropout what {@link Dropout} draws from, in every hidden layer if {@code rate} is greater than 0
 * @param rate the share of outputs that dropout sets to 0, from 0 to less than 1
 */
public record Chance(RandomStream noise, RandomStream dropout, double rate) {
    /** How far both streams are. */
    public void exchange(Tape tape) {
        noise.exchange(tape);
        dropout.exchange(tape);
    }

    boolean drops() {
        return rate > 0;
    }
}
