package shiftscope.session;

import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;

/** What may change while a run plays. A command lands between two steps and is recorded with the step at which it did. */
public sealed interface Command {
    /** The experiment as it stands once the command has landed. */
    Experiment applyTo(Experiment experiment);

    /** Both runs step with this rate from now on. */
    record SetLearningRate(double learningRate) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withTraining(experiment.training().withLearningRate(learningRate));
        }
    }

    /**
     * The switch <b>Normalize</b>: a normalizer with γ = 1, β = 0 appears, or vanishes, in every hidden layer that has no setting of its
     * own.
     */
    record SetNormalization(Side side, Normalization normalization) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withRun(side, experiment.run(side).withNormalization(normalization));
        }
    }

    /**
     * What normalizes one hidden layer of a run, whatever its switch <b>Normalize</b> says: a normalizer with γ = 1, β = 0 appears there,
     * or vanishes, unless there is one of that kind already.
     *
     * @param layer from 1
     * @param normalization {@code null} to have the layer follow the switch again
     */
    record SetLayerNormalization(Side side, int layer, Normalization normalization) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withRun(side, experiment.run(side).withNormalization(layer, normalization));
        }
    }

    /** How much a new mini-batch weighs in the running statistics, from the next update on. */
    record SetNewBatchWeight(double newBatchWeight) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withNetwork(experiment.network().withNewBatchWeight(newBatchWeight));
        }
    }

    /** Whether recorded updates are looked at by {@link GradientProbe}. Training is not touched. */
    record SetGradientProbes(boolean on) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withMeasure(experiment.measure().withGradientProbes(on));
        }
    }

    /** The switch <b>γ, β</b>: on, they start at 1 and 0 and are trained; off, they are 1 and 0. */
    record SetScaleShift(Side side, boolean on) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withRun(side, experiment.run(side).withScaleShift(on));
        }
    }

    /** The switch <b>Statistics</b>: what measuring and evaluation use from now on. Training is not touched. */
    record SetStatistics(Side side, Statistics statistics) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withRun(side, experiment.run(side).withStatistics(statistics));
        }
    }

    /** Adds a number to every bias of a layer. Where a normalizer takes the mean away again, no output changes. */
    record ShiftBiases(Side side, int layer, double by) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment;
        }
    }

    /** Multiplies the weights of a layer. Where a normalizer divides by the spread, outputs change by no more than ε lets them. */
    record ScaleWeights(Side side, int layer, double by) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment;
        }
    }

    /** Puts batch normalization into a hidden layer with γ = √(σ² + ε), β = μ, so that the function stays the same. */
    record InsertKeeping(Side side, int layer) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withRun(side, experiment.run(side).withNormalization(layer, Normalization.BATCH));
        }
    }

    /** Takes the batch normalization of a hidden layer out by folding γ, β, μ and σ² into W and b. */
    record FoldAway(Side side, int layer) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment.withRun(side, experiment.run(side).withNormalization(layer, Normalization.NONE));
        }
    }

    /** Takes the newest such change of a run back, to the same bits. */
    record UndoProof(Side side) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment;
        }
    }
}
