package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.Twins;

class CurveNumbersTest {
    @Test
    void layersAreCountedFromOneAndTheLastHiddenOneIsMeantWithoutANumber() {
        try (Twins twins = SmallTwins.after(8)) {
            Arguments usual = MeasuredTwins.usual("shift");
            for (int layer = 1; layer <= 3; layer++) {
                assertEquals(
                        twins.measure().b().layers().get(layer - 1).shift(),
                        MeasuredTwins.number("shift", twins, Side.B, usual.with("layer", layer)));
            }
            assertEquals(twins.measure().b().layers().get(2).shift(), MeasuredTwins.number("shift", twins, Side.B, usual), "of three");
        }
    }

    @Test
    void theSpreadOfAUnitIsThatOfTheRecordedPercentiles() {
        try (Twins twins = SmallTwins.after(40)) {
            Arguments usual = MeasuredTwins.usual("unitSpread");
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (Metrics point : twins.history()) {
                LayerMetrics last = point.a().layers().get(2);
                least = Math.min(least, last.p85() - last.p15());
                most = Math.max(most, last.p85() - last.p15());
            }
            LayerMetrics now = twins.measure().a().layers().get(2);

            assertEquals(6, twins.history().size());
            assertEquals(now.p85() - now.p15(), MeasuredTwins.number("unitSpread", twins, Side.A, usual));
            assertEquals(most / least, MeasuredTwins.number("unitSpreadChange", twins, Side.A, usual));
            assertTrue(most > least, "it changed");
        }
    }

    @Test
    void aShareOfTheAccuracyIsReachedAtARecordedStep() {
        try (Twins twins = SmallTwins.after(80, "training.learningRate=1")) {
            double wanted = 0.9 * twins.measure().b().testAccuracy();
            double step = MeasuredTwins.number("stepsToShareOfAccuracy", twins, Side.B, MeasuredTwins.usual("stepsToShareOfAccuracy"));

            for (Metrics point : twins.history()) {
                assertTrue(point.step() >= step || point.b().testAccuracy() < wanted, "not before, as at " + point.step());
                assertTrue(point.step() != step || point.b().testAccuracy() >= wanted, "there");
            }
            assertEquals(0, step % 8);
        }
    }
}
