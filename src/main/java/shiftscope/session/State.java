package shiftscope.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.data.Dataset;
import shiftscope.engine.BitHash;

/**
 * Everything that decides how a pair of runs goes on, as it was on arrival at a step, before any command of that step: weights, γ, β,
 * running statistics, what the optimizers remember, the order of the data and every stream of random numbers. What switches say is in the
 * experiment of then.
 *
 * @param step updates made
 * @param bytes in the order in which the parts of a pair of runs write themselves, between a number that tells for which runs they are and
 *     a checksum; not to be modified
 */
public record State(long step, byte[] bytes) {
    private static final int WORD = Long.BYTES;

    /** A number that decides which runs can be brought to a state: those of an experiment on such data. */
    static long shape(Experiment experiment, Dataset dataset) {
        BitHash hash = new BitHash();
        hash.add(dataset.train().size());
        hash.add(dataset.features());
        hash.add(dataset.outputs());
        hash.add(experiment.training().batchSize());
        hash.add(experiment.training().optimizer().name().hashCode());
        List<Integer> hidden = experiment.network().hidden();
        for (int layer = 1; layer <= hidden.size(); layer++) {
            hash.add(hidden.get(layer - 1));
            hash.add(experiment.a().normalization(layer).name().hashCode());
            hash.add(experiment.b().normalization(layer).name().hashCode());
        }
        return hash.value();
    }

    /**
     * A state from what runs have written.
     *
     * @param shape what such runs are
     * @param body not modified, nor kept
     */
    static State of(long step, long shape, byte[] body) {
        byte[] bytes = new byte[body.length + 2 * WORD];
        System.arraycopy(body, 0, bytes, WORD, body.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(0, shape);
        buffer.putLong(bytes.length - WORD, hash(buffer.asLongBuffer(), bytes.length / WORD - 1));
        return new State(step, bytes);
    }

    /**
     * What the runs have written.
     *
     * @param shape what the runs are that are to read it
     * @throws BadInputException if it is damaged, or of other runs
     */
    byte[] body(long shape) {
        int words = bytes.length / WORD;
        LongBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        if (bytes.length % WORD != 0 || words < 3 || numbers.get(words - 1) != hash(numbers, words - 1) || numbers.get(1) != step) {
            throw new BadInputException("The state of step " + step
                    + " is damaged: its numbers do not fit their checksum; accepted is a state as it was saved.");
        }
        if (numbers.get(0) != shape) {
            throw new BadInputException("The state of step " + step + " does not fit the experiment: it is of another network, other "
                    + "normalizers, another optimizer or other sizes of data and mini-batch; accepted is one that was saved with it.");
        }
        return Arrays.copyOfRange(bytes, WORD, bytes.length - WORD);
    }

    /** A hash of every bit, which is what the checksum ought to be: two states are the same if theirs are. */
    public long hash() {
        return hash(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer(), bytes.length / WORD - 1);
    }

    private static long hash(LongBuffer numbers, int count) {
        BitHash hash = new BitHash();
        hash.add(count);
        for (int i = 0; i < count; i++) {
            hash.add(numbers.get(i));
        }
        return hash.value();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof State other && step == other.step && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(step) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "state of step " + step + ", " + bytes.length + " bytes";
    }
}
