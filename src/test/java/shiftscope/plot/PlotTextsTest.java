package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Tap;

class PlotTextsTest {
    @Test
    void everyQuantityHasASymbolAndAFormula() {
        Set<String> symbols = new HashSet<>();
        for (Tap tap : Tap.values()) {
            symbols.add(PlotTexts.symbol(tap));
            assertFalse(PlotTexts.formula(tap).isEmpty());
        }
        assertEquals(Tap.values().length, symbols.size());
        assertEquals("y = γẑ + β", PlotTexts.formula(Tap.SCALED));
    }

    /** A command that is new in the session must get words here too. */
    @Test
    void everyCommandHasWords() {
        List<Command> commands = List.of(
                new Command.SetLearningRate(0.05),
                new Command.SetNormalization(Side.A, Normalization.BATCH),
                new Command.SetLayerNormalization(Side.B, 2, Normalization.RMS),
                new Command.SetScaleShift(Side.B, false),
                new Command.SetStatistics(Side.B, Statistics.POPULATION),
                new Command.SetNewBatchWeight(0.01),
                new Command.SetGradientProbes(true),
                new Command.ShiftBiases(Side.A, 2, 5),
                new Command.ScaleWeights(Side.A, 2, 10),
                new Command.InsertKeeping(Side.A, 3),
                new Command.FoldAway(Side.B, 3),
                new Command.UndoProof(Side.B));
        assertEquals(
                Arrays.stream(Command.class.getPermittedSubclasses()).map(Class::getName).collect(Collectors.toSet()),
                commands.stream().map(command -> command.getClass().getName()).collect(Collectors.toSet()));
        assertEquals(
                List.of(
                        "learning rate 0.05",
                        "batch norm",
                        "layer 2: RMS norm",
                        "γ, β off",
                        "population statistics",
                        "new batch weighs 0.01",
                        "gradient probes on",
                        "layer 2: b + 5",
                        "layer 2: W × 10",
                        "layer 3: batch norm, same function",
                        "layer 3: batch norm folded away",
                        "undone"),
                commands.stream().map(PlotTexts::describe).toList());
    }

    @Test
    void everyNormalizationHasWordsOfItsOwn() {
        Set<String> runs = new HashSet<>();
        Set<String> marks = new HashSet<>();
        for (Normalization normalization : Normalization.values()) {
            runs.add(PlotTexts.describe(new RunSettings(normalization, true, Statistics.BATCH)));
            marks.add(PlotTexts.describe(new Command.SetNormalization(Side.A, normalization)));
        }
        assertEquals(
                Set.of("plain", "batch normalization", "batch normalization, constant statistics", "noisy batch normalization",
                        "layer normalization", "RMS normalization"),
                runs);
        assertEquals(Normalization.values().length, marks.size());
        assertEquals("layer 3: as the run", PlotTexts.describe(new Command.SetLayerNormalization(Side.A, 3, null)));
    }

    @Test
    void runsAreDescribedByTheirSwitches() {
        assertEquals("plain", PlotTexts.describe(new RunSettings(Normalization.NONE, false, Statistics.BATCH)));
        RunSettings batch = new RunSettings(Normalization.BATCH, false, Statistics.BATCH);
        assertEquals("batch normalization without γ, β", PlotTexts.describe(batch));
        RunSettings one = batch.withScaleShift(true).withNormalization(3, Normalization.NONE);
        assertEquals("batch normalization, except in layer 3", PlotTexts.describe(one));
        assertEquals("batch normalization, except in layer 3", PlotTexts.describe(one.withNormalization(1, Normalization.BATCH)));
        assertEquals("batch normalization, except in layers 2, 3", PlotTexts.describe(one.withNormalization(2, Normalization.RMS)));
    }

    @Test
    void aMarkOfASwitchIsOfItsRun() {
        List<RecordedCommand> commands = List.of(
                new RecordedCommand(3, new Command.SetLayerNormalization(Side.B, 1, Normalization.LAYER)),
                new RecordedCommand(4, new Command.SetLearningRate(1)));
        assertEquals(
                List.of(new Mark(3, "layer 1: layer norm", Optional.of(Side.B)), new Mark(4, "learning rate 1", Optional.empty())),
                Mark.of(commands));
    }
}
