package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Side;
import shiftscope.session.Twins;

/** Numbers that try changes out do so on copies: the runs are left bit for bit as they were, and go on as if nobody had looked. */
class UntouchedTwinsTest {
    /** With noise and dropout, where a number that drew from a run's chance would move it. */
    private static final String CHANCY = """
            {"shiftscope": 1, "data": {"kind": "circles", "examples": 80},
             "network": {"hidden": [4, 3], "activation": "tanh", "dropout": 0.2},
             "training": {"learningRate": 0.2, "batchSize": 10, "optimizer": "momentum"},
             "measure": {"probe": 40, "recordEvery": 5, "gradientProbes": true},
             "a": {"normalization": "constant-batch"}, "b": {"normalization": "noisy-batch", "statistics": "population"}}
            """;

    static Stream<String> numbers() {
        return Stream.of(ProofNumbers.ALL, ScaleNumbers.ALL, CouplingNumbers.ALL, GradientNumbers.ALL)
                .flatMap(List::stream)
                .map(Quantity::name);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void noBitChanges(String number) {
        Experiment experiment = ExperimentFile.parse(CHANCY, "chancy");
        try (Twins alone = MeasuredTwins.of(experiment); Twins measured = MeasuredTwins.of(experiment)) {
            MeasuredTwins.advance(alone, 12);
            MeasuredTwins.advance(measured, 12);
            for (Side side : Side.values()) {
                TinyTwins.measure(measured, side, number, Map.of());
            }

            assertEquals(alone.hash(), measured.hash());
            assertEquals(alone.save(), measured.save());
            MeasuredTwins.advance(alone, 12);
            MeasuredTwins.advance(measured, 12);
            assertEquals(alone.hash(), measured.hash());
            assertEquals(alone.history(), measured.history());
        }
    }
}
