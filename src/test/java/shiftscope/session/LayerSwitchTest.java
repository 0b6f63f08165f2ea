package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LayerShape;
import shiftscope.config.LayerSwitch;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Layer;
import shiftscope.engine.Normalizer;
import shiftscope.session.Command.SetLayerNormalization;
import shiftscope.session.Command.SetNormalization;

/** Single layers have what they were given, from the beginning or from a step in the middle, and the others keep theirs. */
class LayerSwitchTest {
    private final Experiment experiment = SmallWorld.experiment();
    private final Twins twins = SmallWorld.twins(experiment);

    @AfterEach
    void close() {
        twins.close();
    }

    private static Layer layer(Twins of, Side side, int number) {
        return SmallWorld.net(of, side).layers().get(number - 1);
    }

    private Normalizer normalizer(int number) {
        return layer(twins, Side.B, number).normalizer().orElseThrow();
    }

    private static Normalization kind(Twins of, Side side, int number) {
        return layer(of, side, number).normalizer().map(Normalizer::kind).orElse(Normalization.NONE);
    }

    @ParameterizedTest
    @EnumSource(Normalization.class)
    void aRunBeginsWithWhatItsSettingsSay(Normalization kind) {
        Experiment changed = experiment.withRun(Side.B, experiment.b().withNormalization(kind))
                .withRun(Side.A, experiment.a().withNormalization(2, kind));
        try (Twins started = SmallWorld.twins(changed)) {
            assertEquals(List.of(kind, kind), List.of(kind(started, Side.B, 1), kind(started, Side.B, 2)));
            assertEquals(List.of(Normalization.NONE, kind), List.of(kind(started, Side.A, 1), kind(started, Side.A, 2)));
            assertEquals(Optional.empty(), layer(started, Side.B, 3).normalizer(), "the output layer has none");
            SmallWorld.advance(started, 20);
            assertTrue(Double.isFinite(started.measure().b().testLoss()));
        }
    }

