package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;

/**
 * A change of a switch, marked on an axis of steps.
 *
 * @param step when it landed
 * @param text what changed, in a few words
 * @param side whose switch it was; empty if both runs share it
 */
public record Mark(long step, String text, Optional<Side> side) {
    /** The marks of what was changed; looking closer changes nothing. */
    public static List<Mark> of(List<RecordedCommand> commands) {
        return commands.stream()
                .filter(recorded -> !(recorded.command() instanceof Command.SetGradientProbes))
                .map(recorded -> new Mark(recorded.step(), PlotTexts.describe(recorded.command()), side(recorded.command())))
                .toList();
    }

    /** What a command changes, and of which run: {@code B batch norm}. */
    public static String words(Command command) {
        String text = PlotTexts.describe(command);
        return side(command).map(side -> PlotTexts.get("mark.ofRun", side.name(), text)).orElse(text);
    }

    private static Optional<Side> side(Command command) {
        if (command instanceof Command.SetNormalization set) {
            return Optional.of(set.side());
        }
        if (command instanceof Command.SetLayerNormalization set) {
            return Optional.of(set.side());
        }
        if (command instanceof Command.SetScaleShift set) {
            return Optional.of(set.side());
        }
        if (command instanceof Command.SetStatistics set) {
            return Optional.of(set.side());
        }
        if (command instanceof Command.Proof proof) {
            return Optional.of(proof.side());
        }
        if (command instanceof Command.UndoProof undo) {
            return Optional.of(undo.side());
        }
        return Optional.empty();
    }

    /** The colour of its triangle. */
    Colour colour(Palette palette) {
        return side.map(palette::of).orElse(palette.muted());
    }
}
