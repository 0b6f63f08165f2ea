package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.engine.ParameterVisitor.Kind.BETA;
import static shiftscope.engine.ParameterVisitor.Kind.BIAS;
import static shiftscope.engine.ParameterVisitor.Kind.GAMMA;
import static shiftscope.engine.ParameterVisitor.Kind.WEIGHTS;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** What a network shows an optimizer, and what it refuses. */
class TrainedParametersTest {
    private static final int[] SIZES = {3, 4, 2};
    private final RandomMatrices random = new RandomMatrices(140);

    @Test
    void everythingOfAPlainNetwork() {
        assertEquals(List.of(WEIGHTS, BIAS, WEIGHTS, BIAS), visited(network(null, false)));
    }

    @Test
    void notTheBiasThatANormalizerCancels() {
        assertEquals(List.of(WEIGHTS, GAMMA, BETA, WEIGHTS, BIAS), visited(network(Placement.BEFORE, true)));
    }

    /** Every kind at every place, with φ between or not. */
    @ParameterizedTest
    @CsvSource({
        "BATCH, BEFORE, TANH, true", "BATCH, BEFORE, IDENTITY, true", "BATCH, AFTER, TANH, false", "BATCH, AFTER, IDENTITY, true",
        "NOISY_BATCH, BEFORE, TANH, true", "NOISY_BATCH, AFTER, RELU, false", "NOISY_BATCH, AFTER, IDENTITY, true",
        "CONSTANT_BATCH, BEFORE, TANH, false", "CONSTANT_BATCH, AFTER, IDENTITY, false", "LAYER, BEFORE, TANH, false",
        "LAYER, AFTER, IDENTITY, false", "RMS, BEFORE, TANH, false", "RMS, AFTER, IDENTITY, false", "NONE, BEFORE, IDENTITY, false"
    })
    void theBiasOnlyWhereNothingCancelsIt(Normalization kind, Placement placement, ActivationKind activation, boolean cancelled) {
        Network network = RandomNetworks.network(random, SIZES, activation, kind, placement, false, 1e-5);
        assertEquals(cancelled, network.layers().get(0).cancelsBias());
        assertEquals(cancelled ? List.of(WEIGHTS, WEIGHTS, BIAS) : List.of(WEIGHTS, BIAS, WEIGHTS, BIAS), visited(network));
    }

    @Test
    void theBiasBeforeTheActivationWhereTheNormalizerComesAfter() {
        assertEquals(List.of(WEIGHTS, BIAS, GAMMA, BETA, WEIGHTS, BIAS), visited(network(Placement.AFTER, true)));
    }

    @Test
    void neitherGammaNorBetaThatAreOff() {
        assertEquals(List.of(WEIGHTS, WEIGHTS, BIAS), visited(network(Placement.BEFORE, false)));
    }

    /** The normalizers of a network may come and go between two steps of one pass object. */
    @Test
    void normalizerPutInBetweenTwoPassesIsUsed() {
        Network network = network(null, false);
        DMatrixRMaj x = random.gaussian(6, SIZES[0]);
        Pass pass = new Pass(network, 6);
        network.forward(x, Statistics.BATCH, pass);
        assertSame(pass.layers().get(0).preActivation(), pass.layers().get(0).normalized());
        network.layers().get(0).setNormalizer(RandomNetworks.normalizer(random, SIZES[1], true, 1e-5));
        network.forward(x, Statistics.BATCH, pass);
        assertTrue(pass.layers().get(0).hasNormalizer());
        Pass fresh = new Pass(network, 6);
        network.forward(x, Statistics.BATCH, fresh);
        for (int i = 0; i < 6 * SIZES[2]; i++) {
            assertEquals(fresh.logits().data[i], pass.logits().data[i]);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Layer narrow = new Layer(new Dense(3, 4, true), ActivationKind.RELU, Placement.BEFORE);
        Layer wide = new Layer(new Dense(5, 2, true), ActivationKind.IDENTITY, Placement.BEFORE);
        assertThrows(IllegalArgumentException.class, () -> new Network(List.of(narrow, wide)));
        BatchNorm other = RandomNetworks.normalizer(random, 3, true, 1e-5);
        assertThrows(IllegalArgumentException.class, () -> narrow.setNormalizer(other));
        Network network = network(null, false);
        Pass small = new Pass(network, 5);
        DMatrixRMaj six = random.gaussian(6, SIZES[0]);
        assertThrows(IllegalArgumentException.class, () -> network.forward(six, Statistics.BATCH, small));
    }

    private Network network(Placement placement, boolean scaleShift) {
        return RandomNetworks.network(random, SIZES, ActivationKind.TANH, placement, scaleShift, 1e-5);
    }

    private static List<ParameterVisitor.Kind> visited(Network network) {
        List<ParameterVisitor.Kind> kinds = new ArrayList<>();
        network.visit(new Pass(network, 2), (kind, value, gradient) -> {
            assertEquals(value.numRows, gradient.numRows);
            assertEquals(value.numCols, gradient.numCols);
            kinds.add(kind);
        });
        return kinds;
    }
}
