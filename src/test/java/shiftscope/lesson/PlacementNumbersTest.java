package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.Side;
import shiftscope.session.Twins;

class PlacementNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void whatIsPassedOnIsWhatTheNextLayerIsGiven(String placement) {
        try (Twins twins = SmallTwins.after(20, "network.placement=" + placement)) {
            DMatrixRMaj passed = placement.equals("after")
                    ? ProbePass.of(twins, Side.B, 2).scaled()
                    : ProbePass.of(twins, Side.B, 2).activated();
            double mean = 0;
            double square = 0;
            for (double value : passed.data) {
                mean += value / passed.data.length;
                square += value * value / passed.data.length;
            }
            Arguments second = MeasuredTwins.usual("passedOnMean").with("layer", 2);

            assertEquals(30 * 5, passed.data.length);
            assertEquals(mean, MeasuredTwins.number("passedOnMean", twins, Side.B, second), 1e-12);
            assertEquals(Math.sqrt(square - mean * mean), MeasuredTwins.number("passedOnDeviation", twins, Side.B, second), 1e-12);
        }
    }

    @Test
    void normalizedBehindTheSigmoidItBeginsAroundZero() {
        try (Twins before = SmallTwins.after(0, "b.statistics=population");
                Twins after = SmallTwins.after(0, "b.statistics=population", "network.placement=after")) {
            Arguments usual = MeasuredTwins.usual("passedOnMean");
            assertEquals(0.5, MeasuredTwins.number("passedOnMean", before, Side.B, usual), 0.1);
            assertTrue(Math.abs(MeasuredTwins.number("passedOnMean", after, Side.B, usual)) < 0.2,
                    "but for examples that are not in the probe set");
            assertTrue(MeasuredTwins.number("passedOnDeviation", after, Side.B, usual) > 0.5);
            assertTrue(MeasuredTwins.number("passedOnDeviation", before, Side.B, usual) < 0.5);
        }
    }

    /** As every number, it leaves the runs as they were. */
    @Test
    void measuringChangesNothing() {
        try (Twins measured = SmallTwins.after(10); Twins left = SmallTwins.after(10)) {
            for (String name : new String[] {"passedOnMean", "straightShare", "gammaDistance", "unitSpreadChange"}) {
                MeasuredTwins.number(name, measured, Side.B, MeasuredTwins.usual(name));
            }
            measured.step();
            left.step();
            assertEquals(left.hash(), measured.hash());
        }
    }
}
