package shiftscope.measure;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;
import shiftscope.engine.Layer;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;

/**
 * Internal covariate shift by its gradient definition (Santurkar et al. 2018): what the update of the layers below does to the gradient
 * that a layer was updated by. G is ∂L/∂W of a layer before an update; G′ is the same, of the same batch, once every parameter of the
 * layers below has been updated and nothing else. {@code SCIENCE: docs/science.md, gradient probes.}
 *
 * <p>Normalizers use the batch's own statistics; there is neither noise nor dropout. The networks given are only passed through. Made
 * once for networks of one shape; holds the results of the last {@link #measure}.
 */
public final class GradientShift {
    private final Pass pass;
    private final double[][] gradients;
    private final double[] differences;
    private final double[] relatives;
    private final double[] cosines;

    /**
     * @param shape a network of the shape that will be measured
     * @param capacity the most examples in a batch
     */
    public GradientShift(Network shape, int capacity) {
        pass = new Pass(shape, capacity);
        int layers = shape.layers().size();
        gradients = new double[layers][];
        for (int i = 0; i < layers; i++) {
            gradients[i] = new double[shape.layers().get(i).dense().weights().getNumElements()];
        }
        differences = new double[layers];
        relatives = new double[layers];
        cosines = new double[layers];
    }

    /**
     * Passes the batch forth and back once for each layer.
     *
     * @param before the network before the update; not modified
     * @param after the network after it, which may have moved by any rule; not modified
     * @param x batch × features, not modified
     * @param targets batch × outputs, not modified
     */
    public void measure(Network before, Network after, DMatrixRMaj x, DMatrixRMaj targets, Loss loss) {
        pass(before, x, targets, loss);
        for (int i = 0; i < gradients.length; i++) {
            System.arraycopy(weightsGradient(i).data, 0, gradients[i], 0, gradients[i].length);
        }
        // Nothing lies below the first layer.
        compare(0);
        for (int i = 1; i < gradients.length; i++) {
            List<Layer> mixed = new ArrayList<>(after.layers().subList(0, i));
            mixed.addAll(before.layers().subList(i, gradients.length));
            pass(new Network(mixed), x, targets, loss);
            compare(i);
        }
    }

    private void pass(Network network, DMatrixRMaj x, DMatrixRMaj targets, Loss loss) {
        network.forward(x, Statistics.BATCH, pass);
        network.backward(targets, loss, pass);
    }

    private DMatrixRMaj weightsGradient(int index) {
        return pass.layers().get(index).weightsGradient();
    }

    private void compare(int index) {
        DMatrixRMaj now = weightsGradient(index);
        double[] then = gradients[index];
        double norm = Norm.of(then, then.length);
        differences[index] = Norm.ofDifference(now, then);
        relatives[index] = differences[index] / norm;
        double cosine = Norm.product(then, now.data, then.length) / (norm * Norm.of(now));
        // Rounding makes it a little more than 1 at times.
        cosines[index] = Math.max(-1, Math.min(1, cosine));
    }

    /** ‖G − G′‖ of a layer, from 0 for the first hidden one, whose difference is 0 by definition. */
    public double difference(int index) {
        return differences[index];
    }

    /** ‖G − G′‖ / ‖G‖; NaN where both are 0. */
    public double relative(int index) {
        return relatives[index];
    }

    /** The cosine of the angle between G and G′, from −1 to 1; NaN where one of them is 0. */
    public double cosine(int index) {
        return cosines[index];
    }
}
