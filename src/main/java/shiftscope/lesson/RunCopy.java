package shiftscope.lesson;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Layer;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.ParameterVisitor;
import shiftscope.engine.Pass;
import shiftscope.engine.WholeSetStatistics;
import shiftscope.session.ProofEffect;
import shiftscope.session.Run;
import shiftscope.session.Twins;

/**
 * A copy of a run's network with what it takes to pass examples through it: changes are tried on it, and the run stays as it is.
 *
 * @param network shares nothing with the run
 * @param examples what is passed through
 * @param training all training examples, examples × features
 * @param loss of the run
 * @param rate the learning rate of the step that comes next
 * @param experiment as it stands
 */
record RunCopy(Network network, Examples examples, DMatrixRMaj training, Loss loss, double rate, Experiment experiment) {
    /** Of a run as it is now, with the probe set. */
    static RunCopy of(Twins twins, Side side) {
        Run run = twins.run(side);
        return new RunCopy(
                run.network().copy(), twins.probeSet(), twins.dataset().train().inputs(), run.loss(), run.learningRate(),
                twins.experiment());
    }

    /** The same with the first of the examples alone, as many as a mini-batch has. */
    RunCopy onMiniBatch() {
        int rows = Math.min(examples.size(), experiment.training().batchSize());
        return new RunCopy(network, examples.first(rows), training, loss, rate, experiment);
    }

    /** @param number from 1 */
    Layer layer(int number) {
        return network.layers().get(number - 1);
    }

    /** Brings the statistics of the population to what they are at these weights. */
    void measurePopulation() {
        new WholeSetStatistics(network, training).measure(network);
    }

    /**
     * What the network makes of the examples, measured as for a proof.
     *
     * @param number the layer whose gradients are wanted, from 1
     */
    ProofEffect effect(int number) {
        return ProofEffect.of(network, new WholeSetStatistics(network, training), examples, loss, number);
    }

    /** The examples forth and back as one batch, with its own statistics. */
    Pass pass() {
        Pass pass = new Pass(network, examples.size());
        network.forward(examples.inputs(), Statistics.BATCH, pass);
        network.backward(examples.targets(), loss, pass);
        return pass;
    }

    /** The loss over the examples as one batch, with its own statistics. */
    double batchLoss() {
        Pass pass = new Pass(network, examples.size());
        network.forward(examples.inputs(), Statistics.BATCH, pass);
        return loss.value(pass.logits(), examples.targets());
    }

    /** The first layers as a network of their own, which shares its parameters with this one's. */
    Network upTo(int number) {
        return new Network(network.layers().subList(0, number));
    }

    /**
     * {@code p ← p - step ∂L/∂p}.
     *
     * @param part whose trained parameters are moved
     * @param pass of the network that the part is of
     */
    static void descend(Network part, Pass pass, double step) {
        part.visit(pass, descent(step));
    }

    /** Moves whatever it is shown against its gradient. */
    static ParameterVisitor descent(double step) {
        return (kind, value, gradient) -> {
            for (int i = 0; i < value.getNumElements(); i++) {
                value.data[i] -= step * gradient.data[i];
            }
        };
    }
}
