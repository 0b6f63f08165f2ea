package shiftscope.plot;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import shiftscope.config.RunSettings;
import shiftscope.config.Statistics;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

/** The words that plots write. */
public final class PlotTexts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("shiftscope.plot.texts", Locale.ROOT);

    private PlotTexts() {}

    /** The text of a key, with {@code {0}}, {@code {1}} … filled in; values are strings, so that no locale formats them. */
    static String get(String key, String... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    /** The symbol of a quantity, {@code ẑ}. */
    public static String symbol(Tap tap) {
        return get("symbol." + tap.name());
    }

    /** A quantity as a formula, {@code y = γẑ + β}. */
    public static String formula(Tap tap) {
        return get("formula." + tap.name());
    }

    /** What a row is called, {@code Layer 2}. */
    public static String name(Row row) {
        return get("row." + row.kind().name(), String.valueOf(row.layer()));
    }

    /** How wide what a row shows is, {@code 100 units}; {@code 2 inputs} where the row shows what the layer is given. */
    static String width(Row row) {
        Row.Kind kind = row.a().shown() == Tap.INPUT ? Row.Kind.INPUT : row.kind();
        return get((row.units() == 1 ? "width.one." : "width.") + kind.name(), Numbers.count(row.units()));
    }

    /** What a run is, {@code batch normalization}, and which layers are otherwise. */
    public static String describe(RunSettings run) {
        String text = get("run." + run.normalization().name());
        if (run.normalizes() && !run.scaleShift()) {
            text = get("run.noScaleShift", text);
        }
        List<String> others = run.layers().stream()
                .filter(own -> own.normalization() != run.normalization())
                .map(own -> String.valueOf(own.layer()))
                .toList();
        return switch (others.size()) {
            case 0 -> text;
            case 1 -> get("run.layer", text, others.get(0));
            default -> get("run.layers", text, String.join(", ", others));
        };
    }

    /** A change of a switch, in a few words. */
    public static String describe(Command command) {
        if (command instanceof Command.SetLearningRate set) {
            return get("mark.learningRate", Numbers.exact(set.learningRate()));
        }
        if (command instanceof Command.SetNormalization set) {
            return get("mark.normalization." + set.normalization().name());
        }
        if (command instanceof Command.SetLayerNormalization set) {
            String to = set.normalization() == null ? "mark.normalization.asRun" : "mark.normalization." + set.normalization().name();
            return get("mark.layer", String.valueOf(set.layer()), get(to));
        }
        if (command instanceof Command.SetScaleShift set) {
            return get(set.on() ? "mark.scaleShift.on" : "mark.scaleShift.off");
        }
        if (command instanceof Command.SetStatistics set) {
            return get("mark.statistics", name(set.statistics()));
        }
        if (command instanceof Command.SetNewBatchWeight set) {
            return get("mark.newBatchWeight", Numbers.exact(set.newBatchWeight()));
        }
        if (command instanceof Command.SetGradientProbes set) {
            return get(set.on() ? "mark.gradientProbes.on" : "mark.gradientProbes.off");
        }
        if (command instanceof Command.Proof proof) {
            return get("mark.layer", String.valueOf(proof.layer()), describe(proof));
        }
        if (command instanceof Command.UndoProof) {
            return get("mark.proof.undo");
        }
        throw new IllegalArgumentException("no words for " + command);
    }

    private static String describe(Command.Proof proof) {
        if (proof instanceof Command.ShiftBiases shift) {
            return get("mark.proof.shift", Numbers.exact(shift.by()));
        }
        if (proof instanceof Command.ScaleWeights scale) {
            return get("mark.proof.scale", Numbers.exact(scale.by()));
        }
        return get(proof instanceof Command.InsertKeeping ? "mark.proof.insert" : "mark.proof.fold");
    }

    /** Changes of switches in words, one after the other: {@code step 600, B: γ, β off}. */
    public static List<String> changes(List<RecordedCommand> commands) {
        return Mark.of(commands).stream()
                .map(mark -> mark.side()
                        .map(side -> get("change.side", String.valueOf(mark.step()), side.name(), mark.text()))
                        .orElseGet(() -> get("change", String.valueOf(mark.step()), mark.text())))
                .toList();
    }

    /**
     * What is needed to make a picture again: experiment, seed, step and program.
     *
     * @param version of the program
     */
    public static String origin(Snapshot snapshot, String version) {
        return get(
                "picture.description",
                snapshot.experiment().name(),
                String.valueOf(snapshot.experiment().seed()),
                String.valueOf(snapshot.step()),
                version);
    }

    /** What the statistics are called. */
    static String name(Statistics statistics) {
        return get("statistics." + statistics.name());
    }
}
