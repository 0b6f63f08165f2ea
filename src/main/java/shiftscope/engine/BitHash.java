package shiftscope.engine;

import shiftscope.config.Tape;

/** A 64-bit FNV-1a hash over the bits of numbers: two states are the same if every bit is. */
public final class BitHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private long value = OFFSET;

    public void add(long bits) {
        value = (value ^ bits) * PRIME;
        // The low bits of a product depend on low bits alone; doubles carry theirs high.
        value ^= value >>> 32;
    }

    public void add(double[] numbers) {
        for (double number : numbers) {
            add(Double.doubleToRawLongBits(number));
        }
    }

    /** Numbers from 0, two at a time, since each addition waits for the one before. */
    public void add(int[] numbers) {
        int last = numbers.length - 1;
        for (int i = 0; i < last; i += 2) {
            add((long) numbers[i] << 32 | numbers[i + 1]);
        }
        if (last % 2 == 0) {
            // What no two numbers come to.
            add(~(long) numbers[last]);
        }
    }

    /** What it has gathered. */
    public void exchange(Tape tape) {
        value = tape.number(value);
    }

    public long value() {
        return value;
    }
}
