package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

class ChainTest {
    private static Chain equal(int length, double weight) {
        double[] weights = new double[length];
        Arrays.fill(weights, weight);
        return new Chain(1, weights);
    }

    /** Goodfellow et al. 2016, 8.7.1, worked out for weights that are all equal. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 0.1, 1, 0.7, 0.729",
        "10, 1, 0.1, 1, 0, 0.3487",
        "10, 1.2, 0.1, 6.19, -20.4, 0.0224",
        "10, 1.5, 0.01, 57.7, -90.1, 2.985"
    })
    void aStepIsNotWhatTheGradientPromises(int length, double weight, double alpha, double before, double promised, double after) {
        Chain chain = equal(length, weight);
        assertEquals(before, chain.output(), 0.05);
        assertEquals(promised, chain.output() + chain.promise(alpha), 0.05, "three digits are known");
        assertEquals(after, chain.output(alpha), 0.0005);
        double g = Math.pow(weight, length - 1);
        assertEquals(-alpha * length * g * g, chain.promise(alpha), 1e-10);
        assertEquals(Math.pow(weight - alpha * g, length), chain.output(alpha), 1e-12);
        assertEquals(alpha * alpha * length * (length - 1) / 2 * g * g * Math.pow(weight, length - 2), chain.orders(alpha)[1], 1e-10);
    }

    @Test
    void theOrdersOfThreeOnes() {
        assertArrayEquals(new double[] {-0.3, 0.03, -0.001}, equal(3, 1).orders(0.1), 1e-15);
        assertEquals(0.031 / 0.331, equal(3, 1).higherShare(0.1), 1e-14);
    }

    private static Chain drawn(RandomStream random, int length) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = random.below(8) == 0 ? 0 : random.uniform(-1.6, 1.6);
        }
        return new Chain(random.uniform(-2, 2), weights);
    }

    @RepeatedTest(40)
    void allOrdersTogetherAreTheChangeAndTheFirstIsThePromise(RepetitionInfo repetition) {
        RandomStream random = new Seed(repetition.getCurrentRepetition()).data();
        Chain chain = drawn(random, 1 + random.below(20));
        double alpha = random.uniform(0.001, 0.5);
        double[] orders = chain.orders(alpha);
        double size = Arrays.stream(orders).map(Math::abs).sum() + Math.abs(chain.output());
        assertEquals(chain.length(), orders.length);
        assertEquals(chain.change(alpha), Arrays.stream(orders).sum(), 1e-13 * size);
        assertEquals(chain.promise(alpha), orders[0], 1e-13 * size);
    }

    /** Over every set of weights whose steps are multiplied with each other, one by one. */
    @RepeatedTest(20)
    void anOrderIsTheSumOverSetsOfThatManyWeights(RepetitionInfo repetition) {
        RandomStream random = new Seed(repetition.getCurrentRepetition()).data();
        int length = 1 + random.below(7);
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = random.below(5) == 0 ? 0 : random.uniform(-1.6, 1.6);
        }
        double x = random.uniform(-2, 2);
        Chain chain = new Chain(x, weights);
        double[] expected = new double[length];
        for (int set = 1; set < 1 << length; set++) {
            double product = x;
            for (int i = 0; i < length; i++) {
                product *= (set >> i & 1) == 1 ? -0.3 * chain.gradient(i) : weights[i];
            }
            expected[Integer.bitCount(set) - 1] += product;
        }
        assertArrayEquals(expected, chain.orders(0.3), 1e-12);
    }

    @Test
    void theGradientDividesByNothing() {
        Chain one = new Chain(2, 3, 0, 5);
        assertEquals(0, one.output());
        assertArrayEquals(new double[] {0, 30, 0}, new double[] {one.gradient(0), one.gradient(1), one.gradient(2)});
        assertEquals(2 * 3 * (0 - 0.1 * 30) * 5, one.output(0.1), 1e-12);
        Chain two = new Chain(2, 0, 0, 5);
        assertEquals(0, two.change(0.1));
        assertTrue(Double.isNaN(two.higherShare(0.1)), "nothing changes");
    }

    @Test
    void atTheOvershootAWeightIsZero() {
        Chain chain = new Chain(1, 1.2, -0.9, -1.1, 1.3);
        double alpha = chain.overshoot();
        assertEquals(0.81 / chain.output(), alpha, 1e-12);
        assertEquals(0, chain.output(alpha), 1e-15);
        assertTrue(chain.output(0.99 * alpha) > 0 && chain.output(1.01 * alpha) < 0, "it goes through 0 there");
        assertEquals(Double.POSITIVE_INFINITY, new Chain(-1, 1, 1).overshoot(), "below 0 every step leads further down");
        assertEquals(Double.POSITIVE_INFINITY, new Chain(1, 0, 0).overshoot());
        assertEquals(1, equal(7, 1).overshoot());
    }

    @Test
    void aChainNeedsAWeight() {
        assertThrows(IllegalArgumentException.class, () -> new Chain(1));
    }
}
