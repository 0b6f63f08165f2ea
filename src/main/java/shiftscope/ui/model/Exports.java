package shiftscope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import shiftscope.config.BadInputException;
import shiftscope.export.Animation;
import shiftscope.export.AnimationOptions;
import shiftscope.export.Figure;
import shiftscope.export.FigureView;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Viewing;

/**
 * Makes files of plots, in the background; the runs on screen go on. Moving pictures are taken of runs of their own, which make the same
 * steps again.
 */
public final class Exports {
    private static final Texts TEXTS = Texts.beside(Exports.class, "sentences");

    private final TwinSession.Opener opener;
    private final Bench bench;
    private final Notices notices;
    private final Executor background;
    private final Executor aside;
    private final Executor front;
    private final ExportForm form;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** @param aside runs what may take minutes */
    Exports(
            TwinSession.Opener opener,
            Bench bench,
            Look look,
            ViewSettings settings,
            Notices notices,
            Executor background,
            Executor aside,
            Executor front) {
        this.opener = opener;
        this.bench = bench;
        this.notices = notices;
        this.background = background;
        this.aside = aside;
        this.front = front;
        form = new ExportForm(look, settings);
    }

    public ExportForm form() {
        return form;
    }

    /** Whether the sheet is shown. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether moving pictures are being made. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far they are, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the centre of the window shows. */
    public FigureView whatIsShown() {
        return form.shown();
    }

    /** Shows the sheet for what the window shows, or hides it. */
    public void toggle() {
        if (shown.get()) {
            shown.set(false);
        } else {
            show(form.shown());
        }
    }

    /** Shows the sheet for a plot. */
    public void show(FigureView view) {
        form.viewProperty().set(view);
        Snapshot now = bench.snapshotProperty().get();
        if (now != null) {
            form.toProperty().set(String.valueOf(Math.max(now.step(), now.time().head())));
        }
        shown.set(true);
    }

    /** What a file would be called. */
    public String suggestedName() {
        Snapshot now = bench.snapshotProperty().get();
        String step = now == null || form.formatProperty().get().moves() ? "" : "-step" + now.step();
        return "shiftscope-" + form.viewProperty().get().word() + step + form.formatProperty().get().ending();
    }

    /** Writes what the form asks for to a file, or to a folder. */
    public void write(Path chosen) {
        Path path = withEnding(chosen.toAbsolutePath());
        try {
            Figure figure = form.figure();
            if (form.formatProperty().get().moves()) {
                film(path, figure);
            } else {
                withSnapshot(figure, snapshot -> {
                    Pictures.write(path, figure, snapshot, form.options());
                    return () -> notices.report(TEXTS.get("export.written", path));
                });
            }
        } catch (BadInputException e) {
            notices.tell(e.getMessage());
        }
    }

    /** Gives the pixels of what the form asks for, in the front. */
    public void copy(Consumer<Pictures.Pixels> receiver) {
        try {
            Figure figure = form.figure();
            withSnapshot(figure, snapshot -> {
                Pictures.Pixels pixels = Pictures.pixels(figure.picture(snapshot), form.options());
                return () -> {
                    receiver.accept(pixels);
                    notices.report(TEXTS.get("export.copied"));
                };
            });
        } catch (BadInputException e) {
            notices.tell(e.getMessage());
        }
    }

    /** Gives up the moving pictures. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Makes something of a snapshot, in the background; gives what is to be done in the front then. */
    @FunctionalInterface
    private interface Making {
        Runnable of(Snapshot snapshot) throws IOException;
    }

    /** Of the runs as they are now: not the snapshot on screen, whose axes know what was looked at before, which no file says. */
    private void withSnapshot(Figure figure, Making making) {
        Snapshot now = bench.snapshotProperty().get();
        if (now != null) {
            Viewing wanted = figure.viewing(now.experiment());
            bench.withSession(session -> session.still(
                    wanted, snapshot -> background.execute(() -> attempt(() -> making.of(snapshot), notices::tell))));
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Attempt {
        Runnable make() throws IOException;
    }

    private void attempt(Attempt attempt, Consumer<String> refused) {
        try {
            front.execute(attempt.make());
        } catch (IOException e) {
            front.execute(() -> refused.accept(TEXTS.get("file.notWritten", e.getMessage())));
        } catch (RuntimeException | OutOfMemoryError e) {
            front.execute(() -> refused.accept(Trouble.sentence(e)));
        }
    }

    private void filmFailed(String sentence) {
        notices.tell(sentence);
        running.set(false);
    }

    private void film(Path path, Figure figure) {
        Film film = form.film();
        Snapshot now = bench.snapshotProperty().get();
        if (now == null) {
            return;
        }
        Viewing viewing = figure.viewing(now.experiment());
        Path base = bench.sitting().base();
        boolean gif = form.formatProperty().get() == ExportForm.Format.GIF;
        running.set(true);
        progress.set(0);
        cancelled.set(false);
        // A script leaves out what lies ahead.
        PictureOptions options = form.options();
        bench.withSession(session -> session.script(false, script -> background.execute(() -> attempt(() -> {
            Script whole = new Script(script.start(), now.time().commands(), film.from(), Optional.empty());
            TwinSession own = opener.open(new Sitting(whole, base));
            aside.execute(() -> attempt(() -> {
                try (own; Animation animation = gif
                        ? Animation.gif(path, figure, new AnimationOptions(
                                options.scale(), AnimationOptions.PLAIN.delay(), AnimationOptions.PLAIN.loop()))
                        : Animation.folder(path, figure, options)) {
                    return ended(shoot(film, own, viewing, animation, path));
                }
            }, this::filmFailed));
            return () -> {};
        }, this::filmFailed))));
    }

    private Runnable ended(Runnable then) {
        return () -> {
            running.set(false);
            then.run();
        };
    }

    private Runnable shoot(Film film, TwinSession own, Viewing viewing, Animation animation, Path path) throws IOException {
        boolean whole = film.make(own, viewing, animation, cancelled::get,
                frames -> front.execute(() -> progress.set((double) frames / film.frames())));
        if (!whole) {
            return () -> notices.report(TEXTS.get("export.cancelled"));
        }
        animation.finish();
        int frames = animation.frames();
        return () -> notices.report(TEXTS.get("export.filmed", String.valueOf(frames), path));
    }

    private Path withEnding(Path path) {
        String ending = form.formatProperty().get().ending();
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path.resolveSibling(name + ending);
    }
}
