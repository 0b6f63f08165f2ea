package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.Side;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNewBatchWeight;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetScaleShift;

/** Saving and restoring everything that decides how twins go on. */
class StateTest {
    private static final int STEPS = 23;

    static List<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            for (Normalization normalization : Normalization.values()) {
                settings.add(Arguments.of(optimizer, normalization));
            }
        }
        return settings;
    }

    private static Experiment with(OptimizerKind optimizer, Normalization normalization) {
        NetworkSettings plain = SmallWorld.network(ActivationKind.TANH, Placement.AFTER);
        NetworkSettings dropping = new NetworkSettings(plain.hidden(), plain.activation(), plain.initialization(), plain.sigma(),
                plain.placement(), plain.epsilon(), plain.newBatchWeight(), plain.convention(), RunningAverage.CUMULATIVE, 0.2,
                plain.layers());
        Experiment small = SmallWorld.experiment();
        return small.withNetwork(dropping)
                .withTraining(SmallWorld.training(0.02, SmallWorld.BATCH, optimizer, 1e-3, LossKind.CROSS_ENTROPY))
                .withRun(Side.A, small.a().withNormalization(2, Normalization.NOISY_BATCH))
                .withRun(Side.B, small.b().withNormalization(normalization));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void goesOnAsIfNothingHadBeen(OptimizerKind optimizer, Normalization normalization) {
        Experiment experiment = with(optimizer, normalization);
        try (Twins twins = SmallWorld.twins(experiment); Twins others = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, STEPS);
            State state = twins.save();
            SmallWorld.advance(twins, STEPS);
            State later = twins.save();
            assertNotEquals(state.hash(), later.hash());

            twins.restore(state, experiment);
            assertEquals(STEPS, twins.stepCount());
            assertEquals(state, twins.save());
            SmallWorld.advance(twins, STEPS);
            assertEquals(later, twins.save());

            others.restore(state, experiment);
            SmallWorld.advance(others, STEPS);
            assertEquals(later.hash(), others.save().hash());
            assertEquals(twins.hash(), others.hash());
            assertEquals(twins.run(Side.A).lossOfBatch(), others.run(Side.A).lossOfBatch());
        }
    }

    /** Normalizers appear and vanish on the way, with what an optimizer remembers of them. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void bringsTheSwitchesOfThenBack(OptimizerKind optimizer) {
        Experiment experiment = with(optimizer, Normalization.BATCH);
        List<Command> commands = List.of(
                new SetNormalization(Side.B, Normalization.NONE),
                new SetScaleShift(Side.A, false),
                new SetNewBatchWeight(0.5),
                new SetNormalization(Side.A, Normalization.LAYER),
                new SetLearningRate(0.3),
                new SetScaleShift(Side.A, true),
                new SetNormalization(Side.B, Normalization.BATCH));
        try (Twins twins = SmallWorld.twins(experiment)) {
            List<State> states = new ArrayList<>();
            List<Experiment> experiments = new ArrayList<>();
            for (Command command : commands) {
                SmallWorld.advance(twins, 9);
                states.add(twins.save());
                experiments.add(twins.experiment());
                twins.apply(command);
            }
            for (int i : new int[] {3, 0, 6, 1, 5, 2, 4}) {
                twins.restore(states.get(i), experiments.get(i));
                assertEquals(experiments.get(i), twins.experiment());
                assertEquals(states.get(i), twins.save());
                for (int next = i + 1; next < commands.size(); next++) {
                    twins.apply(commands.get(next - 1));
                    SmallWorld.advance(twins, 9);
                    assertEquals(states.get(next), twins.save(), i + " to " + next);
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        Experiment experiment = SmallWorld.experiment();
        try (Twins twins = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, 5);
            State good = twins.save();
            SmallWorld.advance(twins, 5);
            State now = twins.save();
            List<State> bad = new ArrayList<>();
            for (int length : new int[] {0, 7, 8, 16, 24, good.bytes().length - 8, good.bytes().length - 1, good.bytes().length + 8}) {
                bad.add(new State(5, Arrays.copyOf(good.bytes(), length)));
            }
            for (int i = 0; i < good.bytes().length; i += 37) {
                byte[] bytes = good.bytes().clone();
                bytes[i] ^= 4;
                bad.add(new State(5, bytes));
            }
            bad.add(new State(6, good.bytes()));
            for (State state : bad) {
                assertRefused(twins, state, experiment, "damaged");
            }
            for (Experiment other : List.of(
                    with(OptimizerKind.ADAM, Normalization.BATCH),
                    experiment.withRun(Side.B, experiment.b().withNormalization(Normalization.NONE)),
                    experiment.withRun(Side.A, experiment.a().withNormalization(1, Normalization.RMS)))) {
                assertRefused(twins, good, other, "does not fit");
            }
            assertEquals(now, twins.save());
        }
    }

    private static void assertRefused(Twins twins, State state, Experiment then, String words) {
        BadInputException refusal = assertThrows(BadInputException.class, () -> twins.restore(state, then));
        assertTrue(refusal.getMessage().contains(words) && refusal.getMessage().endsWith("."), refusal.getMessage());
        assertEquals(10, twins.stepCount());
    }
}
