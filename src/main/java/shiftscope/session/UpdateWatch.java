package shiftscope.session;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.Norm;

/**
 * What the last update did to the weights of each layer of a run. How far they went is known of an update that was announced; all else
 * is still there after any.
 */
final class UpdateWatch {
    private final Network network;
    private final Pass pass;
    private final double[] ratios;
    private double[][] before;
    private boolean announced;
    private boolean updated;
    private boolean gradientIsOfUpdate;
    private double rate;

    /** @param pass the one that learns */
    UpdateWatch(Network network, Pass pass) {
        this.network = network;
        this.pass = pass;
        ratios = new double[network.layers().size()];
    }

    /** The network was brought to a step without the update that led there. */
    void forget() {
        updated = false;
    }

    /** Keeps the weights as they are before the update that comes next. */
    void announce() {
        if (before == null) {
            before = new double[ratios.length][];
            for (int i = 0; i < ratios.length; i++) {
                before[i] = new double[weights(i).getNumElements()];
            }
        }
        for (int i = 0; i < ratios.length; i++) {
            System.arraycopy(weights(i).data, 0, before[i], 0, before[i].length);
        }
        announced = true;
    }

    /** The gradients of the pass are about to be others. */
    void passes() {
        gradientIsOfUpdate = false;
    }

    /** An update by the gradients of the pass was made at that learning rate. */
    void updated(double learningRate) {
        updated = true;
        gradientIsOfUpdate = true;
        rate = learningRate;
        if (!announced) {
            Arrays.fill(ratios, Double.NaN);
            return;
        }
        announced = false;
        for (int i = 0; i < ratios.length; i++) {
            double moved = Norm.ofDifference(weights(i), before[i]);
            ratios[i] = StrictMath.log10(moved / Norm.of(before[i], before[i].length));
        }
    }

    /** Of a layer, from 0. */
    Learning learning(int index) {
        if (!updated) {
            return Learning.NONE;
        }
        double norm = Norm.of(weights(index));
        double gradient = gradientIsOfUpdate ? Norm.of(pass.layers().get(index).weightsGradient()) : Double.NaN;
        return new Learning(gradient, norm, ratios[index], rate / (norm * norm));
    }

    private DMatrixRMaj weights(int index) {
        return network.layers().get(index).dense().weights();
    }
}
