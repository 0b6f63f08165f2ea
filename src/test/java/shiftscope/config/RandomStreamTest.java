package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.measure.Moments;

class RandomStreamTest {
    private static final int DRAWS = 100_000;

    /** The bits of every run ever made hang on it. */
    @Test
    void drawsTheBitsOfTheJdksGeneratorAndSplitsAsItDoes() {
        for (long seed = -300; seed < 300; seed++) {
            RandomStream stream = new RandomStream(seed * 0x9e3779b97f4a7c15L + (seed & 7));
            SplittableRandom jdk = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + (seed & 7));
            for (int i = 0; i < 20; i++) {
                assertEquals(jdk.nextLong(), stream.bits());
                RandomStream split = stream.split();
                SplittableRandom jdkSplit = jdk.split();
                for (int draw = 0; draw < 3; draw++) {
                    assertEquals(jdkSplit.nextLong(), split.bits());
                }
                if (i % 5 == 4) {
                    stream = split;
                    jdk = jdkSplit;
                }
            }
        }
    }

    @Test
    void goesOnFromWhereATapeSaysItWas() {
        RandomStream stream = new Seed(5).noise();
        for (int draws = 0; draws < 5; draws++) {
            Tape counting = Tape.counting();
            stream.exchange(counting);
            byte[] bytes = new byte[(int) counting.length()];
            stream.exchange(Tape.writing(bytes));
            double[] first = DoubleStream.generate(stream::gaussian).limit(9).toArray();
            stream.exchange(Tape.reading(bytes));

            assertArrayEquals(first, DoubleStream.generate(stream::gaussian).limit(9).toArray());
        }
    }

    /** The mean of n uniform numbers has σ = 0.2887/√n; five of those are 0.0046. */
    @Test
    void uniformFillsTheUnitInterval() {
        RandomStream stream = new Seed(1).data();
        double[] drawn = DoubleStream.generate(stream::uniform).limit(DRAWS).toArray();
        int[] tenths = new int[10];
        for (double value : drawn) {
            assertTrue(value >= 0 && value < 1, () -> "drew " + value);
            assertEquals(value, Math.rint(value * 0x1p53) * 0x1p-53);
            tenths[(int) (value * 10)]++;
        }

        assertEquals(0.5, Moments.of(drawn).mean(), 0.0046);
        assertEquals(1 / 12.0, Moments.of(drawn).variance(), 0.0012);
        assertTrue(chiSquare(tenths) < 33.7, () -> "chi square " + chiSquare(tenths) + " has a chance below 1 in 10,000");
    }

    @Test
    void uniformKeepsToItsRange() {
        RandomStream stream = new Seed(1).data();
        for (int i = 0; i < 1000; i++) {
            double value = stream.uniform(-3, 5);
            assertTrue(value >= -3 && value < 5, () -> "drew " + value);
        }
    }

    @Test
    void belowIsUniformAndWithinBounds() {
        RandomStream stream = new Seed(2).data();
        int[] faces = new int[7];
        for (int i = 0; i < DRAWS; i++) {
            faces[stream.below(7)]++;
        }

        assertTrue(chiSquare(faces) < 27.9, () -> "chi square " + chiSquare(faces) + " has a chance below 1 in 10,000");
        assertEquals(0, stream.below(1));
        for (int i = 0; i < 1000; i++) {
            assertTrue(stream.below(Integer.MAX_VALUE) >= 0);
        }
        assertThrows(IllegalArgumentException.class, () -> stream.below(0));
        assertThrows(IllegalArgumentException.class, () -> stream.below(-1));
    }

    @Test
    void gaussianIsStandardNormal() {
        RandomStream stream = new Seed(3).data();
        double[] drawn = DoubleStream.generate(stream::gaussian).limit(DRAWS).toArray();
        long within = DoubleStream.of(drawn).filter(value -> Math.abs(value) < 1).count();

        assertEquals(0, Moments.of(drawn).mean(), 0.016);
        assertEquals(1, Moments.of(drawn).variance(), 0.023);
        assertEquals(0.6827, (double) within / DRAWS, 0.0074);
    }

    @Test
    void shuffleIsAPermutationAndEveryOneIsAsLikely() {
        RandomStream stream = new Seed(4).data();
        int[] orders = new int[6];
        for (int i = 0; i < 60_000; i++) {
            int[] three = {0, 1, 2};
            stream.shuffle(three);
            orders[three[0] * 2 + (three[1] > three[2] ? 1 : 0)]++;
        }
        int[] many = IntStream.range(0, 1000).toArray();
        stream.shuffle(many);

        assertTrue(chiSquare(orders) < 25.7, () -> "chi square " + chiSquare(orders) + " has a chance below 1 in 10,000");
        assertNotEquals(0, IntStream.range(0, 1000).filter(i -> many[i] != i).count());
        assertArrayEquals(IntStream.range(0, 1000).toArray(), IntStream.of(many).sorted().toArray());
    }

    /** Literals, so that a JDK that draws otherwise is found out. */
    @Test
    void theFirstNumbersAreTheSameOnEveryJdk() {
        RandomStream stream = new Seed(42).data();

        assertArrayEquals(
                new double[] {0.5928260530359551, -0.1595383151345775, -0.33690891658794025, 0.2459520895844165},
                new double[] {stream.uniform(), stream.gaussian(), stream.gaussian(), stream.uniform(-1, 1)});
        assertArrayEquals(new int[] {512, 123030258}, new int[] {stream.below(1000), stream.below(Integer.MAX_VALUE)});
        assertEquals(0.19301583440619918, new Seed(42).initialization().uniform());
        assertEquals(0.5822299130620698, new Seed(42).batchOrder().uniform());
    }

    @Test
    void oneStreamMovesNoOther() {
        Seed seed = new Seed(5);
        double expected = seed.initialization().uniform();
        RandomStream data = seed.data();
        for (int i = 0; i < 100; i++) {
            data.gaussian();
        }

        assertEquals(expected, seed.initialization().uniform());
        assertEquals(seed.data().uniform(), new Seed(5).data().uniform());
        assertNotEquals(seed.data().uniform(), new Seed(6).data().uniform());
    }

    /** The correlation of n independent pairs has σ = 1/√n; five of those are 0.016. */
    @Test
    void streamsAreNotCorrelated() {
        double[][] drawn = {draw(new Seed(7).data()), draw(new Seed(7).initialization()), draw(new Seed(7).batchOrder()),
            draw(new Seed(8).data())};
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(0, correlation(drawn[i], drawn[j]), 0.016, "streams " + i + " and " + j);
            }
        }
    }

    private static double[] draw(RandomStream stream) {
        return DoubleStream.generate(stream::uniform).limit(DRAWS).toArray();
    }

    private static double correlation(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - 0.5) * (y[i] - 0.5);
        }
        return sum * 12 / x.length;
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) IntStream.of(counts).sum() / counts.length;
        return IntStream.of(counts).mapToDouble(count -> (count - expected) * (count - expected) / expected).sum();
    }
}
