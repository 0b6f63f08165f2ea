package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Network;

/** What the curves show of a layer, against an own pass of the probe set and own sums. */
class LayerMetricsTest {
    private static final int ROWS = 40;

    @ParameterizedTest
    @CsvSource({"RELU, BEFORE, BATCH", "RELU, AFTER, RUNNING", "TANH, AFTER, BATCH", "IDENTITY, BEFORE, POPULATION"})
    void areThoseOfAnOwnPass(ActivationKind activation, Placement placement, Statistics statistics) {
        Experiment small = SmallWorld.experiment();
        Experiment experiment = small.withNetwork(SmallWorld.network(activation, placement))
                .withRun(Side.B, small.b().withStatistics(statistics));
        try (Twins twins = SmallWorld.twins(experiment)) {
            Network[] start = {SmallWorld.net(twins, Side.A).copy(), SmallWorld.net(twins, Side.B).copy()};
            SmallWorld.advance(twins, 23);
            Metrics metrics = twins.measure();
            for (Side side : Side.values()) {
                OwnForward then = pass(twins, start[side.ordinal()], Statistics.BATCH);
                OwnForward now = pass(twins, SmallWorld.net(twins, side), side == Side.A ? Statistics.BATCH : statistics);
                for (int layer = 0; layer < 3; layer++) {
                    LayerMetrics actual = metrics.of(side).layers().get(layer);
                    assertDistribution(then.scaled[layer], now.scaled[layer], actual);
                    assertEquals(deadShare(now.activated[layer], activation, layer), actual.dead());
                }
            }
        }
    }

    private static OwnForward pass(Twins twins, Network network, Statistics statistics) {
        int[] probe = IntStream.range(0, ROWS).toArray();
        return new OwnForward(network, OwnForward.rows(twins.dataset().train().inputs(), probe), statistics);
    }

    private static void assertDistribution(double[][] then, double[][] now, LayerMetrics actual) {
        int units = now[0].length;
        double[] all = Arrays.stream(now).flatMapToDouble(Arrays::stream).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double[] watched = column(now, Math.min(2, units - 1));
        double moved = 0;
        double spread = 0;
        for (int unit = 0; unit < units; unit++) {
            double[] before = column(then, unit);
            double[] after = column(now, unit);
            double centre = Arrays.stream(before).average().orElseThrow();
            moved += IntStream.range(0, ROWS).mapToDouble(i -> Math.abs(after[i] - before[i])).average().orElseThrow() / units;
            spread += Arrays.stream(before).map(v -> (v - centre) * (v - centre)).average().orElseThrow() / units;
        }

        assertEquals(mean, actual.mean(), 1e-12);
        assertEquals(Math.sqrt(Arrays.stream(all).map(v -> (v - mean) * (v - mean)).average().orElseThrow()),
                actual.standardDeviation(), 1e-12);
        assertEquals(moved / Math.sqrt(spread), actual.shift(), 1e-12);
        assertTrue(actual.shift() > 0);
        // (40 - 1) · 0.15 = 5.85, · 0.5 = 19.5, · 0.85 = 33.15
        assertEquals(watched[5] + 0.85 * (watched[6] - watched[5]), actual.p15(), 1e-12);
        assertEquals((watched[19] + watched[20]) / 2, actual.p50(), 1e-12);
        assertEquals(watched[33] + 0.15 * (watched[34] - watched[33]), actual.p85(), 1e-12);
    }

    private static double[] column(double[][] values, int unit) {
        return Arrays.stream(values).mapToDouble(row -> row[unit]).sorted().toArray();
    }

    private static double deadShare(double[][] activated, ActivationKind activation, int layer) {
        if (activation != ActivationKind.RELU || layer == 2) {
            return Double.NaN;
        }
        int units = activated[0].length;
        long dead = IntStream.range(0, units).filter(unit -> Arrays.stream(activated).allMatch(row -> row[unit] == 0)).count();
        return (double) dead / units;
    }
}
