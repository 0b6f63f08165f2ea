package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import shiftscope.config.ActivationKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

class SingleNormalizerTest {
    /** A layer whose weight is 1 and whose φ is the identity does nothing but normalize. */
    @Test
    void itComputesWhatALayerDoes() {
        BatchNorm normalizer = new BatchNorm(1, 1e-3, 0.1, RunningConvention.PYTORCH, true);
        normalizer.gamma().data[0] = -1.5;
        normalizer.beta().data[0] = 0.25;
        Dense dense = new Dense(1, 1, false);
        dense.weights().data[0] = 1;
        Layer layer = new Layer(dense, ActivationKind.IDENTITY, Placement.BEFORE);
        layer.setNormalizer(normalizer);
        Network network = new Network(List.of(layer));
        Pass pass = new Pass(network, 8);
        DMatrixRMaj x = new DMatrixRMaj(5, 1, true, 1, -2, 4, 0.5, 7);
        DMatrixRMaj targets = new DMatrixRMaj(5, 1, true, 0, 1, 0, 2, 0);
        network.forward(x, Statistics.BATCH, pass);
        network.backward(targets, new MeanSquaredError(), pass);
        SingleNormalizer single = new SingleNormalizer(normalizer, 8);
        single.forward(x);
        LayerPass part = pass.layers().get(0);
        assertEquals(part.mean()[0], single.mean()[0]);
        assertEquals(part.variance()[0], single.variance()[0]);
        DMatrixRMaj dy = new DMatrixRMaj(5, 1);
        for (int i = 0; i < 5; i++) {
            assertEquals(part.normalized().data[i], single.normalized().data[i], 1e-14);
            assertEquals(part.scaled().data[i], single.scaled().data[i], 1e-14);
            dy.data[i] = 2 * (single.scaled().data[i] - targets.data[i]) / 5;
        }
        double[] expected = new double[5];
        System.arraycopy(part.preActivationGradient().data, 0, expected, 0, 5);
        double[] found = new double[5];
        System.arraycopy(single.backward(dy).data, 0, found, 0, 5);
        assertArrayEquals(expected, found, 1e-14);
        assertArrayEquals(new double[] {0}, normalizer.runningMean(), "the normalizer is only read");
    }
}
