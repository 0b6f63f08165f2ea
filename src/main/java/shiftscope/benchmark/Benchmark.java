package shiftscope.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import shiftscope.data.Dataset;
import shiftscope.engine.Kernel;
import shiftscope.session.Twins;

/**
 * Times a {@link Workload}, window by window, in turn with the {@link Peak} of the processor, because clocks move. To be used once.
 *
 * <p>One run alone steps through batches that lie ready. Twins are those of the window: a step of theirs also gathers a mini-batch.
 */
public final class Benchmark implements AutoCloseable {
    private static final long SEED = 42;
    private static final double SECOND = 1e9;
    private static final double GIGA = 1e9;
    private static final int LOSS_AFTER = 300;
    private static final int HASH_AFTER = 500;
    private static final double WINDOW = 0.1;
    private static final double PEAK_WINDOW = 0.02;

    /** The kernel is chosen on a thread beside the training, which a busy compiler delays. */
    private static final double SHORTEST_WARM_UP = 3;

    private static final double LONGEST_WARM_UP = 20;

    /** By how much two windows in a row may differ once the speed has settled, and how many such pairs there have to be in a row. */
    private static final double CALM = 0.05;

    private static final int CALM_PAIRS = 5;

    private final Workload workload;
    private final Batches batches;
    private final Course course;
    /** Twins on two threads; {@code null} if one run alone is timed. */
    private final Twins twins;
    /** Twins on one thread; {@code null} if nobody asks how two threads scale. */
    private final Twins inOneThread;
    private final Gauge gauge;
    private final Gauge gaugeInOneThread;
    private final Peak peak = Peak.ofThisMachine();
    private final Gauge peakGauge = new Gauge(peak, PEAK_WINDOW);
    /** The peak of two threads; {@code null} if nobody asks how two threads scale. */
    private final PeakPair peakPair;
    private final Gauge peakPairGauge;
    private int lossAfter;
    private double loss;
    private int hashAfter;
    private long hash;

    /**
     * @param threads 1 for one run, 2 for twins with a thread each where that pays
     * @param scaling whether twins on one thread are timed beside those on two, and the peak of two threads beside that of one
     */
    public Benchmark(Workload workload, int threads, boolean scaling) {
        this.workload = workload;
        batches = new Batches(workload, SEED);
        Dataset dataset = batches.dataset();
        course = new Course(workload, batches, dataset);
        twins = threads == 2 ? new Twins(workload.experiment(), dataset, 2) : null;
        inOneThread = scaling ? new Twins(workload.experiment(), dataset, 1) : null;
        gauge = new Gauge(twins == null ? course : steps -> step(twins, steps), WINDOW);
        gaugeInOneThread = new Gauge(steps -> step(inOneThread, steps), WINDOW);
        peakPair = scaling ? new PeakPair() : null;
        peakPairGauge = new Gauge(peakPair, PEAK_WINDOW);
    }

    private static void step(Twins twins, int steps) {
        for (int i = 0; i < steps; i++) {
            if (!twins.step()) {
                throw new DivergedException(twins.stepCount() + 1);
            }
        }
    }

    /**
     * Writes the start, for other programs to begin at, see {@link StartFile}; before anything is measured.
     *
     * @throws IOException if the stream does
     */
    public void writeStart(OutputStream out) throws IOException {
        StartFile.write(out, workload, course.network(), batches);
    }

    /**
     * Warms up until the kernel is chosen and the speed has settled, then measures.
     *
     * @param seconds how long to measure, once warm
     * @param progress is told what goes on, a sentence at a time
     * @throws DivergedException if the training leaves the finite numbers
     */
    public Result measure(double seconds, Consumer<String> progress) {
        firstSteps(LOSS_AFTER, HASH_AFTER);
        warmUp(progress);
        Kernel kernel = null;
        long begin = 0;
        do {
            if (Kernel.fastest() != kernel) {
                kernel = Kernel.fastest();
                progress.accept("Measuring with the kernel " + kernel + ".");
                restart();
                begin = System.nanoTime();
            }
            turn();
        } while (since(begin) < seconds || Kernel.fastest() != kernel);
        return result(kernel);
    }

    /**
     * Makes a few steps, cold, to see that everything works. The peak, which has to be compiled first, is not measured.
     *
     * @param steps how many are timed; loss and hash are taken after as many at most
     * @throws DivergedException if the training leaves the finite numbers
     */
    public Result trial(int steps) {
        firstSteps(Math.min(steps, LOSS_AFTER), Math.min(steps, HASH_AFTER));
        gauge.window(steps);
        if (inOneThread != null) {
            gaugeInOneThread.window(steps);
        }
        return result(Kernel.fastest());
    }

    private void firstSteps(int untilLoss, int untilHash) {
        course.make(untilLoss);
        lossAfter = untilLoss;
        loss = course.loss();
        course.make(untilHash - untilLoss);
        hashAfter = untilHash;
        hash = course.network().hash();
    }

    private void warmUp(Consumer<String> progress) {
        long begin = System.nanoTime();
        Kernel kernel = Kernel.fastest();
        double before = 0;
        int calm = 0;
        while (since(begin) < LONGEST_WARM_UP
                && (calm < CALM_PAIRS || since(begin) < SHORTEST_WARM_UP || !Kernel.isChosen())) {
            double rate = turn();
            boolean same = Math.abs(rate - before) <= CALM * before && Kernel.fastest() == kernel;
            calm = same ? calm + 1 : 0;
            before = rate;
            kernel = Kernel.fastest();
        }
        progress.accept(String.format(
                Locale.ROOT,
                "Warm-up: %.1f s, after which the speed %s.",
                since(begin),
                calm < CALM_PAIRS ? "still varied by more than 5 %, as it does on a busy machine" : "had settled"));
    }

    /** One window of everything; the speed of what is timed. */
    private double turn() {
        double rate = gauge.window();
        if (inOneThread != null) {
            gaugeInOneThread.window();
        }
        peakGauge.window();
        if (peakPair != null) {
            peakPairGauge.window();
        }
        return rate;
    }

    private void restart() {
        gauge.restart();
        gaugeInOneThread.restart();
        peakGauge.restart();
        peakPairGauge.restart();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / SECOND;
    }

    private Result result(Kernel kernel) {
        int runs = twins == null ? 1 : 2;
        int threads = twins == null ? 1 : twins.threads();
        double stepsPerSecond = runs * gauge.median();
        return new Result(
                kernel,
                kernel == Kernel.VECTOR ? peak.lanes() : 1,
                threads,
                stepsPerSecond,
                stepsPerSecond * workload.flops() / GIGA,
                threads * peakGauge.best() * peak.flops() / GIGA,
                lossAfter,
                loss,
                hashAfter,
                hash,
                inOneThread == null ? OptionalDouble.empty() : OptionalDouble.of(gauge.medianRatio(gaugeInOneThread)),
                peakPair == null ? OptionalDouble.empty() : OptionalDouble.of(2 * peakPairGauge.medianRatio(peakGauge)));
    }

    /** Ends the threads of twins. */
    @Override
    public void close() {
        if (twins != null) {
            twins.close();
        }
        if (inOneThread != null) {
            inOneThread.close();
        }
        if (peakPair != null) {
            peakPair.close();
        }
    }
}
