package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.measure.Draws.Way;

class DrawsTest {
    private static RandomStream random() {
        return new Seed(3).data();
    }

    private static DMatrixRMaj gaussian(int examples, int units) {
        RandomStream stream = new Seed(11).data();
        DMatrixRMaj values = new DMatrixRMaj(examples, units);
        for (int i = 0; i < values.getNumElements(); i++) {
            values.data[i] = 5 + 3 * stream.gaussian();
        }
        return values;
    }

    /** Two of −1, −1, +1, +1 without repetition: the mean is 0 in 4 of 6 cases, so its variance is 1/3; σ_B is 1 then, else 0. */
    @Test
    void smallSetsAreCountedByHand() {
        DMatrixRMaj values = new DMatrixRMaj(new double[][] {{10}, {10}, {14}, {14}});
        Draws draws = Draws.of(values, List.of(2), 200_000, Way.DISTINCT, random());
        assertEquals(Math.sqrt(1.0 / 3), draws.sizes().get(0).mean(), 0.004);
        assertEquals(Math.sqrt(2.0 / 3 * 1 / 3), draws.sizes().get(0).deviation(), 0.004);
        assertEquals(Math.sqrt(1.0 / 3), draws.expected(2), 1e-12, "and that is what theory says");
    }

    @Test
    void allOfThemAreAlwaysTheSameBatch() {
        Draws draws = Draws.of(gaussian(16, 3), List.of(16), 50, Way.DISTINCT, random());
        assertEquals(0, draws.sizes().get(0).mean(), 1e-12);
        assertEquals(0, draws.expected(16));
    }

    @Test
    void theMeanFollowsTheoryAndTheDeviationThatOfGaussians() {
        List<Integer> sizes = List.of(2, 8, 32, 128);
        Draws draws = Draws.of(gaussian(20_000, 20), sizes, 400, Way.DISTINCT, random());
        for (Draws.OfSize size : draws.sizes()) {
            assertEquals(draws.expected(size.m()), size.mean(), 0.03 * size.mean(), "m = " + size.m());
            assertEquals(400 * 20, size.means().total());
        }
        assertEquals(-0.5, draws.slope(), 0.015);
        // For many the deviation differs by 1/√(2m).
        assertEquals(1 / Math.sqrt(256), draws.sizes().get(3).deviation(), 0.004);
    }

    @Test
    void oneExampleRepeatedTellsNoMore() {
        Draws draws = Draws.of(gaussian(500, 5), List.of(2, 64), 400, Way.REPEATED, random());
        assertEquals(1, draws.sizes().get(0).mean(), 0.1);
        assertEquals(1, draws.sizes().get(1).mean(), 0.1);
        assertEquals(0, draws.sizes().get(1).deviation(), 1e-6);
    }

    @Test
    void unitsThatDoNotVaryAreLeftOut() {
        DMatrixRMaj values = new DMatrixRMaj(new double[][] {{1, 7, -1}, {2, 7, -2}, {3, 7, -3}, {4, 7, -4}});
        Draws draws = Draws.of(values, List.of(2), 10, Way.DISTINCT, random());
        assertEquals(2 * 10, draws.sizes().get(0).means().total());
        assertTrue(Double.isFinite(draws.sizes().get(0).mean()));
        DMatrixRMaj still = new DMatrixRMaj(new double[][] {{7}, {7}});
        assertThrows(IllegalArgumentException.class, () -> Draws.of(still, List.of(2), 10, Way.DISTINCT, random()));
    }

    @Test
    void theSameStreamGivesTheSameDraws() {
        DMatrixRMaj values = gaussian(100, 4);
        assertEquals(
                Draws.of(values, List.of(2, 4), 30, Way.DISTINCT, random()), Draws.of(values, List.of(2, 4), 30, Way.DISTINCT, random()));
    }
}
