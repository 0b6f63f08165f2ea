package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.MeasureSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Network;
import shiftscope.measure.LayerDrift;
import shiftscope.measure.LayerShift;

/** The drift of every layer, since step 0 and lately, against own passes through copies of the networks of then. */
class DriftTest {
    private static final int ROWS = 40;
    private static final int BACK = 20;
    private static final int EVERY = 6;

    @Test
    void isCountedFromStepZeroAndFromTheRecordedPointBefore() {
        Experiment small = SmallWorld.experiment();
        Experiment experiment = small.withMeasure(new MeasureSettings(ROWS, EVERY, 2, 0, BACK, false));
        try (Twins twins = SmallWorld.twins(experiment)) {
            Map<Integer, Network> past = new HashMap<>();
            for (int step = 0; step < 75; step++) {
                past.put(step, SmallWorld.net(twins, Side.B).copy());
                Metrics metrics = twins.measure();
                for (int layer = 0; layer < 3; layer++) {
                    LayerMetrics actual = metrics.b().layers().get(layer);
                    assertDrift(twins, past.get(0), past.get(step), past.get(0), layer, actual.drift());
                    if (step < BACK) {
                        assertEquals(Drift.NONE, actual.recent());
                    } else {
                        Network then = past.get((step - BACK) / EVERY * EVERY);
                        assertDrift(twins, then, past.get(step), past.get(0), layer, actual.recent());
                    }
                }
                SmallWorld.advance(twins, 1);
            }
        }
    }

    private static void assertDrift(Twins twins, Network then, Network now, Network start, int layer, Drift actual) {
        LayerShift.Reference before = scaled(twins, then, layer);
        LayerShift.Reference after = scaled(twins, now, layer);
        double sigma = scaled(twins, start, layer).sigma();
        LayerDrift drift = new LayerDrift(ROWS);
        assertEquals(drift.between(before, after, sigma).wasserstein(), actual.wasserstein(), 1e-11);
        assertEquals(drift.between(before, after, 1).kolmogorovSmirnov(), actual.kolmogorovSmirnov(), 1e-11);
        assertEquals(drift.between(before, after, 1).jensenShannon(), actual.jensenShannon(), 1e-11);
        assertEquals(drift.between(before, after, sigma).mean(), actual.mean(), 1e-11);
        assertEquals(drift.between(before, after, 1).deviation(), actual.deviation(), 1e-11);
        assertTrue(then == now || actual.wasserstein() > 0);
    }

    private static LayerShift.Reference scaled(Twins twins, Network network, int layer) {
        int[] probe = IntStream.range(0, ROWS).toArray();
        double[][] rows = OwnForward.rows(twins.dataset().train().inputs(), probe);
        double[][] y = new OwnForward(network, rows, Statistics.BATCH).scaled[layer];
        double[] values = IntStream.range(0, ROWS).boxed().flatMapToDouble(i -> Arrays.stream(y[i])).toArray();
        return LayerShift.Reference.of(values, ROWS, y[0].length);
    }
}
