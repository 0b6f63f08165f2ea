package shiftscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import shiftscope.config.Experiment;
import shiftscope.config.FileSource;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Normalization;
import shiftscope.config.Scaling;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.plot.WallMode;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.State;
import shiftscope.session.Tap;

/** Documents to be written and read. */
final class SampleDocuments {
    private static final View VIEW = new View(WallMode.PERCENTILES, Tap.PRE_ACTIVATION, 2, true, true, true, true);

    private SampleDocuments() {}

    /** Every command there is, in an order in which the default experiment allows them. */
    static List<RecordedCommand> commands() {
        List<RecordedCommand> commands = new ArrayList<>();
        add(commands, 0, new Command.SetStatistics(Side.B, Statistics.POPULATION));
        add(commands, 120, new Command.SetLearningRate(1.0 / 3), new Command.SetNewBatchWeight(1e-7));
        add(commands, 121, new Command.SetNormalization(Side.A, Normalization.CONSTANT_BATCH));
        add(commands, 121, new Command.SetLayerNormalization(Side.B, 3, Normalization.RMS));
        add(commands, 121, new Command.SetLayerNormalization(Side.B, 3, null));
        add(commands, 500, new Command.SetGradientProbes(true), new Command.SetScaleShift(Side.A, false));
        add(commands, 501, new Command.ShiftBiases(Side.A, 1, -3.5), new Command.ScaleWeights(Side.B, 2, 1e300));
        add(commands, 501, new Command.FoldAway(Side.B, 2), new Command.InsertKeeping(Side.B, 2), new Command.UndoProof(Side.B));
        add(commands, 501, new Command.InsertKeeping(Side.B, 2), new Command.UndoProof(Side.B), new Command.UndoProof(Side.B));
        add(commands, 5_000_000_000L, new Command.SetStatistics(Side.B, Statistics.RUNNING));
        return commands;
    }

    private static void add(List<RecordedCommand> commands, long step, Command... all) {
        for (Command command : all) {
            commands.add(new RecordedCommand(step, command));
        }
    }

    /** With everything a file can hold. */
    static Document full(State state) {
        return new Document(new Script(Experiment.standard().withSeed(7), commands(), 600, Optional.of(state)), VIEW);
    }

    /** Without a state. */
    static Document changed() {
        return full(state(1)).withoutState();
    }

    /** At step 0, with data in a file. */
    static Document fromFile(String path) {
        return Document.of(Experiment.standard().withData(new DataSettings(
                DataKind.CSV, 77, 0.3, Scaling.MIN_MAX, 0.35, new FileSource(path, "größe", true))));
    }

    /** Half of it arbitrary bits, as weights are, half zeros, as what an optimizer has not gathered yet. */
    static State state(int bytes) {
        byte[] arbitrary = new byte[bytes];
        new SplittableRandom(bytes).nextBytes(arbitrary);
        Arrays.fill(arbitrary, bytes / 2, bytes, (byte) 0);
        return new State(599, arbitrary);
    }
}
