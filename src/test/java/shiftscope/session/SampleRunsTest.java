package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;

/** The experiment files that come with the program run, and show what they are named after. */
class SampleRunsTest {
    private static final Path FOLDER = Path.of("assets", "experiments");

    static Stream<Path> samples() throws IOException {
        return Files.list(FOLDER).sorted();
    }

    /** The files that a sample reads do not come with it; the digits that the program draws are of the same shape as MNIST's. */
    @ParameterizedTest
    @MethodSource("samples")
    void everySampleLearns(Path sample) {
        Experiment experiment = ExperimentFile.read(sample);
        boolean needsFiles = experiment.data().kind().fromFile();
        try (Twins twins = SmallWorld.twins(needsFiles ? experiment.withData(Experiment.standard().data()) : experiment)) {
            double before = twins.measure().b().testLoss();
            SmallWorld.advance(twins, 40);
            double after = twins.measure().b().testLoss();

            assertTrue(after < before, () -> before + " became " + after);
        }
    }

    /** Seen at step 500: 73 % and 89 % of the test set. */
    @Test
    void unequalScalesHoldThePlainRunBack() {
        try (Twins twins = after500("unequal-scales")) {
            Metrics end = twins.measure();
            assertTrue(end.a().testAccuracy() < 0.8, () -> "A " + end.a().testAccuracy());
            assertTrue(end.b().testAccuracy() > 0.85, () -> "B " + end.b().testAccuracy());
        }
    }

    /** Seen at step 500: mean squared errors of 0.206 and 0.054, where the variance of the numbers is 0.210. */
    @Test
    void thePlainRunOnTheHillsAnswersLittleBetterThanWithTheMean() {
        try (Twins twins = after500("hills-regression")) {
            double[] numbers = twins.dataset().test().targets().data;
            double mean = Arrays.stream(numbers).average().orElseThrow();
            double variance = Arrays.stream(numbers).map(number -> (number - mean) * (number - mean)).average().orElseThrow();
            Metrics end = twins.measure();
            assertEquals(1, end.a().testLoss() / variance, 0.1, () -> "A " + end.a().testLoss() + " of " + variance);
            assertTrue(end.b().testLoss() < 0.4 * variance, () -> "B " + end.b().testLoss());
        }
    }

    private static Twins after500(String name) {
        Twins twins = SmallWorld.twins(ExperimentFile.read(FOLDER.resolve(name + ".shiftscope.json")));
        SmallWorld.advance(twins, 500);
        return twins;
    }
}
