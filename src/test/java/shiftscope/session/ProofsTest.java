package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LayerSwitch;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command.FoldAway;
import shiftscope.session.Command.InsertKeeping;
import shiftscope.session.Command.ScaleWeights;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNewBatchWeight;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetScaleShift;
import shiftscope.session.Command.SetStatistics;
import shiftscope.session.Command.ShiftBiases;
import shiftscope.session.Command.UndoProof;

/** Proofs on playing runs: that they are replayed, refused and undone. */
class ProofsTest {
    /** Run A is plain, run B normalized. */
    private static final List<Command.Proof> PROOFS = List.of(
            new ShiftBiases(Side.B, 1, 2.5),
            new ScaleWeights(Side.B, 2, 4),
            new InsertKeeping(Side.A, 1),
            new FoldAway(Side.B, 2),
            new ShiftBiases(Side.A, 2, -1),
            new InsertKeeping(Side.A, 2),
            new FoldAway(Side.B, 1));

    private final Twins twins = SmallWorld.twins(SmallWorld.experiment());

    @AfterEach
    void close() {
        twins.close();
    }

    private static void assertRefused(Twins twins, Command command, String... words) {
        long hash = twins.hash();
        Experiment experiment = twins.experiment();
        int commands = twins.commands().size();
        int reports = SmallProofs.reports(twins).size();
        BadInputException refusal = assertThrows(BadInputException.class, () -> twins.apply(command));
        for (String word : words) {
            assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        }
        assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
        assertEquals(hash, twins.hash());
        assertEquals(experiment, twins.experiment());
        assertEquals(commands, twins.commands().size());
        assertEquals(reports, SmallProofs.reports(twins).size());
    }

