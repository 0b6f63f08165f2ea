package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Pass;
import shiftscope.session.Command;
import shiftscope.session.Twins;

/** A is plain, B normalized; both have trained a little. */
class ProofNumbersTest {
    private static final double ROUNDING = 1e-12;
    private static final Map<String, Object> LAYER_1 = Map.of("layer", 1);

    private final Twins twins = MeasuredTwins.of(TinyTwins.experiment());

    ProofNumbersTest() {
        MeasuredTwins.advance(twins, 20);
    }

    @AfterEach
    void close() {
        twins.close();
    }

    private double number(Side side, String name, Map<String, Object> given) {
        return TinyTwins.measure(twins, side, name, given);
    }

    /** How far the outputs of two networks are apart, with the statistics of all examples as one batch. */
    private double change(Network before, Network after) {
        double[] then = TinyTwins.pass(twins, before).logits().data;
        return TinyTwins.largest(TinyTwins.minus(TinyTwins.pass(twins, after).logits().data, then)) / TinyTwins.largest(then);
    }

    private Network network(Side side) {
        return twins.run(side).network();
    }

    @Test
    void aNormalizerThatIsTheIdentityChangesNoOutput() {
        assertEquals(0, number(Side.A, "insertChange", LAYER_1), ROUNDING);
        assertEquals(0, number(Side.A, "insertChange", Map.of("layer", 1, "statistics", "running")), ROUNDING);
    }

    @Test
    void aFreshNormalizerChangesOutputs() {
        Network fresh = network(Side.A).copy();
        Experiment experiment = twins.experiment();
        fresh.layers().get(0).setNormalizer(Normalizer.of(Normalization.BATCH, 4, experiment.network(), true));

        double expected = change(network(Side.A), fresh);

        assertTrue(expected > 0.01, "there is something to measure: " + expected);
        assertEquals(expected, number(Side.A, "insertChange", Map.of("layer", 1, "start", "fresh")), 1e-9);
    }

    /** The mini-batch is the whole training set here: its statistics are those of the population. */
    @Test
    void withTheStatisticsThatGammaAndBetaWereMadeOfABatchChangesNothingEither() {
        assertEquals(0, number(Side.A, "insertChange", Map.of("layer", 1, "statistics", "batch")), ROUNDING);
    }

    @Test
    void whatStandsInTheLayerAlreadyGivesWay() {
        assertEquals(0, number(Side.B, "insertChange", LAYER_1), ROUNDING);
    }

    @Test
    void aNormalizerThatWasInsertedIsTheIdentityUntilItsParametersMove() {
        twins.apply(new Command.InsertKeeping(Side.A, 1));
        assertEquals(0, number(Side.A, "removalChange", LAYER_1), ROUNDING);
        assertEquals(0, number(Side.A, "gammaFromIdentity", LAYER_1), ROUNDING);
        assertEquals(0, number(Side.A, "betaFromIdentity", LAYER_1), ROUNDING);

        Normalizer normalizer = TinyTwins.layer(twins, Side.A, 1).normalizer().orElseThrow();
        for (int j = 0; j < normalizer.units(); j++) {
            normalizer.beta().data[j] -= 0.5 * normalizer.gamma().data[j];
            normalizer.gamma().data[j] *= 1.25;
        }

        assertEquals(0.25, number(Side.A, "gammaFromIdentity", LAYER_1), ROUNDING);
        assertEquals(0.5, number(Side.A, "betaFromIdentity", LAYER_1), ROUNDING);
        Network without = network(Side.A).copy();
        without.layers().get(0).setNormalizer(null);
        assertEquals(change(network(Side.A), without), number(Side.A, "removalChange", LAYER_1), 1e-9);
    }

    @Test
    void withoutANormalizerThereIsNothingToTakeOut() {
        for (String name : new String[] {"removalChange", "gammaFromIdentity", "betaFromIdentity"}) {
            assertEquals(Double.NaN, number(Side.A, name, LAYER_1), name);
        }
    }

    @Test
    void aBiasIsFeltByThePlainNetworkAlone() {
        Network shifted = network(Side.A).copy();
        for (int j = 0; j < 4; j++) {
            shifted.layers().get(0).dense().bias().data[j] += 0.5;
        }
        Map<String, Object> given = Map.of("layer", 1, "by", 0.5, "statistics", "batch");

        assertEquals(change(network(Side.A), shifted), number(Side.A, "biasShiftChange", given), 1e-9);
        assertEquals(0, number(Side.B, "biasShiftChange", given), ROUNDING);
        assertTrue(number(Side.B, "biasShiftChange", Map.of("layer", 1, "by", 0.5, "statistics", "running")) > 0.01);
    }

    @Test
    void theGradientOfABiasIsWhatTheNextStepMovesItBy() {
        double found = number(Side.A, "biasGradient", LAYER_1);
        double[] before = TinyTwins.layer(twins, Side.A, 1).dense().bias().data.clone();

        assertEquals(0, number(Side.B, "biasGradient", LAYER_1), ROUNDING);
        MeasuredTwins.advance(twins, 1);

        double[] moved = TinyTwins.minus(TinyTwins.layer(twins, Side.A, 1).dense().bias().data, before);
        assertEquals(TinyTwins.largest(moved) / TinyTwins.RATE, found, 1e-12);
    }

    @Test
    void theGapIsThatOfTheLargestOutput() {
        Experiment alike = TinyTwins.experiment().withRun(Side.B, TinyTwins.experiment().a());
        try (Twins same = MeasuredTwins.of(alike)) {
            assertEquals(0, TinyTwins.measure(same, Side.B, "outputGap", Map.of()));
            Pass pass = TinyTwins.pass(same, same.run(Side.A).network());
            double largest = TinyTwins.largest(pass.logits().data);
            TinyTwins.layer(same, Side.B, 3).dense().bias().data[1] += 0.5;

            assertEquals(0.5 / largest, TinyTwins.measure(same, Side.B, "outputGap", Map.of("statistics", "batch")), 1e-12);
        }
    }
}
