package shiftscope.lesson;

import java.util.List;
import shiftscope.config.RandomStream;
import shiftscope.config.Side;
import shiftscope.session.Twins;

/** A number that claims are made of, by the name that lesson files call it. */
public sealed interface Quantity {
    /** Its name in lesson files. */
    String name();

    /** What it counts in, such as σ₀ or steps; empty for a plain number. */
    String unit();

    /** What it is, with where the definition comes from: one sentence for teachers. */
    String meaning();

    /** What it takes besides. */
    List<Parameter> parameters();

    /** A number of one run, at one step of its training. */
    record OfRun(String name, String unit, String meaning, List<Parameter> parameters, Measurement measurement) implements Quantity {
        /** How it is measured. */
        @FunctionalInterface
        public interface Measurement {
            /**
             * @param twins both runs; left as they were found, bit by bit
             * @param side the run that the number is of
             * @return NaN if there is no such number, which no claim holds with
             */
            double of(Twins twins, Side side, Arguments arguments);
        }
    }

    /** A number of one curve of a sweep. */
    record OfSweep(String name, String unit, String meaning, List<Parameter> parameters, Summary summary) implements Quantity {
        /** How it is found. */
        @FunctionalInterface
        public interface Summary {
            /**
             * @param x what was swept over, ascending as the file has it; 0, 1, 2 … where those are no numbers
             * @param y what was measured there, NaN where the run diverged
             * @return NaN if there is no such number, which no claim holds with
             */
            double of(double[] x, double[] y, Arguments arguments);
        }
    }

    /** A number that is computed without training anything, from what the learner sets or, in a check, from random values. */
    record Calculated(String name, String unit, String meaning, List<Parameter> parameters, Calculation calculation) implements Quantity {
        /** How it is computed. */
        @FunctionalInterface
        public interface Calculation {
            /**
             * @param random where a check draws values that the arguments leave open from
             * @return NaN if there is no such number, which no claim holds with
             */
            double of(Arguments arguments, RandomStream random);
        }
    }
}
