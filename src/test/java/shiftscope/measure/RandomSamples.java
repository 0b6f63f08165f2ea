package shiftscope.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

/** Random samples that are the same in every run of the tests. */
final class RandomSamples {
    private final RandomStream random;

    private RandomSamples(long seed) {
        random = new Seed(seed).data();
    }

    /** Independent sources for as many repetitions of a property. */
    static Stream<RandomSamples> sources(int repetitions) {
        return IntStream.range(0, repetitions).mapToObj(RandomSamples::new);
    }

    int size(int most) {
        return 1 + random.below(most);
    }

    double uniform(double low, double high) {
        return random.uniform(low, high);
    }

    /** Gaussian values around a random centre; every third source rounds them, so that there are ties. */
    double[] values(int n) {
        double centre = random.uniform(-3, 3);
        double spread = random.uniform(0.01, 4);
        boolean tied = random.below(3) == 0;
        double[] values = new double[n];
        Arrays.setAll(values, i -> centre + spread * random.gaussian());
        if (tied) {
            Arrays.setAll(values, i -> Math.rint(values[i] * 2) / 2);
        }
        return values;
    }

    double[] sorted(int n) {
        double[] values = values(n);
        Arrays.sort(values);
        return values;
    }
}
