package shiftscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.ProgramVersion;
import shiftscope.plot.PlotTexts;
import shiftscope.session.Snapshot;

/**
 * What every exported file carries, so that it can be made again.
 *
 * @param description all of it in a sentence
 * @param entries each by itself, in a fixed order
 */
public record Origin(String description, List<Entry> entries) {
    static final String SOFTWARE = "Software";
    private static final String TITLE = "Title";
    private static final String DESCRIPTION = "Description";
    private static final String SEED = "Seed";
    private static final String STEP = "Step";
    private static final String CHANGES = "Changes";
    private static final String EXPERIMENT = "Experiment";

    /**
     * One of the things that are carried.
     *
     * @param key an English word
     * @param text one line
     */
    public record Entry(String key, String text) {}

    public Origin {
        entries = List.copyOf(entries);
    }

    /**
     * Of a snapshot: program and version, title, seed, step, what was changed on the way if anything was, and the experiment as it
     * stands, as the text of an experiment file in one line.
     */
    public static Origin of(Snapshot snapshot) {
        String description = oneLine(PlotTexts.origin(snapshot, ProgramVersion.text()));
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(SOFTWARE, software()));
        entries.add(new Entry(TITLE, oneLine(snapshot.experiment().name())));
        entries.add(new Entry(DESCRIPTION, description));
        entries.add(new Entry(SEED, String.valueOf(snapshot.experiment().seed())));
        entries.add(new Entry(STEP, String.valueOf(snapshot.step())));
        if (!snapshot.commands().isEmpty()) {
            entries.add(new Entry(CHANGES, String.join("; ", PlotTexts.changes(snapshot.commands()))));
        }
        entries.add(new Entry(EXPERIMENT, oneLine(ExperimentFile.format(snapshot.experiment()))));
        return new Origin(description, entries);
    }

    /**
     * Of more than one run of an experiment: program and version, title, first seed, and the experiment before anything was changed in it.
     *
     * @param description what was changed from run to run, and what came of it
     */
    public static Origin of(Experiment experiment, String description) {
        return new Origin(
                oneLine(description),
                List.of(
                        new Entry(SOFTWARE, software()),
                        new Entry(TITLE, oneLine(experiment.name())),
                        new Entry(DESCRIPTION, oneLine(description)),
                        new Entry(SEED, String.valueOf(experiment.seed())),
                        new Entry(EXPERIMENT, oneLine(ExperimentFile.format(experiment)))));
    }

    /** The program and its version. */
    static String software() {
        return "ShiftScope " + ProgramVersion.text();
    }

    /** Names come from users; and no string of JSON holds a line break as it is, so that what is joined is the same JSON. */
    private static String oneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
