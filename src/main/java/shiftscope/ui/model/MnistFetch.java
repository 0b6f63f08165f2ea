package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import shiftscope.data.download.MnistDownload;

/** Fetches MNIST because somebody has asked for it, and opens it. Nothing else in the window opens a connection. */
public final class MnistFetch {
    private static final Texts TEXTS = Texts.beside(MnistFetch.class, "sentences");

    private final Source source;
    private final Opener opener;
    private final Notices notices;
    private final Executor aside;
    private final Executor front;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private volatile Thread fetching;

    /** Where MNIST comes from. */
    @FunctionalInterface
    public interface Source {
        /**
         * As {@link MnistDownload#fetch}.
         *
         * @throws InterruptedException if it was cancelled
         */
        Path fetch(MnistDownload.Progress progress) throws InterruptedException;
    }

    MnistFetch(Source source, Opener opener, Notices notices, Executor aside, Executor front) {
        this.source = source;
        this.opener = opener;
        this.notices = notices;
        this.aside = aside;
        this.front = front;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Fetches what is not there yet, and opens it. */
    public void start() {
        if (running.get()) {
            return;
        }
        running.set(true);
        progress.set(0);
        aside.execute(() -> {
            fetching = Thread.currentThread();
            try {
                Path folder = source.fetch((done, total) -> front.execute(() -> progress.set((double) done / total)));
                front.execute(() -> opener.open(folder));
            } catch (InterruptedException e) {
                front.execute(() -> notices.report(TEXTS.get("mnist.cancelled")));
            } catch (RuntimeException e) {
                front.execute(() -> notices.tell(Trouble.sentence(e)));
            } finally {
                fetching = null;
                front.execute(() -> running.set(false));
            }
        });
    }

    /** Stops; what has arrived stays for the next time. */
    public void cancel() {
        Thread thread = fetching;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
