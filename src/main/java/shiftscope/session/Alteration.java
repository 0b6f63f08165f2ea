package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Dense;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Reparameterization;
import shiftscope.engine.WholeSetStatistics;

/**
 * One proof in one run: carries it out, and can take it back to the last bit until the next step. It remembers copies of the matrices
 * that it writes into, and the normalizer itself, in which nothing but steps and measurements of the population write.
 *
 * <p>What the optimizer remembers of weights and trained biases stays as it is, though it was gathered at other numbers; what belongs to
 * a γ or β that appears or vanishes, or to a bias that is not trained any more, starts anew.
 */
final class Alteration {
    private final Command.Proof proof;
    private final Run run;
    private final Network network;
    private final Layer layer;
    private final Normalizer normalizerBefore;
    private final RunSettings settingsBefore;
    private final List<DMatrixRMaj> written;
    private final List<DMatrixRMaj> before;
    private final List<Runnable> others = new ArrayList<>();

    Alteration(Command.Proof proof, Run run) {
        this.proof = proof;
        this.run = run;
        network = run.network();
        layer = network.layers().get(proof.layer() - 1);
        normalizerBefore = layer.normalizer().orElse(null);
        settingsBefore = run.settings();
        written = written();
        before = written.stream().map(DMatrixRMaj::copy).toList();
        others.add(run.optimizer().keep(forgotten()));
        for (Layer each : network.layers()) {
            if (each.normalizer().orElse(null) instanceof BatchNorm batch) {
                others.add(keepPopulation(batch));
            }
        }
    }

    private List<DMatrixRMaj> written() {
        if (proof instanceof Command.ShiftBiases) {
            return List.of(layer.dense().bias());
        }
        if (proof instanceof Command.ScaleWeights) {
            return List.of(layer.dense().weights());
        }
        if (proof instanceof Command.FoldAway) {
            Dense absorbing = Reparameterization.absorbing(network, proof.layer() - 1);
            return List.of(absorbing.weights(), absorbing.bias());
        }
        return List.of();
    }

    /** What the optimizer might be told to forget. */
    private List<DMatrixRMaj> forgotten() {
        return normalizerBefore == null
                ? List.of(layer.dense().bias())
                : List.of(normalizerBefore.gamma(), normalizerBefore.beta());
    }

    private static Runnable keepPopulation(BatchNorm batch) {
        double[] mean = batch.populationMean().clone();
        double[] variance = batch.populationVariance().clone();
        return () -> {
            System.arraycopy(mean, 0, batch.populationMean(), 0, mean.length);
            System.arraycopy(variance, 0, batch.populationVariance(), 0, variance.length);
        };
    }

    /** How many numbers are remembered, not counting those of single units. */
    long numbers() {
        return before.stream().mapToLong(DMatrixRMaj::getNumElements).sum();
    }

    /**
     * @param changed the experiment with the proof in it
     * @param population of the training set
     * @throws shiftscope.config.BadInputException if the numbers do not allow it; nothing is changed then
     */
    void carryOut(Experiment changed, WholeSetStatistics population) {
        if (proof instanceof Command.ShiftBiases shift) {
            Reparameterization.shiftBiases(layer.dense(), shift.by());
        } else if (proof instanceof Command.ScaleWeights scale) {
            Reparameterization.scaleWeights(layer.dense(), scale.by());
        } else if (proof instanceof Command.InsertKeeping) {
            insert(changed, population);
        } else {
            fold(population);
        }
        if (!allFinite()) {
            takeBack();
            throw ProofChecks.notFinite(proof);
        }
        run.adopt(changed.run(proof.side()));
    }

    private void insert(Experiment changed, WholeSetStatistics population) {
        BatchNorm fresh = (BatchNorm) Normalizer.of(Normalization.BATCH, layer.dense().units(), changed.network(), true);
        // In a copy: layers above would be measured behind a normalizer that is not yet the identity.
        Network measured = network.copy();
        measured.layers().get(proof.layer() - 1).setNormalizer(fresh);
        population.measure(measured);
        int constant = fresh.becomeIdentity();
        if (constant >= 0) {
            throw ProofChecks.constantUnit(proof, constant);
        }
        layer.setNormalizer(fresh);
        if (layer.cancelsBias()) {
            run.optimizer().forget(layer.dense().bias());
        }
    }

    private void fold(WholeSetStatistics population) {
        if (settingsBefore.statistics() == Statistics.RUNNING) {
            BatchNorm normalizer = (BatchNorm) normalizerBefore;
            Reparameterization.fold(network, proof.layer() - 1, normalizer.runningMean(), normalizer.runningVariance());
        } else {
            Network measured = network.copy();
            population.measure(measured);
            BatchNorm normalizer = (BatchNorm) measured.layers().get(proof.layer() - 1).normalizer().orElseThrow();
            Reparameterization.fold(network, proof.layer() - 1, normalizer.populationMean(), normalizer.populationVariance());
        }
        run.optimizer().forget(normalizerBefore.gamma());
        run.optimizer().forget(normalizerBefore.beta());
    }

    private boolean allFinite() {
        for (DMatrixRMaj matrix : written) {
            for (int i = 0; i < matrix.getNumElements(); i++) {
                if (!Double.isFinite(matrix.data[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Brings every bit back; no step may have been made since. */
    void takeBack() {
        for (int i = 0; i < written.size(); i++) {
            written.get(i).setTo(before.get(i));
        }
        layer.setNormalizer(normalizerBefore);
        others.forEach(Runnable::run);
        run.adopt(settingsBefore.withStatistics(run.settings().statistics()));
    }
}
