package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Tape;

/** What an {@link Optimizer} remembers of one parameter from step to step. */
final class Memory {
    static final double[] NOTHING = {};

    final DMatrixRMaj parameter;
    final double[] first;
    final double[] second;
    /** What is left of the start in each: the decay to the power of the number of steps. */
    double firstDecay = 1;
    double secondDecay = 1;

    /**
     * @param parameter whose it is
     * @param first one number for each of the parameter's, or {@link #NOTHING}
     * @param second likewise
     */
    Memory(DMatrixRMaj parameter, double[] first, double[] second) {
        this.parameter = parameter;
        this.first = first;
        this.second = second;
    }

    void exchange(Tape tape) {
        tape.numbers(first, first.length);
        tape.numbers(second, second.length);
        firstDecay = tape.number(firstDecay);
        secondDecay = tape.number(secondDecay);
    }
}