    /** Trained on after undoing, they have the hash of twins that never knew of a proof. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void undoingBringsEveryBitBackAndTheOptimizersMemory(OptimizerKind optimizer) {
        for (Placement placement : Placement.values()) {
            Experiment experiment = SmallProofs.with(optimizer, placement);
            try (Twins undisturbed = SmallWorld.twins(experiment); Twins proved = SmallWorld.twins(experiment)) {
                for (Command.Proof proof : PROOFS) {
                    SmallWorld.advance(undisturbed, 7);
                    SmallWorld.advance(proved, 7);
                    Metrics before = proved.measure();
                    proved.apply(proof);
                    assertNotEquals(undisturbed.hash(), proved.hash(), proof::toString);
                    proved.apply(new UndoProof(proof.side()));

                    assertEquals(undisturbed.hash(), proved.hash(), proof::toString);
                    assertEquals(undisturbed.experiment(), proved.experiment());
                    assertEquals(before, proved.measure());
                }
                SmallWorld.advance(undisturbed, 30);
                SmallWorld.advance(proved, 30);
                assertEquals(undisturbed.hash(), proved.hash(), optimizer + ", " + placement);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Statistics.class)
    void severalProofsAreUndoneOneAfterTheOther(Statistics statistics) {
        twins.apply(new SetStatistics(Side.A, statistics));
        twins.apply(new SetStatistics(Side.B, statistics));
        SmallWorld.advance(twins, 9);
        long hash = twins.hash();
        Experiment experiment = twins.experiment();
        Metrics before = twins.measure();
        PROOFS.forEach(proof -> {
            twins.apply(proof);
            twins.measure();
        });
        assertEquals(List.of(false, false, false, false, false, true, true),
                SmallProofs.reports(twins).stream().map(ProofReport::canBeUndone).toList(), "the newest of each run");
        for (int i = PROOFS.size() - 1; i >= 0; i--) {
            twins.apply(new UndoProof(PROOFS.get(i).side()));
        }
        assertEquals(hash, twins.hash());
        assertEquals(experiment, twins.experiment());
        assertEquals(before, twins.measure());
        assertTrue(SmallProofs.reports(twins).stream().noneMatch(ProofReport::canBeUndone));
        assertRefused(twins, new UndoProof(Side.A), "no proof of run A");
    }

    @Test
    void nothingCanBeUndoneOnceAStepWasMade() {
        SmallWorld.advance(twins, 3);
        twins.apply(new FoldAway(Side.B, 1));
        assertTrue(SmallProofs.newest(twins).canBeUndone());
        assertRefused(twins, new UndoProof(Side.A), "no proof of run A");
        SmallWorld.advance(twins, 1);
        assertFalse(SmallProofs.newest(twins).canBeUndone());
        assertRefused(twins, new UndoProof(Side.B), "no proof of run B", "next step");
    }

    @Test
    void aSwitchThatChangesTheNetworkEndsUndoingAndAnotherDoesNot() {
        SmallWorld.advance(twins, 3);
        long hash = twins.hash();
        twins.apply(new FoldAway(Side.B, 1));
        twins.apply(new SetLearningRate(0.01));
        twins.apply(new SetStatistics(Side.B, Statistics.RUNNING));
        twins.apply(new SetScaleShift(Side.A, false));
        assertTrue(SmallProofs.newest(twins).canBeUndone());
        twins.apply(new UndoProof(Side.B));
        assertEquals(hash, twins.hash());
        assertEquals(Statistics.RUNNING, twins.experiment().b().statistics());

        for (Command change : List.of(
                new SetNormalization(Side.B, Normalization.LAYER), new SetNewBatchWeight(0.01), new SetScaleShift(Side.B, false))) {
            twins.apply(new ShiftBiases(Side.B, 1, 1));
            twins.apply(change);
            assertFalse(SmallProofs.newest(twins).canBeUndone(), change::toString);
            assertRefused(twins, new UndoProof(Side.B), "switch");
        }
    }

    @Test
    void theSettingOfTheLayerIsThatOfTheProof() {
        twins.apply(new InsertKeeping(Side.A, 2));
        twins.apply(new FoldAway(Side.B, 1));
        assertEquals(List.of(new LayerSwitch(2, Normalization.BATCH)), twins.experiment().a().layers());
        assertEquals(List.of(new LayerSwitch(1, Normalization.NONE)), twins.experiment().b().layers());
        assertTrue(SmallWorld.net(twins, Side.A).layers().get(1).normalizer().isPresent());
        assertTrue(SmallWorld.net(twins, Side.B).layers().get(0).normalizer().isEmpty());
        twins.apply(new UndoProof(Side.A));
        assertEquals(List.of(), twins.experiment().a().layers());
        assertTrue(SmallWorld.net(twins, Side.A).layers().get(1).normalizer().isEmpty());
        SmallWorld.advance(twins, 5);
        assertEquals(List.of(new RecordedCommand(0, new InsertKeeping(Side.A, 2)), new RecordedCommand(0, new FoldAway(Side.B, 1)),
                new RecordedCommand(0, new UndoProof(Side.A))), twins.commands());
    }

    /** The commands at their steps make of fresh twins the same as they made of these. */
    @Test
    void recordedProofsAreReplayed() {
        for (Command.Proof proof : PROOFS) {
            SmallWorld.advance(twins, 4);
            twins.apply(proof);
            twins.measure();
            if (proof instanceof ShiftBiases) {
                twins.apply(new UndoProof(proof.side()));
            }
        }
        SmallWorld.advance(twins, 11);
        try (Twins fresh = SmallWorld.twins(SmallWorld.experiment())) {
            for (RecordedCommand recorded : twins.commands()) {
                SmallWorld.advance(fresh, (int) (recorded.step() - fresh.stepCount()));
                fresh.apply(recorded.command());
            }
            SmallWorld.advance(fresh, (int) (twins.stepCount() - fresh.stepCount()));
            assertEquals(twins.hash(), fresh.hash());
            assertEquals(SmallProofs.reports(twins), SmallProofs.reports(fresh));
        }
    }

