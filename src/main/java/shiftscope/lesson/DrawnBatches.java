package shiftscope.lesson;

import java.nio.file.Path;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.BadInputException;
import shiftscope.config.Placement;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.Draws;
import shiftscope.plot.DrawsPlot;
import shiftscope.session.Script;
import shiftscope.session.Twins;

/**
 * Batches of many sizes, drawn from the training set at the weights of the runs on screen: what a normalizer of the first hidden layer
 * would find in each. What comes into that layer does not depend on who shares a batch. One thread at a time may use it.
 */
public final class DrawnBatches {
    /** How many batches of each size are drawn. */
    static final int BATCHES = 400;

    /** The sizes that the exhibit shows. */
    public static final List<Integer> SIZES = List.of(2, 4, 8, 16, 32, 64, 128, 256);

    private final Follower follower = new Follower();

    /**
     * Draws at the step of a script: of run B if it is normalized over the batch or A is not either, else of A.
     *
     * @param base what relative paths of data start from
     * @throws BadInputException as {@link #sizes} and the other {@code of}, or if the script does not fit the data
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public DrawsPlot of(Script script, Path base) {
        follower.follow(script, base);
        Twins twins = follower.to(script.step());
        boolean ofA = twins.run(Side.A).settings().normalizesOverBatch() && !twins.run(Side.B).settings().normalizesOverBatch();
        Side side = ofA ? Side.A : Side.B;
        RandomStream random = new Seed(script.start().seed()).data();
        return new DrawsPlot(twins.stepCount(), side, of(twins, side, Draws.Way.DISTINCT, sizes(twins), random));
    }

    /**
     * Those of {@link #SIZES} of which half of the training set is not less.
     *
     * @throws BadInputException if the training set has fewer than 4 examples
     */
    static List<Integer> sizes(Twins twins) {
        int examples = twins.dataset().train().size();
        List<Integer> sizes = SIZES.stream().filter(m -> m <= examples / 2).toList();
        if (sizes.isEmpty()) {
            throw new BadInputException("The training set has " + examples + " examples; accepted are 4 or more, to draw batches.");
        }
        return sizes;
    }

    /**
     * Draws from the training set of runs at hand.
     *
     * @param sizes of the batches, ascending
     * @throws BadInputException if the training set is smaller than a batch, or no unit differs between its examples
     */
    static Draws of(Twins twins, Side side, Draws.Way way, List<Integer> sizes, RandomStream random) {
        DMatrixRMaj values = given(twins.run(side).network(), twins.dataset().train().inputs());
        int largest = sizes.get(sizes.size() - 1);
        if (largest > values.numRows) {
            throw new BadInputException("The training set has " + values.numRows + " examples; accepted are batches of as many at most, not"
                    + " of " + largest + ".");
        }
        try {
            return Draws.of(values, sizes, BATCHES, way, random);
        } catch (IllegalArgumentException same) {
            throw new BadInputException("What the first layer's normalizer is given is the same for every training example; accepted are"
                    + " data and weights with which it differs, to draw batches.", same);
        }
    }

    /** What the normalizer of the first layer is given, or would be, of every example. */
    private static DMatrixRMaj given(Network network, DMatrixRMaj inputs) {
        Layer first = network.layers().get(0);
        Network alone = new Network(List.of(first));
        Pass pass = new Pass(alone, inputs.numRows);
        alone.forward(inputs, Statistics.BATCH, pass);
        return first.placement() == Placement.BEFORE ? pass.layers().get(0).preActivation() : pass.layers().get(0).activated();
    }
}
