package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.lesson.MeasuredTwins.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.session.Twins;

class StatisticsNumbersTest {
    private static final Arguments NONE = Arguments.NONE;
    private static final Arguments RUNNING = NONE.with("statistics", "running");

    @Test
    void oneExampleAloneIsBetaUnderBatchStatisticsAndNotUnderRunningOnes() {
        try (Twins twins = MeasuredTwins.after(MeasuredTwins.prepared(10, "tenth"), 60)) {
            long before = twins.hash();
            assertEquals(0, number("aloneDistance", twins, Side.B, NONE));
            assertTrue(number("aloneDistance", twins, Side.B, RUNNING) > 0.5);
            assertTrue(number("aloneAccuracy", twins, Side.B, NONE) < 0.25);
            assertTrue(number("aloneAccuracy", twins, Side.B, RUNNING) > 0.6);
            assertEquals(before, twins.hash());
        }
    }

    /** (1 − p)^t is 0.01 or less for the first time after ⌈ln 0.01 / ln (1 − p)⌉ steps. */
    @ParameterizedTest
    @CsvSource({"0.1, 44", "0.01, 459", "0.5, 7"})
    void theMemoryIsThatOfTheFormula(double weight, int steps) {
        Experiment experiment = MeasuredTwins.prepared(10, "tenth");
        Experiment weighed = experiment.withNetwork(experiment.network().withNewBatchWeight(weight));
        try (Twins twins = MeasuredTwins.after(weighed, 3)) {
            assertEquals(steps, number("memory", twins, Side.B, NONE));
        }
    }

    /** At step 0 the running means are 0, so that the lag is the mean of |μ| / σ over the units. */
    @Test
    void theLagIsThatOfTheStatisticsCard() {
        try (Twins twins = MeasuredTwins.after(MeasuredTwins.prepared(10, "tenth"), 0)) {
            double atStart = number("runningLag", twins, Side.B, NONE);
            assertTrue(atStart > 0.5, "it was " + atStart);
            for (int i = 0; i < 60; i++) {
                twins.step();
            }
            assertTrue(number("runningLag", twins, Side.B, NONE) < atStart / 3);
        }
    }

    @Test
    void aPlainNetworkHasNoneOfThem() {
        Experiment experiment = MeasuredTwins.prepared(10, "tenth");
        Experiment plain = experiment.withRun(Side.B, experiment.b().withNormalization(Normalization.NONE));
        try (Twins twins = MeasuredTwins.after(plain, 0)) {
            for (String name : List.of("aloneDistance", "runningLag", "memory")) {
                assertTrue(Double.isNaN(number(name, twins, Side.B, NONE)), name);
            }
        }
    }
}
