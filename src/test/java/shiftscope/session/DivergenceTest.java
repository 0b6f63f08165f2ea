package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;
import shiftscope.data.BatchOrder;
import shiftscope.engine.Layer;

/** A run that leaves the finite numbers is stopped before the step that would spoil it, and says where it happened first. */
class DivergenceTest {
    /** A penalty that makes weights 10,000 times as large at each step. */
    private static final TrainingSettings GROWING =
            SmallWorld.training(1000, SmallWorld.BATCH, OptimizerKind.SGD, 10, LossKind.CROSS_ENTROPY);

    private static final TrainingSettings STEEP =
            SmallWorld.training(1000, SmallWorld.BATCH, OptimizerKind.SGD, 0, LossKind.MEAN_SQUARED_ERROR);

    private static Experiment with(ActivationKind activation, TrainingSettings training) {
        return SmallWorld.experiment().withNetwork(SmallWorld.network(activation, Placement.BEFORE)).withTraining(training);
    }

    private static Experiment bothPlain(Experiment experiment) {
        return experiment.withRun(Side.B, experiment.b().withNormalization(Normalization.NONE));
    }

    private static Experiment bothNormalized(Experiment experiment) {
        return experiment.withRun(Side.A, experiment.a().withNormalization(Normalization.BATCH));
    }

    /** Steps until it is over, and makes sure that the last step left every bit alone. */
    private static Divergence diverge(Twins twins) {
        long hash = twins.hash();
        while (twins.step()) {
            hash = twins.hash();
            assertTrue(twins.stepCount() < 5_000, "did not diverge");
        }
        Divergence divergence = twins.divergence().orElseThrow();
        assertEquals(hash, twins.hash());
        assertEquals(twins.stepCount() + 1, divergence.step());
        assertFalse(twins.step());
        assertFalse(twins.step());
        assertEquals(hash, twins.hash());
        assertEquals(divergence, twins.divergence().orElseThrow());
        assertTrue(twins.identicalAtStart(), "one run was given a batch more than the other");
        return divergence;
    }

    /** The batch that was not learned from, passed by this test's own code. */
    private static OwnForward lastBatch(Twins twins, Side side) {
        Experiment experiment = twins.experiment();
        BatchOrder order = new BatchOrder(
                twins.dataset().train().size(), experiment.training().batchSize(), new Seed(experiment.seed()).batchOrder());
        int[] batch = order.next();
        for (long step = 0; step < twins.stepCount(); step++) {
            batch = order.next();
        }
        return new OwnForward(
                SmallWorld.net(twins, side), OwnForward.rows(twins.dataset().train().inputs(), batch), Statistics.BATCH);
    }

