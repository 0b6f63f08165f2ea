package shiftscope.lesson;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.engine.WholeSetStatistics;
import shiftscope.measure.LayerShift;
import shiftscope.session.Twins;

/**
 * One run's network, its weights as they are, on data that look as those of training do (the source) and on data that do not (the
 * target). Works on a copy of the network.
 *
 * <p>Wherever a normalizer uses statistics of batches in training, it uses here those of a whole set: of the training set (the source's,
 * frozen), or of the target's inputs, whose labels are not looked at. Only the second is done to adapt (Li et al. 2016).
 */
public final class Domains {
    private final Network network;
    private final Dataset dataset;
    private final Examples source;
    /** Whose statistics the network holds; taking them passes a whole set. */
    private Domain taken;

    private Domains(Network network, Dataset dataset) {
        this.network = network;
        this.dataset = dataset;
        source = dataset.source().orElse(dataset.test());
    }

    /** Whose statistics normalizers use, and whose examples are answered. */
    public enum Domain {
        /** As in training. */
        SOURCE,
        /** As in the test. */
        TARGET
    }

    /** Copies a run's network; of a data set that does not move, the target is the source. */
    public static Domains of(Twins twins, Side side) {
        return new Domains(twins.run(side).network().copy(), twins.dataset());
    }

    /**
     * Share of held-out examples that are answered rightly; NaN for regression.
     *
     * @param statistics whose normalizers use
     * @param asked whose examples are answered
     */
    public double accuracy(Domain statistics, Domain asked) {
        take(statistics);
        return RightAnswers.share(network, of(asked), Statistics.POPULATION);
    }

    /**
     * How far the inputs to each layer's φ move from the source to the target, unit by unit on the same number of held-out examples:
     * mean Wasserstein-1 distance in units of the layer's σ on the source ({@link LayerShift}).
     *
     * @param statistics whose normalizers use where examples have moved to; where they come from they use the source's
     * @param moved where they have moved to
     * @return one of each layer, the output the last
     */
    public double[] shifts(Domain statistics, Domain moved) {
        double[] shifts = new double[network.layers().size()];
        LayerShift.Reference[] references = new LayerShift.Reference[network.layers().size()];
        Pass pass = new Pass(network, source.size());
        take(Domain.SOURCE);
        network.forward(source.inputs(), Statistics.POPULATION, pass);
        for (int i = 0; i < shifts.length; i++) {
            DMatrixRMaj y = pass.layers().get(i).scaled();
            references[i] = LayerShift.Reference.of(y.data, y.numRows, y.numCols);
        }
        take(statistics);
        network.forward(of(moved).inputs(), Statistics.POPULATION, pass);
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = Arrays.stream(references[i].unitShifts(pass.layers().get(i).scaled().data)).average().orElse(Double.NaN);
        }
        return shifts;
    }

    private Examples of(Domain domain) {
        return domain == Domain.SOURCE ? source : dataset.test();
    }

    /** The source's statistics are those of what was trained on, the target's can only be of what one has of it. */
    private void take(Domain statistics) {
        if (taken != statistics) {
            DMatrixRMaj inputs = statistics == Domain.SOURCE ? dataset.train().inputs() : dataset.test().inputs();
            new WholeSetStatistics(network, inputs).measure(network);
            taken = statistics;
        }
    }
}
