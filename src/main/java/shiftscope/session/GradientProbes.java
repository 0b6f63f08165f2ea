package shiftscope.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Side;
import shiftscope.engine.Network;
import shiftscope.measure.GradientShift;
import shiftscope.measure.Landscape;
import shiftscope.session.GradientProbe.Ics;

/**
 * Looks at what single updates do to the gradients of both runs, and at how long that takes. It passes the mini-batch through copies
 * and buffers of its own, without noise or dropout, so it neither changes a run nor draws from its chance.
 */
final class GradientProbes {
    /** Learning rates along the gradient (Santurkar et al. 2018, of their convolutional networks). */
    private static final double[] MULTIPLES = {0.5, 1, 2, 4};

    private static final double SECOND = 1e9;

    private final OfRun a;
    private final OfRun b;
    private final SideBySide sideBySide;
    private long nanoseconds;

    GradientProbes(Run a, Run b, int batchSize, SideBySide sideBySide) {
        this.a = new OfRun(a, batchSize);
        this.b = new OfRun(b, batchSize);
        this.sideBySide = sideBySide;
    }

    /** Keeps both networks as they are before the update that comes next. */
    void begin() {
        long begin = System.nanoTime();
        sideBySide.run(a::keep, b::keep);
        nanoseconds = System.nanoTime() - begin;
    }

    /**
     * The update was made.
     *
     * @param x its mini-batch, batch × features
     * @param targets batch × outputs
     */
    void end(DMatrixRMaj x, DMatrixRMaj targets) {
        long begin = System.nanoTime();
        sideBySide.run(() -> a.measure(x, targets), () -> b.measure(x, targets));
        nanoseconds += System.nanoTime() - begin;
    }

    /** Another update is the last one now, which nobody looked at. */
    void forget() {
        a.newest = null;
        b.newest = null;
    }

    /** What was found of the last update; empty if nobody looked. */
    Optional<GradientProbe> newest(Side side) {
        return Optional.ofNullable(side == Side.A ? a.newest : b.newest);
    }

    /** How long both runs together were held up by the last look; 0 if there was none. */
    double seconds() {
        return nanoseconds / SECOND;
    }

    /** The buffers are made when somebody first looks. */
    private static final class OfRun {
        private final Run run;
        private final int batchSize;
        private GradientShift shift;
        private Landscape landscape;
        private Network before;
        private double rate;
        private GradientProbe newest;

        OfRun(Run run, int batchSize) {
            this.run = run;
            this.batchSize = batchSize;
        }

        void keep() {
            before = run.network().copy();
            rate = run.learningRate();
        }

        void measure(DMatrixRMaj x, DMatrixRMaj targets) {
            if (shift == null) {
                shift = new GradientShift(before, batchSize);
                landscape = new Landscape(before, batchSize, MULTIPLES);
            }
            shift.measure(before, run.network(), x, targets, run.loss());
            landscape.measure(before, x, targets, run.loss(), rate);
            List<Ics> layers = IntStream.range(0, before.layers().size())
                    .mapToObj(i -> new Ics(shift.difference(i), shift.relative(i), shift.cosine(i)))
                    .toList();
            newest = new GradientProbe(layers, landscape.leastLoss(), landscape.mostLoss(), landscape.largestGradientChange(),
                    landscape.effectiveSmoothness());
            before = null;
        }
    }
}
