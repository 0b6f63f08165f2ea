package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.MeasureSettings;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.BatchOrder;
import shiftscope.data.Dataset;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Chance;
import shiftscope.engine.CrossEntropy;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Optimizer;
import shiftscope.engine.Pass;

/** Noise and dropout come from the seed: the same for both runs, for any number of threads, and whoever looks. */
class ChanceRunsTest {
    private static final int STEPS = 40;

    private static Experiment noisy(double dropout) {
        Experiment small = SmallWorld.experiment().withNetwork(SmallWorld.network(dropout));
        return small.withRun(Side.B, small.b().withNormalization(Normalization.NOISY_BATCH));
    }

    private static Experiment twice(Experiment experiment) {
        return experiment.withRun(Side.A, experiment.b());
    }

    private static long hashAfter(Experiment experiment, int steps) {
        try (Twins twins = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, steps);
            return twins.hash();
        }
    }

    @Test
    void twinsWithTheSameSwitchesDrawTheSame() {
        try (Twins twins = SmallWorld.twins(twice(noisy(0.3)))) {
            SmallWorld.advance(twins, STEPS);

            assertEquals(SmallWorld.net(twins, Side.A).hash(), SmallWorld.net(twins, Side.B).hash());
        }
    }

    @Test
    void chanceIsAPartOfTheRunAndOfItsSeed() {
        assertEquals(hashAfter(noisy(0.3), STEPS), hashAfter(noisy(0.3), STEPS));
        assertNotEquals(hashAfter(noisy(0.3), STEPS), hashAfter(noisy(0), STEPS));
        Experiment plain = SmallWorld.experiment();
        Experiment dropping = plain.withNetwork(SmallWorld.network(0.3));
        assertNotEquals(hashAfter(plain, STEPS), hashAfter(dropping, STEPS));
        assertNotEquals(hashAfter(plain, STEPS), hashAfter(noisy(0), STEPS));
    }

    /** The run's loop a second time: each kind of chance has the stream of its name, and only that. */
    @Test
    void noiseAndDropoutHaveStreamsOfTheirOwn() {
        Experiment experiment = noisy(0.3);
        Dataset dataset = SmallWorld.dataset(experiment);
        Seed seed = new Seed(experiment.seed());
        Network network = Network.initialize(experiment.network(), dataset.features(), dataset.outputs(), seed.initialization());
        for (Layer layer : network.layers().subList(0, network.depth())) {
            layer.setNormalizer(Normalizer.of(Normalization.NOISY_BATCH, layer.dense().units(), experiment.network(), true));
        }
        Chance chance = new Chance(seed.noise(), seed.dropout(), 0.3);
        BatchOrder order = new BatchOrder(dataset.train().size(), SmallWorld.BATCH, seed.batchOrder());
        Optimizer optimizer = Optimizer.of(experiment.training());
        Pass pass = new Pass(network, SmallWorld.BATCH);
        for (int step = 0; step < STEPS; step++) {
            int[] batch = order.next();
            network.forward(new DMatrixRMaj(OwnForward.rows(dataset.train().inputs(), batch)), chance, pass);
            network.backward(new DMatrixRMaj(OwnForward.rows(dataset.train().targets(), batch)), new CrossEntropy(), pass);
            network.visit(pass, optimizer);
            network.updateRunning(pass);
        }
        try (Twins twins = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, STEPS);

            assertEquals(network.hash(), SmallWorld.net(twins, Side.B).hash());
        }
    }

    /** Looking at everything in between: no draw more, no bit less. */
    @Test
    void measuringChangesNoBit() {
        Experiment experiment = noisy(0.3).withMeasure(new MeasureSettings(40, 5, 2, 3, 100, false));
        long undisturbed = hashAfter(experiment, STEPS);
        try (Twins twins = SmallWorld.twins(experiment)) {
            RowAxes axes = new RowAxes();
            for (int step = 0; step < STEPS; step++) {
                SmallWorld.advance(twins, 1);
                for (Side side : Side.values()) {
                    twins.apply(new Command.SetStatistics(side, Statistics.values()[step % 3]));
                }
                twins.measure();
                twins.rows(Tap.values()[step % 6], axes);
            }

            assertEquals(undisturbed, twins.hash());
        }
    }

    /** Large enough that the second thread is employed. */
    @Test
    void oneThreadOrTwoGiveTheSameBits() {
        Experiment standard = Experiment.standard();
        NetworkSettings network = standard.network();
        Experiment experiment = standard.withNetwork(new NetworkSettings(
                        network.hidden(),
                        network.activation(),
                        network.initialization(),
                        network.sigma(),
                        network.placement(),
                        network.epsilon(),
                        network.newBatchWeight(),
                        network.convention(),
                        network.average(),
                        0.2,
                        network.layers()))
                .withRun(Side.B, standard.b().withNormalization(Normalization.NOISY_BATCH).withNormalization(2, Normalization.LAYER));
        Dataset dataset = SmallWorld.dataset(experiment);
        List<Long> hashes = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            try (Twins twins = new Twins(experiment, dataset, threads)) {
                SmallWorld.advance(twins, 30);
                hashes.add(twins.hash());
            }
        }
        assertEquals(hashes.get(0), hashes.get(1));
    }

    /** With noise, each unit would be off its β by up to 0.6. */
    @Test
    void tapsShowNoNoise() {
        try (Twins twins = SmallWorld.twins(noisy(0.3))) {
            SmallWorld.advance(twins, STEPS);
            LayerView y = twins.rows(Tap.SCALED, new RowAxes()).get(1).b();
            BatchNorm normalizer = SmallWorld.batchNorm(SmallWorld.net(twins, Side.B), 0);

            double mean = Arrays.stream(normalizer.beta().data).average().orElseThrow();
            assertEquals(mean, y.moments().mean(), 1e-12, "ẑ has mean 0 in every unit under the probe's own statistics");
        }
    }
}
