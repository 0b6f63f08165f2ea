package shiftscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.stage.Stage;
import shiftscope.data.download.MnistDownload;
import shiftscope.ui.model.Keeper;
import shiftscope.ui.model.Trouble;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.window.MainWindow;

/** One window with its model and its threads. */
final class Assembly {
    /** Long enough for a second click, short enough to feel immediate. */
    private static final double GATHER_CHANGES_MILLIS = 400;

    private static final double KEEP_MILLIS = 60_000;
    private static final double KEEP_AFTER_CHANGE_MILLIS = 5_000;

    private final FxThread front = new FxThread();
    /** What is asked for after the end, such as to close what has been opened meanwhile, is done at once. */
    private final ExecutorService background = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> daemon(work, "shiftscope-background"),
            (work, ended) -> work.run());
    private final ExecutorService aside = Executors.newCachedThreadPool(work -> daemon(work, "shiftscope-aside"));
    private final WindowModel model;
    private Keeper keeper;

    /**
     * Fills a stage.
     *
     * @param memory where settings of the view are kept
     */
    Assembly(Stage stage, Preferences memory) {
        model = new WindowModel(
                new TrainerSessions(), background, aside, front, () -> FxThread.delay(GATHER_CHANGES_MILLIS), memory,
                progress -> new MnistDownload(MnistDownload.usualFolder()).fetch(progress));
        new MainWindow(stage, model, background, front);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    WindowModel model() {
        return model;
    }

    /** Opens the file named first, or the lesson named after {@code lesson}, or else the twins that a new user meets. */
    void open(List<String> arguments) {
        if (arguments.isEmpty()) {
            model.opener().openStandard();
        } else if (arguments.size() > 1 && arguments.get(0).equals("lesson")) {
            model.opener().openLesson(arguments.get(1));
        } else {
            model.opener().open(Path.of(arguments.get(0)));
        }
    }

    /** From now on, what no other code catches ends in the message bar and the log. */
    void catchUncaught() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            Trouble.log("Uncaught on thread " + thread.getName(), failure);
            front.execute(() -> model.notices().tell(Trouble.sentence(failure)));
        });
    }

    /** Keeps the session in a folder from now on, and offers one that a crash has left there. */
    void keepIn(Path folder) {
        keeper = new Keeper(
                model, background, front, () -> FxThread.delay(KEEP_MILLIS), () -> FxThread.delay(KEEP_AFTER_CHANGE_MILLIS));
        keeper.start(folder);
    }

    void close() {
        if (keeper != null) {
            keeper.end();
        }
        model.close();
        aside.shutdownNow();
        background.shutdown();
    }
}
