package shiftscope.config;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Carries numbers out of the things whose state they are, or back into them. Each thing has one method that hands everything it keeps to
 * a tape, in one order, so that what is written and what is read cannot differ.
 *
 * <p>Everything takes whole words of eight bytes, lowest byte first.
 */
public final class Tape {
    private static final int WORD = Long.BYTES;

    private final ByteBuffer buffer;
    private final boolean reads;
    private long position;

    private Tape(byte[] bytes, boolean reads) {
        buffer = bytes == null ? null : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.reads = reads;
    }

    /** Carries nothing; {@link #length} tells how many bytes it would have been. */
    public static Tape counting() {
        return new Tape(null, false);
    }

    /** @param bytes overwritten from the beginning; as many as a counting tape told, or more */
    public static Tape writing(byte[] bytes) {
        return new Tape(bytes, false);
    }

    /** @param bytes what a tape wrote; not modified */
    public static Tape reading(byte[] bytes) {
        return new Tape(bytes, true);
    }

    /** Bytes so far. */
    public long length() {
        return position;
    }

    /**
     * @param value to be written
     * @return what it is from now on: the value itself, or what was read
     */
    public long number(long value) {
        int at = advance(1);
        if (reads) {
            return buffer.getLong(at);
        }
        if (buffer != null) {
            buffer.putLong(at, value);
        }
        return value;
    }

    /** As {@link #number(long)}; all NaNs are one. */
    public double number(double value) {
        return Double.longBitsToDouble(number(Double.doubleToLongBits(value)));
    }

    /** As {@link #number(long)}. */
    public boolean flag(boolean value) {
        return number(value ? 1 : 0) != 0;
    }

    /**
     * Every bit of the first numbers of an array.
     *
     * @param values written, or overwritten
     * @param count how many of them
     */
    public void numbers(double[] values, int count) {
        int at = advance(count);
        if (buffer == null) {
            return;
        }
        buffer.position(at);
        if (reads) {
            buffer.asDoubleBuffer().get(values, 0, count);
        } else {
            buffer.asDoubleBuffer().put(values, 0, count);
        }
    }

    /** As {@link #numbers(double[], int)}, two to a word. */
    public void numbers(int[] values, int count) {
        int words = (count + 1) / 2;
        int at = advance(words);
        if (buffer == null || count == 0) {
            return;
        }
        buffer.position(at);
        if (reads) {
            buffer.asIntBuffer().get(values, 0, count);
        } else {
            buffer.putLong(at + (words - 1) * WORD, 0);
            buffer.asIntBuffer().put(values, 0, count);
        }
    }

    private int advance(int words) {
        int at = (int) position;
        position += (long) words * WORD;
        return at;
    }
}
