package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;

/** Settings alone say the same of a script as the twins that it was recorded from. */
class StandingTest {
    private static final int COMMANDS = 600;
    private final SplittableRandom random = new SplittableRandom(9);

    @Test
    void whatLandsOnTwinsLandsHereWithTheSameOutcome() {
        int refused = 0;
        int undone = 0;
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            Standing standing = new Standing(SmallWorld.experiment());
            for (int i = 0; i < COMMANDS; i++) {
                if (random.nextInt(6) == 0) {
                    SmallWorld.advance(twins, 1);
                }
                Command command = command();
                boolean lands = lands(() -> twins.apply(command));
                RecordedCommand recorded = new RecordedCommand(twins.stepCount(), command);
                assertEquals(lands, lands(() -> standing.land(recorded)), () -> recorded + " on " + twins.experiment());
                assertEquals(twins.experiment(), standing.experiment());
                refused += lands ? 0 : 1;
                undone += lands && command instanceof Command.UndoProof ? 1 : 0;
            }
            assertEquals(standing.experiment(), new Script(
                    SmallWorld.experiment(), twins.commands(), twins.stepCount(), Optional.empty()).experiment());
        }
        assertTrue(refused > 10 && undone > 10, refused + " were refused, " + undone + " undone");
    }

    private static boolean lands(Runnable landing) {
        try {
            landing.run();
            return true;
        } catch (BadInputException refused) {
            return false;
        }
    }

    private Command command() {
        Side side = Side.values()[random.nextInt(2)];
        int layer = 1 + random.nextInt(2);
        Normalization normalization = random.nextInt(2) == 0 ? Normalization.NONE : Normalization.BATCH;
        return switch (random.nextInt(12)) {
            case 0 -> new Command.SetNormalization(side, normalization);
            case 1 -> new Command.SetLayerNormalization(side, layer, random.nextInt(3) == 0 ? null : normalization);
            case 2 -> new Command.SetScaleShift(side, random.nextInt(4) != 0);
            case 3 -> new Command.SetStatistics(side, Statistics.values()[random.nextInt(3)]);
            case 4 -> new Command.SetLearningRate(0.1 + 0.1 * random.nextInt(3));
            case 5 -> new Command.ShiftBiases(side, layer, 0.5);
            case 6, 7 -> new Command.InsertKeeping(side, layer);
            case 8, 9 -> new Command.FoldAway(side, layer);
            default -> new Command.UndoProof(side);
        };
    }
}
