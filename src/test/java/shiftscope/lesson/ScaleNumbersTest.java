package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.engine.Network;
import shiftscope.session.Twins;

/** A is plain, B normalized. */
class ScaleNumbersTest {
    private static final Map<String, Object> AS_IT_IS = Map.of("layer", 2, "by", 1);

    private final Twins twins = MeasuredTwins.of(TinyTwins.experiment());

    @AfterEach
    void close() {
        twins.close();
    }

    private double number(Side side, String name, Map<String, Object> given) {
        return TinyTwins.measure(twins, side, name, given);
    }

    @Test
    void lengthAndEffectiveRateAreThoseOfThreeAndFour() {
        double[] live = TinyTwins.layer(twins, Side.B, 2).dense().weights().data;
        Arrays.fill(live, 0);
        live[1] = 3;
        live[7] = -4;

        assertEquals(5, number(Side.B, "weightNorm", Map.of("layer", 2)), 1e-15);
        assertEquals(0.2 / 25, number(Side.B, "effectiveRate", Map.of("layer", 2)), 1e-15);
    }

    @Test
    void gradientAndAngleAreThoseOfTheNextStep() {
        for (Side side : Side.values()) {
            double gradient = number(side, "scaledGradient", AS_IT_IS);
            double angle = number(side, "turn", AS_IT_IS);
            double[] before = TinyTwins.weights(twins, side, 2);
            MeasuredTwins.advance(twins, 1);
            double[] after = TinyTwins.weights(twins, side, 2);

            double moved = TinyTwins.length(TinyTwins.minus(after, before));
            assertEquals(moved / TinyTwins.RATE, gradient, 1e-12);
            double product = 0;
            for (int i = 0; i < before.length; i++) {
                product += before[i] * after[i];
            }
            double cosine = product / (TinyTwins.length(before) * TinyTwins.length(after));
            assertTrue(angle > 1e-4, "there is something to measure: " + angle);
            assertEquals(Math.acos(cosine), angle, 1e-6);
        }
    }

    @Test
    void behindANormalizerTheFactorIsOnlyFeltByGradientAndAngle() {
        Map<String, Object> tenfold = Map.of("layer", 2, "by", 10);

        assertTrue(number(Side.B, "scaleChange", tenfold) < 1e-3);
        assertEquals(0.1, number(Side.B, "scaledGradient", tenfold) / number(Side.B, "scaledGradient", AS_IT_IS), 1e-3);
        assertEquals(0.01, number(Side.B, "turn", tenfold) / number(Side.B, "turn", AS_IT_IS), 1e-4);
    }

    @Test
    void thePlainNetworkPassesTheFactorOn() {
        Network scaled = twins.run(Side.A).network().copy();
        double[] weights = scaled.layers().get(1).dense().weights().data;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= 10;
        }
        double[] then = TinyTwins.pass(twins, twins.run(Side.A).network()).logits().data;
        double[] now = TinyTwins.pass(twins, scaled).logits().data;

        assertEquals(
                TinyTwins.largest(TinyTwins.minus(now, then)) / TinyTwins.largest(then),
                number(Side.A, "scaleChange", Map.of("layer", 2)), 1e-12);
    }

    @Test
    void fallsAreCountedFromPointToPoint() {
        MeasuredTwins.advance(twins, 20);
        assertEquals(0, number(Side.B, "weightNormFalls", Map.of("layer", 2)));

        try (Twins decaying = MeasuredTwins.of(Setting.apply(
                TinyTwins.experiment(), List.of(Setting.of("training.l2", "1", "test")), "test"))) {
            MeasuredTwins.advance(decaying, 20);
            assertEquals(1, TinyTwins.measure(decaying, Side.B, "weightNormFalls", Map.of("layer", 2)));
        }
    }
}