    private static boolean finite(double[][] values) {
        for (double[] row : values) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void aSteepLossAloneIsFound() {
        try (Twins twins = SmallWorld.twins(bothPlain(with(ActivationKind.RELU, STEEP)))) {
            Divergence divergence = diverge(twins);

            OwnForward own = lastBatch(twins, divergence.side());
            boolean logitsFinite = finite(own.logits);
            assertEquals(logitsFinite, divergence.where() == null);
            if (logitsFinite) {
                assertEquals(3, divergence.layer());
            }
        }
    }

    @Test
    void theLayerNamedIsTheFirstThatOverflows() {
        for (ActivationKind activation : new ActivationKind[] {ActivationKind.IDENTITY, ActivationKind.SIGMOID, ActivationKind.TANH}) {
            try (Twins twins = SmallWorld.twins(bothPlain(with(activation, GROWING)))) {
                Divergence divergence = diverge(twins);

                assertEquals(Tap.PRE_ACTIVATION, divergence.where());
                OwnForward own = lastBatch(twins, divergence.side());
                assertFalse(finite(own.z[divergence.layer() - 1]), activation + ": " + divergence);
                for (int below = 0; below < divergence.layer() - 1; below++) {
                    assertTrue(finite(own.z[below]), activation + ": " + divergence);
                }
            }
        }
    }

    /** ẑ would be 0, y would be β, the loss would be finite: a picture of a network that is long gone. */
    @Test
    void aBatchVarianceThatOverflowsIsFoundThoughTheLossIsFinite() {
        try (Twins twins = SmallWorld.twins(bothNormalized(with(ActivationKind.SIGMOID, GROWING)))) {
            Divergence divergence = diverge(twins);

            assertEquals(Tap.NORMALIZED, divergence.where());
            OwnForward own = lastBatch(twins, divergence.side());
            assertTrue(finite(own.z[divergence.layer() - 1]) && finite(own.logits), divergence::toString);
        }
    }

    /** The mean square of a row overflows before the row does, and makes ẑ a finite 0. */
    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"LAYER", "RMS"})
    void aRowsVarianceThatOverflowsIsFoundThoughTheLossIsFinite(Normalization kind) {
        Experiment growing = bothNormalized(with(ActivationKind.SIGMOID, GROWING));
        Experiment rows = growing.withRun(Side.A, growing.a().withNormalization(kind))
                .withRun(Side.B, growing.b().withNormalization(kind));
        try (Twins twins = SmallWorld.twins(rows)) {
            Divergence divergence = diverge(twins);

            assertEquals(Tap.NORMALIZED, divergence.where());
            OwnForward own = lastBatch(twins, divergence.side());
            assertTrue(finite(own.z[divergence.layer() - 1]) && finite(own.logits), divergence::toString);
        }
    }

    /** Activations of at most 1e100 and a loss of about as much, but 1e200 · 1e200 on the way back. */
    @Test
    void aGradientThatOverflowsIsFoundBeforeItIsUsed() {
        Experiment plain = bothPlain(with(ActivationKind.IDENTITY, SmallWorld.experiment().training()));
        try (Twins twins = SmallWorld.twins(plain)) {
            fill(SmallWorld.net(twins, Side.B).layers().get(0), 1e-300, 1e-300);
            fill(SmallWorld.net(twins, Side.B).layers().get(1), 1e200, 1e200);
            fill(SmallWorld.net(twins, Side.B).layers().get(2), 1e200, -1e200);

            Divergence divergence = diverge(twins);

            assertEquals(new Divergence(Side.B, 1, 1, Tap.GRADIENT), divergence);
        }
    }

    private static void fill(Layer layer, double even, double odd) {
        double[] weights = layer.dense().weights().data;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 2 == 0 ? even : odd;
        }
    }

    @Test
    void theOtherRunDoesNotTakeTheStepEither() {
        Experiment experiment = with(ActivationKind.IDENTITY, GROWING);
        try (Twins twins = SmallWorld.twins(experiment)) {
            long normalized = SmallWorld.net(twins, Side.B).hash();
            while (twins.step()) {
                normalized = SmallWorld.net(twins, Side.B).hash();
            }

            assertEquals(Side.A, twins.divergence().orElseThrow().side());
            assertEquals(normalized, SmallWorld.net(twins, Side.B).hash());
        }
    }

    @Test
    void aTrainerPausesAndItsSnapshotSaysWhy() {
        Experiment experiment = bothPlain(with(ActivationKind.TANH, GROWING));
        try (Trainer trainer = SmallWorld.trainer(experiment)) {
            trainer.play();
            Snapshot stopped = Patience.await(trainer, "a divergence", snapshot -> snapshot.divergence().isPresent());

            assertFalse(stopped.playing());
            assertEquals(stopped.step() + 1, stopped.divergence().orElseThrow().step());
            assertEquals(stopped.step(), stopped.latest().step());
            assertEquals(4, stopped.rows().size());
            trainer.play();
            trainer.advance(3);
            trainer.look(Viewing.of(Tap.GRADIENT));
            Snapshot later = Patience.await(trainer, "another tap", snapshot -> snapshot.tap() == Tap.GRADIENT);
            assertEquals(stopped.step(), later.step());
            assertFalse(later.playing());
        }
    }
}
