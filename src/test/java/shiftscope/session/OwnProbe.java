package shiftscope.session;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.LossKind;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.Histogram;

/** The probe set of twins, passed through a network by {@link OwnForward}, and values counted one by one. */
final class OwnProbe {
    private OwnProbe() {}

    static double[][] inputs(Twins twins) {
        return OwnForward.rows(twins.dataset().train().inputs(), indices(twins));
    }

    private static int[] indices(Twins twins) {
        return IntStream.range(0, twins.experiment().measure().probe()).toArray();
    }

    static OwnForward pass(Twins twins, Side side) {
        return new OwnForward(SmallWorld.net(twins, side), inputs(twins), twins.experiment().run(side).statistics());
    }

    /** What there is in a layer where a tap is asked for. */
    static Tap shown(Network network, Tap tap, int index) {
        return tap == Tap.NORMALIZED && network.layers().get(index).normalizer().isEmpty() ? Tap.PRE_ACTIVATION : tap;
    }

    /** What there is of one unit, to which the inputs do not belong. */
    static Tap shownOfUnits(Network network, Tap tap, int index) {
        return tap == Tap.INPUT ? Tap.PRE_ACTIVATION : shown(network, tap, index);
    }

    /** Rows × units. Gradients are the engine's, which has tests of its own. */
    static double[][] values(Network network, Twins twins, Tap tap, int index, Statistics statistics) {
        return tap == Tap.GRADIENT
                ? gradients(network, twins, index, statistics)
                : new OwnForward(network, inputs(twins), statistics).values(tap, index);
    }

    private static double[][] gradients(Network network, Twins twins, int index, Statistics statistics) {
        int[] all = indices(twins);
        Pass pass = new Pass(network, all.length);
        network.forward(new DMatrixRMaj(inputs(twins)), statistics, pass);
        network.backward(new DMatrixRMaj(OwnForward.rows(twins.dataset().train().targets(), all)),
                Loss.of(LossKind.CROSS_ENTROPY), pass);
        return OwnForward.rows(pass.layers().get(index).preActivationGradient(), all);
    }

    /** What a histogram with the same edges counts: {@code edge(i) <= v < edge(i + 1)}, the last bin closed. */
    static Histogram counted(Histogram edges, double[] values) {
        int[] counts = new int[edges.bins()];
        long under = 0;
        long over = 0;
        long nonFinite = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                nonFinite++;
            } else if (value < edges.low()) {
                under++;
            } else if (value > edges.high()) {
                over++;
            } else {
                int bin = 0;
                while (bin < counts.length - 1 && value >= edges.edge(bin + 1)) {
                    bin++;
                }
                counts[bin]++;
            }
        }
        return new Histogram(edges.low(), edges.high(), counts, under, over, nonFinite);
    }

    static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    static double[] column(double[][] rows, int unit) {
        return Arrays.stream(rows).mapToDouble(row -> row[unit]).toArray();
    }

    static double[][] picked(double[][] rows, int... indices) {
        return Arrays.stream(indices).mapToObj(row -> rows[row]).toArray(double[][]::new);
    }
}
