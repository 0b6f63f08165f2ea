package shiftscope.benchmark;

import java.util.OptionalDouble;
import shiftscope.engine.Kernel;

/**
 * What a {@link Benchmark} found.
 *
 * @param kernel who computed the matrix products in the end
 * @param lanes numbers in one of its vectors; 1 where that is left to the compiler
 * @param threads on how many threads steps were made: 1 also for twins whose steps are too small for a second one
 * @param stepsPerSecond of all runs together, in the median window
 * @param gflopPerSecond the same in 10⁹ operations of {@link Workload#flops}
 * @param peakGflopPerSecond what so many cores can do at most: {@link Peak} in its best window, once for each thread; NaN if not
 *     measured
 * @param lossAfter after how many updates from the start {@code loss} was taken
 * @param loss of the batch that came next, on the way of one run
 * @param hashAfter after how many updates {@code hash} was taken
 * @param hash of the bits of that run's network
 * @param scaling steps per second of twins on two threads over those on one, the median of their windows in turn; empty if not measured
 * @param machineScaling the same of {@link Peak}: what the machine gives a second thread that shares nothing with the first; NaN in a
 *     trial, which does not measure the peak
 */
public record Result(
        Kernel kernel,
        int lanes,
        int threads,
        double stepsPerSecond,
        double gflopPerSecond,
        double peakGflopPerSecond,
        int lossAfter,
        double loss,
        int hashAfter,
        long hash,
        OptionalDouble scaling,
        OptionalDouble machineScaling) {
    /** Which share of the processor's peak the steps came to. */
    public double shareOfPeak() {
        return gflopPerSecond / peakGflopPerSecond;
    }
}
