package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.Normalization;
import shiftscope.config.RunningConvention;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Network;
import shiftscope.engine.WholeSetStatistics;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetStatistics;
import shiftscope.session.StatisticsComparison.Lag;

/** The same weights under all three statistics at once. */
class StatisticsComparisonTest {
    private static final Viewing WANTED = new Viewing(Tap.SCALED, List.of(), 0, Optional.empty(), true, false);
    private final Twins twins = SmallWorld.twins(SmallWorld.experiment());

    @AfterEach
    void close() {
        twins.close();
    }

    private StatisticsComparison comparison() {
        return twins.snapshot(WANTED, new RowAxes(), twins.latest(), false, 0).closer().statistics().orElseThrow();
    }

    @Test
    void isMeasuredOnlyIfItIsAskedFor() {
        assertEquals(CloserLook.NONE, twins.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), twins.latest(), false, 0).closer());
    }

    @Test
    void theScoresAreThoseOfTheSwitch() {
        SmallWorld.advance(twins, 12);
        long hash = twins.hash();
        StatisticsComparison comparison = comparison();
        for (Statistics statistics : Statistics.values()) {
            twins.apply(new SetStatistics(Side.B, statistics));
            RunMetrics measured = twins.measure().b();
            assertEquals(measured.testLoss(), comparison.b().scores().get(statistics).loss());
            assertEquals(measured.testAccuracy(), comparison.b().scores().get(statistics).accuracy());
        }
        assertEquals(hash, twins.hash());
        assertNotEquals(
                comparison.b().scores().get(Statistics.RUNNING).loss(), comparison.b().scores().get(Statistics.POPULATION).loss());
    }

    @Test
    void aLayerLagsAsFarAsItsRunningStatisticsAreFromThePopulation() {
        SmallWorld.advance(twins, 12);
        List<Lag> lags = comparison().b().lags();
        Network network = SmallWorld.net(twins, Side.B).copy();
        new WholeSetStatistics(network, twins.dataset().train().inputs()).measure(network);
        for (int layer = 0; layer < 2; layer++) {
            BatchNorm normalizer = SmallWorld.batchNorm(network, layer);
            double mean = 0;
            double deviation = 0;
            for (int j = 0; j < normalizer.units(); j++) {
                double sigma = Math.sqrt(normalizer.populationVariance()[j]);
                mean += Math.abs(normalizer.runningMean()[j] - normalizer.populationMean()[j]) / sigma / normalizer.units();
                deviation += Math.abs(Math.log(Math.sqrt(normalizer.runningVariance()[j]) / sigma)) / normalizer.units();
            }
            assertEquals(mean, lags.get(layer).mean(), 1e-12);
            assertEquals(deviation, lags.get(layer).deviation(), 1e-12);
            assertTrue(mean > 1e-6 && deviation > 1e-6);
        }
        assertEquals(Lag.NONE, lags.get(2));
        assertEquals(3, lags.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "LAYER", "RMS"})
    void withoutRunningStatisticsAllAreEqual(Normalization kind) {
        twins.apply(new SetNormalization(Side.A, kind));
        SmallWorld.advance(twins, 12);
        StatisticsComparison.OfRun run = comparison().a();
        RunMetrics measured = twins.measure().a();
        for (Statistics statistics : Statistics.values()) {
            assertEquals(measured.testLoss(), run.scores().get(statistics).loss());
            assertEquals(measured.testAccuracy(), run.scores().get(statistics).accuracy());
        }
        assertEquals(List.of(Lag.NONE, Lag.NONE, Lag.NONE), run.lags());
    }

    @Test
    void isComputedOnceForAStep() {
        SmallWorld.advance(twins, 3);
        StatisticsComparison.OfRun first = comparison().b();
        assertSame(first, comparison().b());
        SmallWorld.advance(twins, 1);
        assertNotEquals(first, comparison().b());
    }

    @Test
    void unitsThatAreConstantLagNowhere() {
        BatchNorm normalizer = new BatchNorm(2, 1e-5, 0.1, RunningConvention.KERAS, true);
        normalizer.populationMean()[0] = 3;
        normalizer.populationVariance()[0] = 4;
        normalizer.populationVariance()[1] = 0;
        Lag lag = Lag.of(normalizer);
        assertEquals(1.5, lag.mean());
        assertEquals(Math.log(2), lag.deviation(), 1e-15);
        normalizer.populationVariance()[0] = 0;
        assertEquals(Lag.NONE, Lag.of(normalizer));
    }
}
