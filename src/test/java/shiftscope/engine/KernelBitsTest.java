package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.LayerShape;
import shiftscope.config.LossKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Seed;

/** Whole training runs give the same bits whichever kernel computes them, also when it changes on the way. */
class KernelBitsTest {
    private static final int STEPS = 40;
    private final Kernel before = Kernel.fastest();

    @AfterEach
    void putBack() {
        Kernel.setFastest(before);
    }

    @Test
    void theVectorKernelIsTestedHere() {
        assertTrue(Kernel.VECTOR.isHere(), "the tests run without the module jdk.incubator.vector");
    }

    static List<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (ActivationKind activation : ActivationKind.values()) {
            for (Normalization kind : Normalization.values()) {
                settings.add(Arguments.of(activation, kind, 0));
            }
        }
        for (Normalization kind : Normalization.values()) {
            settings.add(Arguments.of(ActivationKind.TANH, kind, 0.2));
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void plainAndVectorAreTheSameToTheLastBit(ActivationKind activation, Normalization kind, double dropout) {
        long plain = train(activation, kind, dropout, List.of(Kernel.PLAIN));
        assertEquals(plain, train(activation, kind, dropout, List.of(Kernel.VECTOR)));
        assertEquals(plain, train(activation, kind, dropout, List.of(Kernel.PLAIN, Kernel.VECTOR)));
    }

    private static long train(ActivationKind activation, Normalization kind, double dropout, List<Kernel> inTurn) {
        NetworkSettings settings = new NetworkSettings(
                List.of(37, 1, 16, 50),
                activation,
                InitializationKind.HE,
                0.1,
                Placement.BEFORE,
                1e-5,
                0.1,
                RunningConvention.PYTORCH,
                RunningAverage.EXPONENTIAL,
                dropout,
                List.of(new LayerShape(3, null, Placement.AFTER)));
        Network network = Network.initialize(settings, 29, 3, new Seed(310).initialization());
        for (Layer layer : network.layers().subList(0, 4)) {
            // A single unit normalized over its row passes nothing on.
            if (layer.dense().units() > 1) {
                layer.setNormalizer(Normalizer.of(kind, layer.dense().units(), settings, true));
            }
        }
        Chance chance = RandomNetworks.chance(settings.dropout());
        RandomMatrices random = new RandomMatrices(311);
        DMatrixRMaj x = random.gaussian(23, 29);
        DMatrixRMaj targets = new DMatrixRMaj(23, 3);
        for (int i = 0; i < 23; i++) {
            targets.set(i, i % 3, 1);
        }
        Pass pass = new Pass(network, 23);
        Loss loss = Loss.of(LossKind.CROSS_ENTROPY);
        Optimizer optimizer = new GradientDescent(0.05, 0, 0.9, false);
        for (int step = 0; step < STEPS; step++) {
            Kernel.setFastest(inTurn.get(step % inTurn.size()));
            network.forward(x, chance, pass);
            network.backward(targets, loss, pass);
            network.visit(pass, optimizer);
            network.updateRunning(pass);
        }
        return network.hash();
    }
}
