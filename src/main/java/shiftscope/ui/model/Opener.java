package shiftscope.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.FileSource;

/** Opens what a user chose, dropped or named: an experiment, or data for the experiment on screen. */
public final class Opener {
    /** Enough to learn from, few enough for every measurement to stay quick; the field Examples raises it. */
    private static final int EXAMPLES_OF_A_FILE = 10_000;

    private static final Texts TEXTS = Texts.beside(Opener.class, "sentences");

    private final Bench bench;
    private final Notices notices;
    private final Executor background;
    private final Executor front;

    public Opener(Bench bench, Notices notices, Executor background, Executor front) {
        this.bench = bench;
        this.notices = notices;
        this.background = background;
        this.front = front;
    }

    /** Opens the twins that a new user meets. */
    public void openStandard() {
        bench.open(new Sitting(Experiment.standard(), Path.of("").toAbsolutePath()));
    }

    /** Reads the file in the background; what cannot be opened changes nothing but the message bar. */
    public void open(Path path) {
        Experiment standing = bench.experimentProperty().get();
        background.execute(() -> {
            try {
                Sitting sitting = read(path.toAbsolutePath(), standing == null ? Experiment.standard() : standing);
                front.execute(() -> {
                    notices.settle();
                    bench.open(sitting);
                });
            } catch (RuntimeException e) {
                front.execute(() -> {
                    notices.tell(Trouble.sentence(e));
                    if (bench.experimentProperty().get() == null) {
                        openStandard();
                    }
                });
            }
        });
    }

    private static Sitting read(Path path, Experiment standing) {
        Path folder = path.getParent() == null ? path : path.getParent();
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!Files.exists(path)) {
            throw new BadInputException(TEXTS.get("open.missing", path));
        }
        if (name.endsWith(".json")) {
            return new Sitting(ExperimentFile.read(path), folder);
        }
        if (name.matches(".*\\.(csv|tsv|txt|data)(\\.gz)?")) {
            return new Sitting(withFile(standing, DataKind.CSV, path), folder);
        }
        if (Files.isDirectory(path) || name.matches(".*(idx|ubyte).*")) {
            return new Sitting(withFile(standing, DataKind.IDX, path), folder);
        }
        throw new BadInputException(TEXTS.get("open.unknown", path.getFileName()));
    }

    private static Experiment withFile(Experiment standing, DataKind kind, Path path) {
        DataSettings data = standing.data();
        return standing.withData(new DataSettings(
                kind, EXAMPLES_OF_A_FILE, 0, data.scaling(), data.testShare(), new FileSource(path.toString(), null, null)));
    }
}
