package shiftscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shiftscope.config.ExperimentFile;
import shiftscope.config.ProgramVersion;
import shiftscope.plot.PlotTexts;
import shiftscope.session.Snapshot;

/**
 * What every exported file carries, so that it can be made again: program and version, title, seed, step, what was changed on the way,
 * and the experiment as it stands, as the text of an experiment file in one line.
 */
final class Origin {
    static final String SOFTWARE = "Software";
    static final String TITLE = "Title";
    static final String DESCRIPTION = "Description";
    static final String SEED = "Seed";
    static final String STEP = "Step";
    static final String CHANGES = "Changes";
    static final String EXPERIMENT = "Experiment";

    /**
     * One of the things that are carried.
     *
     * @param key an English word
     * @param text of one line
     */
    record Entry(String key, String text) {}

    private Origin() {}

    /** All of them, in a fixed order; changes only if there were any. */
    static List<Entry> of(Snapshot snapshot) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(SOFTWARE, software()));
        entries.add(new Entry(TITLE, oneLine(snapshot.experiment().name())));
        entries.add(new Entry(DESCRIPTION, oneLine(PlotTexts.origin(snapshot, ProgramVersion.text()))));
        entries.add(new Entry(SEED, String.valueOf(snapshot.experiment().seed())));
        entries.add(new Entry(STEP, String.valueOf(snapshot.step())));
        if (!snapshot.commands().isEmpty()) {
            entries.add(new Entry(CHANGES, String.join("; ", PlotTexts.changes(snapshot.commands()))));
        }
        entries.add(new Entry(EXPERIMENT, oneLine(ExperimentFile.format(snapshot.experiment()))));
        return entries;
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