    @Test
    void shapesOfSingleLayersAreOfBothRuns() {
        Experiment shaped = experiment.withNetwork(
                SmallWorld.network(0, new LayerShape(2, ActivationKind.RELU, null), new LayerShape(1, null, Placement.AFTER)));
        try (Twins started = SmallWorld.twins(shaped)) {
            for (Side side : Side.values()) {
                assertEquals(ActivationKind.TANH, layer(started, side, 1).activation());
                assertEquals(Placement.AFTER, layer(started, side, 1).placement());
                assertEquals(ActivationKind.RELU, layer(started, side, 2).activation());
                assertEquals(Placement.BEFORE, layer(started, side, 2).placement());
                assertEquals(ActivationKind.IDENTITY, layer(started, side, 3).activation());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = "BATCH", mode = EnumSource.Mode.EXCLUDE)
    void oneLayerChangesAndTheOtherKeepsItsNormalizer(Normalization kind) {
        SmallWorld.advance(twins, 8);
        Normalizer first = normalizer(1);
        double[] gamma = first.gamma().data.clone();
        double[] running = SmallWorld.batchNorm(SmallWorld.net(twins, Side.B), 0).runningMean().clone();

        twins.apply(new SetLayerNormalization(Side.B, 2, kind));

        assertSame(first, normalizer(1));
        assertArrayEquals(gamma, first.gamma().data);
        assertArrayEquals(running, SmallWorld.batchNorm(SmallWorld.net(twins, Side.B), 0).runningMean());
        assertEquals(kind, kind(twins, Side.B, 2));
        layer(twins, Side.B, 2).normalizer().ifPresent(fresh -> {
            assertTrue(DoubleStream.of(fresh.gamma().data).allMatch(g -> g == 1));
            assertTrue(DoubleStream.of(fresh.beta().data).allMatch(b -> b == 0));
        });
        assertEquals(List.of(new RecordedCommand(8, new SetLayerNormalization(Side.B, 2, kind))), twins.commands());
        SmallWorld.advance(twins, 20);
    }

    @Test
    void aLayerCanFollowTheSwitchAgain() {
        twins.apply(new SetLayerNormalization(Side.B, 1, Normalization.RMS));
        twins.apply(new SetNormalization(Side.B, Normalization.LAYER));
        assertEquals(List.of(Normalization.RMS, Normalization.LAYER), List.of(kind(twins, Side.B, 1), kind(twins, Side.B, 2)));
        Normalizer second = normalizer(2);

        twins.apply(new SetLayerNormalization(Side.B, 1, null));

        assertEquals(Normalization.LAYER, kind(twins, Side.B, 1));
        assertSame(second, normalizer(2));
        assertEquals(List.of(), twins.experiment().b().layers());
        twins.apply(new SetLayerNormalization(Side.B, 1, null));
        assertEquals(3, twins.commands().size(), "what is so already is not recorded");
    }

    /** The layer has of its own what the switch says: it stays when the switch moves. */
    @Test
    void whatALayerWasGivenStaysWhenTheSwitchMoves() {
        twins.apply(new SetLayerNormalization(Side.B, 2, Normalization.BATCH));
        Normalizer second = normalizer(2);
        assertEquals(List.of(new LayerSwitch(2, Normalization.BATCH)), twins.experiment().b().layers());
        twins.apply(new SetNormalization(Side.B, Normalization.NONE));

        assertEquals(Normalization.NONE, kind(twins, Side.B, 1));
        assertSame(second, normalizer(2));
    }

    /** Normalizers of other kinds compute something else from the same numbers, so the old one's are not taken over. */
    @Test
    void anotherKindBeginsAnew() {
        SmallWorld.advance(twins, 20);
        Normalizer before = normalizer(1);
        assertTrue(DoubleStream.of(before.gamma().data).anyMatch(g -> g != 1));
        twins.apply(new SetNormalization(Side.B, Normalization.CONSTANT_BATCH));

        assertNotSame(before, normalizer(1));
        assertTrue(DoubleStream.of(normalizer(1).gamma().data).allMatch(g -> g == 1));
    }

    @Test
    void theOtherRunAndTheOrderOfSwitchesDoNotMatter() {
        try (Twins other = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, 5);
            SmallWorld.advance(other, 5);
            twins.apply(new SetLayerNormalization(Side.B, 2, Normalization.RMS));
            twins.apply(new SetLayerNormalization(Side.B, 1, Normalization.LAYER));
            other.apply(new SetLayerNormalization(Side.B, 1, Normalization.LAYER));
            other.apply(new SetLayerNormalization(Side.B, 2, Normalization.RMS));
            assertEquals(twins.experiment(), other.experiment());
            SmallWorld.advance(twins, 20);
            SmallWorld.advance(other, 20);
            assertEquals(twins.hash(), other.hash());
        }
        try (Twins undisturbed = SmallWorld.twins(experiment)) {
            SmallWorld.advance(undisturbed, 25);
            assertEquals(SmallWorld.net(undisturbed, Side.A).hash(), SmallWorld.net(twins, Side.A).hash());
            assertNotEquals(SmallWorld.net(undisturbed, Side.B).hash(), SmallWorld.net(twins, Side.B).hash());
        }
    }

    @Test
    void aLayerThatIsNotThereIsRefused() {
        String refusal = assertThrows(
                        BadInputException.class, () -> twins.apply(new SetLayerNormalization(Side.B, 3, Normalization.RMS)))
                .getMessage();

        assertTrue(refusal.contains("b.layers[0].layer is 3") && refusal.contains("1 to 2"), refusal);
        assertEquals(experiment, twins.experiment());
    }

    /** As where the switch is moved: a bias that was not trained, or a normalizer that is new, has no memory of before. */
    @Test
    void whatALayersNormalizerBringsOrTakesAwayHasNoMemory() {
        Experiment adam = experiment.withTraining(
                SmallWorld.training(0.01, SmallWorld.BATCH, OptimizerKind.ADAM, 0, LossKind.CROSS_ENTROPY));
        try (Twins started = SmallWorld.twins(adam)) {
            SmallWorld.advance(started, 30);
            double[] bias = layer(started, Side.B, 1).dense().bias().data;
            double[] untrained = bias.clone();
            SmallWorld.advance(started, 5);
            assertArrayEquals(untrained, bias, "batch normalization cancels it");

            started.apply(new SetLayerNormalization(Side.B, 1, Normalization.CONSTANT_BATCH));
            SmallWorld.advance(started, 1);
            for (int unit = 0; unit < bias.length; unit++) {
                assertEquals(0.01, Math.abs(bias[unit] - untrained[unit]), 1e-5, "a first step of Adam");
            }
            Normalizer fresh = layer(started, Side.B, 1).normalizer().orElseThrow();
            assertTrue(DoubleStream.of(fresh.gamma().data).allMatch(g -> Math.abs(Math.abs(g - 1) - 0.01) < 1e-5));

            started.apply(new SetLayerNormalization(Side.B, 1, Normalization.BATCH));
            SmallWorld.advance(started, 9);
            double[] held = bias.clone();
            started.apply(new SetLayerNormalization(Side.B, 1, Normalization.RMS));
            SmallWorld.advance(started, 1);
            for (int unit = 0; unit < bias.length; unit++) {
                assertEquals(0.01, Math.abs(bias[unit] - held[unit]), 1e-4, "a first step of Adam again");
            }
        }
    }

    @Test
    void aTrainerTakesTheCommand() {
        try (Trainer trainer = SmallWorld.trainer(experiment)) {
            trainer.advance(10);
            Patience.awaitPause(trainer, 10);
            SetLayerNormalization command = new SetLayerNormalization(Side.A, 2, Normalization.LAYER);
            trainer.send(command);
            Snapshot after = Patience.await(trainer, "the command", snapshot -> !snapshot.commands().isEmpty());

            assertEquals(List.of(new RecordedCommand(10, command)), after.commands());
            assertEquals(Normalization.LAYER, after.experiment().a().normalization(2));
        }
    }

    /** Layer and RMS normalization have one example's statistics from that example. */
    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"LAYER", "RMS"})
    void aBatchOfOneIsFineWhereRowsAreNormalized(Normalization kind) {
        Experiment single = experiment.withRun(Side.B, experiment.b().withNormalization(kind))
                .withTraining(SmallWorld.training(0.05, 1, OptimizerKind.SGD, 0, LossKind.CROSS_ENTROPY));
        try (Twins started = SmallWorld.twins(single)) {
            SmallWorld.advance(started, 3_000);
            assertTrue(started.measure().b().testAccuracy() > 0.8, "it learns: " + started.measure().b());
            assertThrows(
                    BadInputException.class, () -> started.apply(new SetLayerNormalization(Side.B, 1, Normalization.NOISY_BATCH)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = {"LAYER", "RMS"})
    void theSwitchStatisticsDoesNotMatterToRows(Normalization kind) {
        Experiment rows = experiment.withRun(Side.B, experiment.b().withNormalization(kind));
        try (Twins started = SmallWorld.twins(rows)) {
            SmallWorld.advance(started, 15);
            Metrics batch = started.measure();
            for (Statistics statistics : Statistics.values()) {
                started.apply(new Command.SetStatistics(Side.B, statistics));
                Metrics now = started.measure();
                assertEquals(batch.b().layers(), now.b().layers());
                assertEquals(batch.b().testLoss(), now.b().testLoss(), 1e-12);
                assertEquals(batch.b().testAccuracy(), now.b().testAccuracy());
            }
        }
    }
}
