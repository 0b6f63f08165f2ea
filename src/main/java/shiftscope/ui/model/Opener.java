package shiftscope.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import shiftscope.config.BadInputException;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Rates;

/** Opens what a user chose, dropped or named: an experiment, a lesson, or data for the experiment on screen. */
public final class Opener {
    private static final Texts TEXTS = Texts.beside(Opener.class, "sentences");

    private final Bench bench;
    private final Documents documents;
    private final LessonDesk lessons;
    private final RecentFiles recent;
    private final Notices notices;
    private final Executor background;
    private final Executor front;

    Opener(
            Bench bench,
            Documents documents,
            LessonDesk lessons,
            RecentFiles recent,
            Notices notices,
            Executor background,
            Executor front) {
        this.bench = bench;
        this.documents = documents;
        this.lessons = lessons;
        this.recent = recent;
        this.notices = notices;
        this.background = background;
        this.front = front;
    }

    /** Opens the twins that a new user meets. */
    public void openStandard() {
        bench.open(new Sitting(Experiment.standard(), Path.of("").toAbsolutePath()));
    }

    /**
     * Opens a lesson in a window that shows nothing yet.
     *
     * @param which its number among those of the program, or a file
     */
    public void openLesson(String which) {
        if (!which.matches("\\d{1,4}")) {
            open(Path.of(which));
            return;
        }
        int number = Integer.parseInt(which);
        background.execute(() -> {
            // What has been read once is there at once when it is opened.
            if (number >= 1 && number <= Library.size()) {
                Rates.of(Library.lesson(number));
            }
            front.execute(() -> {
                lessons.open(number);
                if (lessons.openedProperty().get() == null) {
                    openStandard();
                }
            });
        });
    }

    /** Reads the file in the background; what cannot be opened changes nothing but the message bar. */
    public void open(Path path) {
        Experiment standing = bench.experimentProperty().get();
        Path file = path.toAbsolutePath();
        background.execute(() -> {
            try {
                Runnable open = read(file, standing == null ? Experiment.standard() : standing);
                front.execute(() -> {
                    notices.settle();
                    open.run();
                });
            } catch (RuntimeException e) {
                boolean gone = !Files.exists(file);
                front.execute(() -> refuse(e, file, gone));
            }
        });
    }

    private void refuse(RuntimeException why, Path file, boolean gone) {
        boolean forgotten = gone && recent.forget(file);
        notices.tell(forgotten ? TEXTS.get("open.gone", file) : Trouble.sentence(why));
        if (bench.experimentProperty().get() == null) {
            openStandard();
        }
    }

    private Runnable read(Path path, Experiment standing) {
        Path folder = path.getParent() == null ? path : path.getParent();
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!Files.exists(path)) {
            throw new BadInputException(TEXTS.get("open.missing", path));
        }
        if (name.endsWith(".json") && LessonFile.isOne(path)) {
            Lesson lesson = LessonFile.read(path);
            Map<String, Rate> rates = Rates.beside(path, lesson);
            return () -> {
                lessons.open(lesson, folder, rates);
                recent.add(path);
            };
        }
        if (name.endsWith(".json")) {
            Document document = DocumentFile.read(path);
            return () -> documents.opened(document, path);
        }
        if (DataSettings.isTable(name) || Files.isDirectory(path) || name.matches(".*(idx|ubyte).*")) {
            Sitting sitting = new Sitting(withFile(standing, path), folder);
            return () -> bench.open(sitting);
        }
        throw new BadInputException(TEXTS.get("open.unknown", path.getFileName()));
    }

    /** Files hold classes; squared error goes with the numbers that it was chosen for. */
    private static Experiment withFile(Experiment standing, Path path) {
        Experiment opened = standing.withData(standing.data().withFile(path.toString()));
        return standing.data().kind().regression()
                ? opened.withTraining(opened.training().withLoss(LossKind.CROSS_ENTROPY))
                : opened;
    }
}
