package shiftscope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import shiftscope.config.BadInputException;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;
import shiftscope.export.ShareLine;
import shiftscope.export.View;

/** What is on the bench as a file or a line of text. Files are read and written in the background; the runs go on meanwhile. */
public final class Documents {
    private static final Texts TEXTS = Texts.beside(Documents.class, "sentences");
    /** How names of experiment files end. */
    public static final String ENDING = ".shiftscope.json";

    private final Bench bench;
    private final Look look;
    private final Notices notices;
    private final RecentFiles recent;
    private final Executor background;
    private final Executor front;
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper(this, "edited");
    private Runnable beforeOpening = () -> {};
    private boolean withState;

    Documents(Bench bench, Look look, Undo undo, Notices notices, RecentFiles recent, Executor background, Executor front) {
        this.bench = bench;
        this.look = look;
        this.notices = notices;
        this.recent = recent;
        this.background = background;
        this.front = front;
        undo.whenChanged(() -> edited.set(true));
    }

    /** Whether something was changed since it was opened or saved. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Happens before a document is put on the bench. */
    void setBeforeOpening(Runnable action) {
        beforeOpening = action;
    }

    /** Says whether there is something to save that is on the bench again. */
    void setEdited(boolean value) {
        edited.set(value);
    }

    /** Puts a document on the bench that was read from a file. */
    void opened(Document document, Path path) {
        withState = document.script().state().isPresent();
        put(document, new Sitting(document.script(), folder(path), Optional.of(path)));
        recent.add(path);
    }

    /** Puts a document on the bench. Where it says nothing of how it is looked at, or nothing unusual, that stays as it is. */
    void put(Document document, Sitting sitting) {
        beforeOpening.run();
        bench.open(sitting, () -> {
            if (!document.view().equals(View.STANDARD)) {
                look.show(document.view());
            }
            edited.set(false);
        });
    }

    /** Saves to the file it came from. Returns whether there is one. */
    public boolean save() {
        Path path = bench.fileProperty().get();
        if (path != null) {
            saveAs(path, withState);
        }
        return path != null;
    }

    /**
     * Saves to a file, which the runs on screen belong to from now on.
     *
     * @param state whether the state of both networks goes with it, so that whoever opens it is at this step at once
     */
    public void saveAs(Path chosen, boolean state) {
        Path path = withEnding(chosen.toAbsolutePath());
        withDocument(state, (document, base) -> {
            DocumentFile.write(path, document.moved(base, folder(path)));
            front.execute(() -> {
                withState = state;
                bench.savedAs(path);
                edited.set(false);
                recent.add(path);
                notices.report(TEXTS.get(state ? "file.savedWithState" : "file.saved", path));
            });
        });
    }

    /** Gives the line of text that others can paste, in the front. */
    public void shareLine(Consumer<String> receiver) {
        withDocument(false, (document, base) -> {
            String line = ShareLine.encode(document);
            front.execute(() -> {
                receiver.accept(line);
                notices.report(TEXTS.get("file.copied"));
            });
        });
    }

    /** Opens a line of text that somebody shared, or the text of an experiment file. */
    public void paste(String text) {
        Path base = bench.sitting() == null ? Path.of("").toAbsolutePath() : bench.sitting().base();
        background.execute(() -> {
            try {
                Document document = read(text);
                front.execute(() -> {
                    notices.settle();
                    withState = document.script().state().isPresent();
                    put(document, new Sitting(document.script(), base));
                });
            } catch (RuntimeException e) {
                front.execute(() -> notices.tell(Trouble.sentence(e)));
            }
        });
    }

    private static Document read(String text) {
        if (ShareLine.isOne(text)) {
            return ShareLine.decode(text);
        }
        if (text.strip().startsWith("{")) {
            return DocumentFile.parse(text, TEXTS.get("file.clipboard"));
        }
        throw new BadInputException(TEXTS.get("file.noLine"));
    }

    /** Something to do with the document in the background. */
    @FunctionalInterface
    interface Task {
        void accept(Document document, Path base) throws IOException;
    }

    /** Does something with what is on the bench now; what goes wrong is told in a sentence. */
    void withDocument(boolean state, Task task) {
        Path base = bench.sitting() == null ? null : bench.sitting().base();
        bench.withSession(session -> session.script(state, script -> front.execute(() -> {
            Document document = new Document(script, look.view());
            background.execute(() -> {
                try {
                    task.accept(document, base);
                } catch (IOException e) {
                    front.execute(() -> notices.tell(TEXTS.get("file.notWritten", e.getMessage())));
                } catch (RuntimeException e) {
                    front.execute(() -> notices.tell(Trouble.sentence(e)));
                }
            });
        })));
    }

    private static Path folder(Path path) {
        return path.getParent() == null ? path : path.getParent();
    }

    private static Path withEnding(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? path : path.resolveSibling(name + ENDING);
    }
}
