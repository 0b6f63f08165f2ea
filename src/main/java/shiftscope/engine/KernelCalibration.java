package shiftscope.engine;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures, on a thread beside the training, whether the vector kernel is faster on this machine than the plain one. It can be much
 * slower until it is compiled, and for good where the compiler keeps its vectors in memory.
 */
final class KernelCalibration {
    private static final long SECOND = 1_000_000_000L;
    /** After this long nobody needs to wait for the choice any more; it may still change. */
    private static final long LONGEST = 30 * SECOND;

    /** After this long, or once it is compiled, the vector kernel is no longer hurried, and most of the time is left to others. */
    private static final long EAGER = 3 * SECOND;

    /**
     * So often it is hurried at least: on a machine that is busy the time above is not its own. Beside one other program it took up to
     * 140.
     */
    private static final int LEAST_STRETCHES = 200;

    /** Of the time that a comparison took; so much is then left to others. */
    private static final int PAUSES = 10;

    /** The same once the longest time is over: a machine that was busy then may have been left alone since. */
    private static final int LATE_PAUSES = 300;

    private static final int ROUNDS = 3;
    private static final double MARGIN = 1.1;
    /** As much faster than the plain kernel as it is only when all of its loops are compiled. */
    private static final double CLEARLY = 2;

    /** So many losses in a row take the choice back: one may come of what another program does. */
    private static final int LOSSES = 3;

    /** So many wins in a row make it final: the plain kernel, which is not hurried, is compiled by then. */
    private static final int WINS = 40;

    /** Small steps at a stretch, a few milliseconds of them once they are compiled. */
    private static final int STRETCH = 25;

    private final Arithmetic plain = Kernel.PLAIN.arithmetic();
    private final Arithmetic vector = Kernel.VECTOR.arithmetic();
    private final SampleStep ordinary = new SampleStep(60, 99, 100);
    private boolean chosen;
    private int wins;
    private int losses;

    private KernelCalibration() {}

    static void begin() {
        Thread thread = new Thread(() -> new KernelCalibration().run(), "shiftscope-kernel-calibration");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        long begin = System.nanoTime();
        hurry(begin + EAGER);
        while (wins < WINS) {
            long now = System.nanoTime();
            boolean late = now - begin >= LONGEST;
            if (late) {
                Kernel.setCompared();
            }
            compare();
            LockSupport.parkNanos((System.nanoTime() - now) * (late ? LATE_PAUSES : PAUSES));
        }
        Kernel.setCompared();
    }

    /**
     * Steps so small that each innermost loop is entered often rather than long. The compiler then takes the whole method at once; else
     * it first takes the loop that it finds running, and then the same again. In steps so small vectors gain little, so as long as they
     * take longer than plain ones, comparing ordinary steps would be in vain.
     */
    private void hurry(long end) {
        SampleStep small = new SampleStep(8, 12, 52);
        long least = Long.MAX_VALUE;
        boolean compiled = false;
        for (int stretches = 0; !compiled && (stretches < LEAST_STRETCHES || System.nanoTime() < end); stretches++) {
            for (int i = 0; i < STRETCH; i++) {
                small.work(vector);
            }
            least = Math.min(least, median(small, plain));
            compiled = median(small, vector) < least * MARGIN && compare() > CLEARLY;
        }
    }

    /**
     * How many times as fast as the plain kernel the other is. It is chosen when it first wins, so that nobody waits; whether that was
     * over a plain kernel at its full speed shows later.
     */
    private double compare() {
        double times = (double) median(ordinary, plain) / median(ordinary, vector);
        boolean won = times > MARGIN;
        wins = won ? wins + 1 : 0;
        losses = won ? 0 : losses + 1;
        if (won != chosen && (won || losses == LOSSES)) {
            chosen = won;
            Kernel.setFastest(won ? Kernel.VECTOR : Kernel.PLAIN);
        }
        return times;
    }

    private static long median(SampleStep step, Arithmetic arithmetic) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            step.work(arithmetic);
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