    @Test
    void theOtherRunIsNotTouched() {
        SmallWorld.advance(twins, 5);
        long plain = SmallWorld.net(twins, Side.A).hash();
        twins.apply(new FoldAway(Side.B, 2));
        twins.apply(new ScaleWeights(Side.B, 1, 3));
        assertEquals(plain, SmallWorld.net(twins, Side.A).hash());
    }

    @Test
    void atStepZeroTheReferenceIsTakenAnew() {
        twins.apply(new ScaleWeights(Side.B, 1, 3));
        assertFalse(twins.identicalAtStart());
        assertEquals(1, twins.history().size());
        assertEquals(0, twins.history().get(0).b().layers().get(0).shift());
        twins.apply(new UndoProof(Side.B));
        assertTrue(twins.identicalAtStart());
    }

    @Test
    void refusalsSayWhy() {
        SmallWorld.advance(twins, 2);
        assertRefused(twins, new ShiftBiases(Side.A, 0, 1), "layer", "is 0", "1 to 2");
        assertRefused(twins, new ScaleWeights(Side.A, 3, 2), "layer", "is 3", "1 to 2");
        assertRefused(twins, new ShiftBiases(Side.B, 1, Double.NaN), "NaN", "finite");
        assertRefused(twins, new ScaleWeights(Side.B, 1, 0), "0.0", "other than 0");
        assertRefused(twins, new ScaleWeights(Side.B, 1, Double.POSITIVE_INFINITY), "Infinity");
        assertRefused(twins, new InsertKeeping(Side.B, 1), "Layer 1 of run B", "already");
        assertRefused(twins, new FoldAway(Side.A, 1), "Layer 1 of run A", "no normalizer");
        twins.apply(new SetNormalization(Side.B, Normalization.RMS));
        assertRefused(twins, new FoldAway(Side.B, 1), "each example");
        twins.apply(new SetNormalization(Side.B, Normalization.NOISY_BATCH));
        assertRefused(twins, new FoldAway(Side.B, 1), "noise");
        twins.apply(new SetScaleShift(Side.A, false));
        assertRefused(twins, new InsertKeeping(Side.A, 1), "γ, β", "off");
    }

    @Test
    void whatWouldLeaveTheFiniteNumbersIsRefused() {
        SmallWorld.advance(twins, 2);
        twins.apply(new ScaleWeights(Side.B, 1, 1e300));
        assertRefused(twins, new ScaleWeights(Side.B, 1, 1e300), "finite", "layer 1");
        twins.apply(new UndoProof(Side.B));
        assertTrue(twins.step());
    }

    /** A ReLU that nobody wakes is 0 for every training example. */
    @Test
    void aUnitWithoutSpreadAndWithoutEpsilonIsRefused() {
        Experiment experiment = SmallWorld.experiment()
                .withNetwork(SmallProofs.withoutEpsilon(SmallWorld.network(ActivationKind.RELU, Placement.AFTER)));
        try (Twins dying = SmallWorld.twins(experiment)) {
            dying.apply(new ShiftBiases(Side.A, 1, -1000));
            assertRefused(dying, new InsertKeeping(Side.A, 1), "Unit 0 of layer 1", "epsilon");
        }
    }

    @Test
    void aTrainerShowsReportsAndRefusals() {
        try (Trainer trainer = SmallWorld.trainer(SmallWorld.experiment())) {
            trainer.send(new FoldAway(Side.B, 1));
            Snapshot folded = Patience.await(trainer, "a report", snapshot -> !snapshot.proofs().isEmpty());
            assertTrue(folded.proofs().get(0).canBeUndone());
            trainer.advance(2);
            Patience.awaitPause(trainer, 2);
            trainer.send(new UndoProof(Side.B));
            trainer.send(new SetLearningRate(0.5));
            Patience.await(trainer, "the next command", snapshot -> snapshot.experiment().training().learningRate() == 0.5);
            assertTrue(trainer.takeRefusal().orElseThrow().getMessage().contains("no proof of run B"));
        }
    }
}
