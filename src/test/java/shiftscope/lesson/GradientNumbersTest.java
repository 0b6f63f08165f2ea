package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.engine.Network;
import shiftscope.session.GradientProbe;
import shiftscope.session.Twins;

class GradientNumbersTest {
    private static Experiment constant() {
        Experiment small = TinyTwins.experiment();
        return small.withRun(Side.B, small.b().withNormalization(Normalization.CONSTANT_BATCH));
    }

    @Test
    void mediansAreOfTheRecordedPointsFromTheFirstThatCounts() {
        Experiment probed = Setting.apply(
                TinyTwins.experiment(), List.of(Setting.of("measure.gradientProbes", "true", "test")), "test");
        try (Twins twins = MeasuredTwins.of(probed)) {
            MeasuredTwins.advance(twins, 22);
            // At 0, 5, 10, 15 and 20; at 0 there was no update.
            List<GradientProbe> probes = IntStream.rangeClosed(1, 4)
                    .mapToObj(i -> twins.history().get(i).b().gradients().orElseThrow())
                    .toList();

            double[] shifts = probes.stream().mapToDouble(probe -> probe.layers().get(1).relative()).sorted().toArray();
            assertTrue(shifts[0] > 0, "there is something to measure");
            assertEquals((shifts[1] + shifts[2]) / 2, TinyTwins.measure(twins, Side.B, "gradientShift", Map.of("layer", 2)));
            double[] cosines = probes.stream().mapToDouble(probe -> probe.layers().get(1).cosine()).skip(1).sorted().toArray();
            assertEquals(cosines[1], TinyTwins.measure(twins, Side.B, "gradientCosine", Map.of("layer", 2, "from", 10)));
            GradientProbe last = probes.get(3);
            Map<String, Object> lastOnly = Map.of("from", 20);
            assertEquals(last.mostLoss() - last.leastLoss(), TinyTwins.measure(twins, Side.B, "lossRange", lastOnly));
            assertEquals(last.predictiveness(), TinyTwins.measure(twins, Side.B, "gradientChange", lastOnly));
            assertEquals(last.smoothness(), TinyTwins.measure(twins, Side.B, "smoothness", lastOnly));
        }
    }

    @Test
    void withoutProbesThereIsNoNumber() {
        try (Twins twins = MeasuredTwins.of(TinyTwins.experiment())) {
            MeasuredTwins.advance(twins, 10);
            assertEquals(Double.NaN, TinyTwins.measure(twins, Side.B, "gradientShift", Map.of()));
        }
    }

    /** In A the promise is kept about as well as a step of this length allows; behind constant statistics not at all. */
    @Test
    void whatIsPromisedAndKeptIsThatOfTheBiasesOfTheNextStep() {
        try (Twins twins = MeasuredTwins.of(constant())) {
            MeasuredTwins.advance(twins, 5);
            for (Side side : Side.values()) {
                double promised = TinyTwins.measure(twins, side, "promisedFall", Map.of());
                double kept = TinyTwins.measure(twins, side, "keptFall", Map.of());
                Network before = twins.run(side).network().copy();
                Network moved = before.copy();
                MeasuredTwins.advance(twins, 1);

                double squares = 0;
                for (int i = 0; i < before.depth(); i++) {
                    double[] then = before.layers().get(i).dense().bias().data;
                    double[] now = twins.run(side).network().layers().get(i).dense().bias().data;
                    squares += Math.pow(TinyTwins.length(TinyTwins.minus(now, then)), 2);
                    System.arraycopy(now, 0, moved.layers().get(i).dense().bias().data, 0, now.length);
                }
                assertTrue(promised > 1e-7, "there is something to measure: " + promised);
                assertEquals(squares / TinyTwins.RATE, promised, 1e-12);
                assertEquals(TinyTwins.loss(twins, before) - TinyTwins.loss(twins, moved), kept, 1e-12);
                assertEquals(side == Side.A ? 1 : 0, kept / promised, 0.1);
            }
        }
    }

    @Test
    void aBiasOfThreeAndFourIsFiveLong() {
        try (Twins twins = MeasuredTwins.of(constant())) {
            double[] live = TinyTwins.layer(twins, Side.B, 1).dense().bias().data;
            live[0] = 3;
            live[2] = -4;

            assertEquals(5, TinyTwins.measure(twins, Side.B, "biasNorm", Map.of("layer", 1)), 1e-15);
        }
    }
}
