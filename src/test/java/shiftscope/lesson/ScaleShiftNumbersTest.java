package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Side;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Normalizer;
import shiftscope.session.Twins;

class ScaleShiftNumbersTest {
    /** Where slopes become less steep, solved by hand: |y| = 2 artanh √(1 − s) of the sigmoid, artanh √(1 − s) of tanh. */
    @ParameterizedTest
    @CsvSource({
        "SIGMOID, 0.9, 0.6548", "SIGMOID, 0.5, 1.7627", "TANH, 0.9, 0.3274", "TANH, 0.5, 0.8814"
    })
    void straightIsWhereTheSlopeIsAtLeastThatShareOfTheSteepest(ActivationKind activation, double slope, double end) {
        double in = end - 1e-3;
        double out = end + 1e-3;
        DMatrixRMaj values = new DMatrixRMaj(new double[][] {{0, in, -in}, {out, -out, 40}, {-40, 0.01, 9}, {-9, 12, 13}});

        assertEquals(4 / 12.0, ScaleShiftNumbers.straightShare(activation, values, slope));
    }

    @Test
    void reluIsStraightOnOneSideAndTheIdentityEverywhere() {
        DMatrixRMaj values = new DMatrixRMaj(new double[][] {{-2, -1, 0, 0.5, 3}});
        assertEquals(0.4, ScaleShiftNumbers.straightShare(ActivationKind.RELU, values, 0.9));
        assertEquals(0.4, ScaleShiftNumbers.straightShare(ActivationKind.LEAKY_RELU, values, 0.9));
        assertEquals(1, ScaleShiftNumbers.straightShare(ActivationKind.LEAKY_RELU, values, 0.01));
        assertEquals(1, ScaleShiftNumbers.straightShare(ActivationKind.IDENTITY, values, 0.9));
    }

    /** Of what the sigmoid is given, and of ẑ, once γ and β have moved. */
    @Test
    void theShareIsOfTheProbeSet() {
        try (Twins twins = SmallTwins.after(60, "training.learningRate=3")) {
            Arguments usual = MeasuredTwins.usual("straightShare");
            LayerPass passed = ProbePass.of(twins, Side.B, 2);
            assertEquals(30, passed.scaled().numRows);

            double given = MeasuredTwins.number("straightShare", twins, Side.B, usual.with("layer", 2));
            double normalized = MeasuredTwins.number("straightShare", twins, Side.B, usual.with("layer", 2).with("values", "normalized"));

            assertEquals(within(passed.scaled()), given);
            assertEquals(within(passed.normalized()), normalized);
            assertTrue(given != normalized, "γ and β have moved: " + given);
            assertEquals(1, MeasuredTwins.number("straightShare", twins, Side.A, usual.with("slope", 0)), "every slope is that steep");
        }
    }

    private static double within(DMatrixRMaj values) {
        int inside = 0;
        for (int i = 0; i < values.getNumElements(); i++) {
            inside += Math.abs(values.data[i]) <= 2 * 0.32745 ? 1 : 0;
        }
        return (double) inside / values.getNumElements();
    }

    @Test
    void distancesAreRootMeanSquares() {
        assertEquals(5, ScaleShiftNumbers.rootMeanSquare(new DMatrixRMaj(new double[][] {{8, 2}}), 1), 1e-15, "√((49 + 1) / 2)");
    }

    @Test
    void gammaAndBetaAreThoseOfTheLayer() {
        try (Twins twins = SmallTwins.after(30)) {
            Normalizer normalizer = twins.run(Side.B).network().layers().get(2).normalizer().orElseThrow();
            double gamma = 0;
            double beta = 0;
            for (int unit = 0; unit < 4; unit++) {
                gamma += Math.pow(normalizer.gamma().get(unit) - 1, 2) / 4;
                beta += Math.pow(normalizer.beta().get(unit), 2) / 4;
            }
            assertTrue(gamma > 0 && beta > 0);
            assertEquals(Math.sqrt(gamma), MeasuredTwins.number("gammaDistance", twins, Side.B, MeasuredTwins.usual("gammaDistance")), 1e-15);
            assertEquals(Math.sqrt(beta), MeasuredTwins.number("betaDistance", twins, Side.B, MeasuredTwins.usual("betaDistance")), 1e-15);
            assertEquals(Double.NaN, MeasuredTwins.number("gammaDistance", twins, Side.A, MeasuredTwins.usual("gammaDistance")), "A has none");
        }
        try (Twins twins = SmallTwins.after(30, "b.scaleShift=false")) {
            assertEquals(0, MeasuredTwins.number("gammaDistance", twins, Side.B, MeasuredTwins.usual("gammaDistance")));
            assertEquals(0, MeasuredTwins.number("betaDistance", twins, Side.B, MeasuredTwins.usual("betaDistance")));
        }
    }
}
