package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;
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
                new Command.SetStatistics(Side.B, Statistics.POPULATION));
        assertEquals(
                Arrays.stream(Command.class.getPermittedSubclasses()).map(Class::getName).collect(Collectors.toSet()),
                commands.stream().map(command -> command.getClass().getName()).collect(Collectors.toSet()));
        assertEquals(
                List.of("learning rate 0.05", "batch norm", "layer 2: RMS norm", "γ, β off", "population statistics"),
                commands.stream().map(PlotTexts::describe).toList());
    }

    @Test
    void runsAreDescribedByTheirSwitches() {
        assertEquals("plain", PlotTexts.describe(new RunSettings(Normalization.NONE, true, Statistics.BATCH)));
        assertEquals(
                "batch normalization without γ, β",
                PlotTexts.describe(new RunSettings(Normalization.BATCH, false, Statistics.BATCH)));
    }
}
