package shiftscope.session;

import shiftscope.config.Tape;

/** The mean training loss between two recorded points. */
final class MeanLoss {
    private double sum;
    private long count;
    private double last = Double.NaN;

    void add(double lossOfBatch) {
        sum += lossOfBatch;
        count++;
    }

    /** What it has summed up, and gave last. */
    void exchange(Tape tape) {
        sum = tape.number(sum);
        count = tape.number(count);
        last = tape.number(last);
    }

    /** Mean loss of the steps since this was last asked; NaN if there were none. */
    double take() {
        last = sum / count;
        sum = 0;
        count = 0;
        return last;
    }

    /** Mean loss of the steps since {@link #take}; what that gave if there were none. */
    double mean() {
        return count == 0 ? last : sum / count;
    }
}
