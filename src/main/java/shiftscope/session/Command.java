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

    /**
     * How much a new mini-batch weighs in the running statistics of both runs, from the next update on; what they have gathered stays. It
     * has no effect on cumulative averages, where every mini-batch weighs the same.
     */
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

    /**
     * A change of one hidden layer that should not matter, made to show that it does not. What it did is told by a {@link ProofReport}.
     * The output layer is refused: no normalizer stands there that could take a change back, or be taken out.
     */
    sealed interface Proof extends Command {
        Side side();

        /** The hidden layer, from 1. */
        int layer();
    }

    /**
     * Adds the same number to every bias of a layer: a normalizer over the batch right behind them takes it away again.
     *
     * @param by finite
     */
    record ShiftBiases(Side side, int layer, double by) implements Proof {
        @Override
        public Experiment applyTo(Experiment experiment) {
            ProofChecks.hiddenLayer(this, experiment);
            ProofChecks.shift(by);
            return experiment;
        }
    }

    /**
     * Multiplies all weights of a layer, not its biases: a normalizer over the batch right behind them divides by it again, but for ε and
     * the sign, and the gradient of the weights is divided by it.
     *
     * @param by finite, not 0
     */
    record ScaleWeights(Side side, int layer, double by) implements Proof {
        @Override
        public Experiment applyTo(Experiment experiment) {
            ProofChecks.hiddenLayer(this, experiment);
            ProofChecks.factor(by);
            return experiment;
        }
    }

    /**
     * Puts batch normalization into a layer without any, with γ = √(σ² + ε) and β = μ of the population, so that inference computes the
     * same function as before. The layer has it as a setting of its own from now on.
     */
    record InsertKeeping(Side side, int layer) implements Proof {
        @Override
        public Experiment applyTo(Experiment experiment) {
            ProofChecks.hiddenLayer(this, experiment);
            ProofChecks.hasRoom(this, experiment.run(side));
            return experiment.withRun(side, experiment.run(side).withNormalization(layer, Normalization.BATCH));
        }
    }

    /**
     * Takes batch normalization out of a layer, and folds γ, β, μ and σ² into weights and biases, so that inference computes the same
     * function as before: with the running averages if that is what the switch <b>Statistics</b> says, else with the population's. The
     * layer has none as a setting of its own from now on.
     */
    record FoldAway(Side side, int layer) implements Proof {
        @Override
        public Experiment applyTo(Experiment experiment) {
            ProofChecks.hiddenLayer(this, experiment);
            ProofChecks.canBeFolded(this, experiment.run(side));
            return experiment.withRun(side, experiment.run(side).withNormalization(layer, Normalization.NONE));
        }
    }

    /**
     * Takes the newest proof of a run back that has not been taken back yet, bit by bit; refused once a step was made since, or another
     * switch has changed the network. What the layer's own setting was before the proof only the twins know, see {@link Twins#apply}.
     */
    record UndoProof(Side side) implements Command {
        @Override
        public Experiment applyTo(Experiment experiment) {
            return experiment;
        }
    }
}
