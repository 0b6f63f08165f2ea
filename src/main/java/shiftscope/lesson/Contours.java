package shiftscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.BadInputException;
import shiftscope.config.Side;
import shiftscope.data.Examples;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.measure.LossMap;
import shiftscope.plot.ContourPlot;
import shiftscope.session.Script;
import shiftscope.session.Twins;

/**
 * The maps of the loss over two weights of both runs on screen, with the way that these weights went: those of the first unit of the
 * first layer for the first two features. One thread at a time may use it.
 */
public final class Contours {
    static final int UNIT = 0;
    private static final int PLACES = 49;
    private static final int MOST_POINTS = 600;
    private static final int MOST_EXAMPLES = 512;
    private static final int LEAST_EXAMPLES = 64;
    /** Multiplications of one forward pass, so that a map of a large network does not take minutes. */
    private static final int MOST_WORK = 5_000_000;
    private static final double LEAST_REACH = 0.5;
    private static final double MARGIN = 1.15;

    private final Follower follower = new Follower();
    private final Map<Side, List<double[]>> ways = new EnumMap<>(Side.class);
    private final List<Long> steps = new ArrayList<>();
    private long every = 1;

    /**
     * Measures both runs at the step of a script.
     *
     * @param base what relative paths of data start from
     * @throws BadInputException if an example has one feature only, or the script does not fit the data
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ContourPlot of(Script script, Path base) {
        if (follower.follow(script, base)) {
            ways.clear();
            steps.clear();
            every = 1;
        }
        Twins twins = follower.to(steps.isEmpty() ? 0 : steps.get(steps.size() - 1));
        if (twins.dataset().features() < 2) {
            throw new BadInputException("A map of the loss needs examples with two features, but these have one; accepted are data such as "
                    + "\"scales\".");
        }
        if (steps.isEmpty()) {
            add(twins);
        }
        boolean there = true;
        while (there && steps.get(steps.size() - 1) + every <= script.step()) {
            long next = steps.get(steps.size() - 1) + every;
            twins = follower.to(next);
            there = twins.stepCount() == next;
            if (there) {
                add(twins);
            }
        }
        twins = follower.to(script.step());
        return new ContourPlot(twins.stepCount(), panel(twins, Side.A), panel(twins, Side.B));
    }

    private void add(Twins twins) {
        steps.add(twins.stepCount());
        for (Side side : Side.values()) {
            ways.computeIfAbsent(side, key -> new ArrayList<>()).add(weights(twins, side));
        }
        if (steps.size() > MOST_POINTS) {
            every *= 2;
            // They are multiples of half of this, from 0: every other one stays.
            ways.values().forEach(Contours::thin);
            thin(steps);
        }
    }

    private static <T> void thin(List<T> list) {
        List<T> kept = IntStream.range(0, list.size()).filter(i -> i % 2 == 0).mapToObj(list::get).toList();
        list.clear();
        list.addAll(kept);
    }

    private static double[] weights(Twins twins, Side side) {
        DMatrixRMaj weights = twins.run(side).network().layers().get(0).dense().weights();
        return new double[] {weights.get(0, UNIT), weights.get(1, UNIT)};
    }

    private ContourPlot.Panel panel(Twins twins, Side side) {
        List<double[]> points = new ArrayList<>(ways.get(side));
        if (steps.get(steps.size() - 1) != twins.stepCount()) {
            points.add(weights(twins, side));
        }
        double[] first = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] second = points.stream().mapToDouble(point -> point[1]).toArray();
        Examples train = twins.dataset().train();
        Network network = twins.run(side).network();
        int rows = Math.min(examples(network), train.size());
        LossMap map = LossMap.of(
                network,
                Loss.of(twins.experiment().training().loss()),
                CommonOps_DDRM.extract(train.inputs(), 0, rows, 0, train.inputs().numCols),
                CommonOps_DDRM.extract(train.targets(), 0, rows, 0, train.targets().numCols),
                UNIT,
                reach(points),
                PLACES);
        return new ContourPlot.Panel(map, rows, first, second);
    }

    private static int examples(Network network) {
        int weights = network.layers().stream().mapToInt(layer -> layer.dense().weights().getNumElements()).sum();
        return Math.max(LEAST_EXAMPLES, Math.min(MOST_EXAMPLES, MOST_WORK / weights));
    }

    /** 1, 2 or 5 times a power of ten, so that a map keeps its axes while a run goes on; the origin is always its middle. */
    static double reach(List<double[]> points) {
        double most = Math.max(
                LEAST_REACH,
                MARGIN * points.stream().mapToDouble(point -> Math.max(Math.abs(point[0]), Math.abs(point[1]))).max().orElse(0));
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double round : new double[] {1, 2, 5}) {
            if (round * power >= most) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
