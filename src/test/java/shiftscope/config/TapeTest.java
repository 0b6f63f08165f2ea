package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TapeTest {
    /** Something with a state of every kind. */
    private static final class Thing {
        private long whole;
        private double real;
        private boolean flag;
        private double[] reals = new double[5];
        private int[] ints;

        Thing(int size) {
            ints = new int[size];
        }

        void exchange(Tape tape) {
            whole = tape.number(whole);
            tape.numbers(reals, 4);
            flag = tape.flag(flag);
            tape.numbers(ints, ints.length);
            real = tape.number(real);
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        for (int size = 0; size < 5; size++) {
            Thing from = new Thing(size);
            from.whole = Long.MIN_VALUE + 5;
            from.real = -0.0;
            from.flag = true;
            from.reals = new double[] {1, Double.longBitsToDouble(0x7ff8000000000123L), Double.MIN_VALUE, -3.5, 17};
            Arrays.setAll(from.ints, i -> -7 * i + 1);
            Tape counting = Tape.counting();
            from.exchange(counting);
            assertEquals(8 * (1 + 4 + 1 + (size + 1) / 2 + 1), counting.length());
            byte[] bytes = new byte[(int) counting.length()];
            Arrays.fill(bytes, (byte) 99);
            from.exchange(Tape.writing(bytes));
            Thing to = new Thing(size);
            to.exchange(Tape.reading(bytes));

            assertEquals(from.whole, to.whole);
            assertEquals(Double.doubleToRawLongBits(from.real), Double.doubleToRawLongBits(to.real));
            assertEquals(from.flag, to.flag);
            assertArrayEquals(from.ints, to.ints);
            assertEquals(0x7ff8000000000123L, Double.doubleToRawLongBits(to.reals[1]), "every bit");
            assertArrayEquals(new double[] {1, Double.NaN, Double.MIN_VALUE, -3.5, 0}, to.reals, "as many as were given");
            byte[] again = new byte[bytes.length];
            to.exchange(Tape.writing(again));
            assertArrayEquals(bytes, again);
        }
    }

    @Test
    void anyNaNIsOne() {
        byte[] bytes = new byte[8];
        Tape.writing(bytes).number(Double.longBitsToDouble(0xfff8000000000000L));
        assertEquals(0x7ff8000000000000L, Tape.reading(bytes).number(0L));
    }
}
