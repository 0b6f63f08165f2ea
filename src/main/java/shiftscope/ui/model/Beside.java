package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;

/**
 * Something that is measured beside the runs on screen while somebody looks: anew when they stand paused at another step or were
 * changed, and about every second while they play. One measurement at a time.
 *
 * @param <T> what comes of it
 */
public final class Beside<T> {
    private static final long BETWEEN = 1_000_000_000;

    private final Bench bench;
    private final Laboratory laboratory;
    private final ObservableBooleanValue wanted;
    private final Supplier<Measurement<T>> measurements;
    private final LongSupplier clock;
    private final ReadOnlyObjectWrapper<T> newest = new ReadOnlyObjectWrapper<>(this, "newest");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private Measurement<T> measurement;
    private Moment measured;
    private long begun;
    private Laboratory.Job job;
    /** Counts what is no longer asked for. */
    private int turn;

    /**
     * Measures.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Measurement<T> {
        /**
         * @param base what relative paths of data start from
         * @throws java.util.concurrent.CancellationException if the thread is interrupted
         */
        T of(Script script, Path base);
    }

    /** What a measurement is of. */
    private record Moment(long step, Object commands, Object experiment) {
        static Moment of(Snapshot snapshot) {
            return new Moment(snapshot.step(), snapshot.commands(), snapshot.experiment());
        }
    }

    /**
     * @param wanted whether somebody looks
     * @param measurements makes one, which is then used by one thread at a time for runs that go on
     * @param clock nanoseconds
     */
    Beside(
            Bench bench, Laboratory laboratory, ObservableBooleanValue wanted, Supplier<Measurement<T>> measurements, LongSupplier clock) {
        this.bench = bench;
        this.laboratory = laboratory;
        this.wanted = wanted;
        this.measurements = measurements;
        this.clock = clock;
        bench.snapshotProperty().addListener((property, before, now) -> look());
        bench.whenOpened(session -> forget());
        bench.openingProperty().addListener((property, before, now) -> look());
        wanted.addListener((property, before, now) -> {
            if (now) {
                look();
            } else {
                forget();
            }
        });
    }

    /** What came of the newest measurement; {@code null} before the first. */
    public ReadOnlyObjectProperty<T> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Why there is none; empty if there is or will be one. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    private void forget() {
        turn++;
        if (job != null) {
            job.cancel();
        }
        job = null;
        measurement = null;
        measured = null;
        newest.set(null);
        refusal.set("");
    }

    private boolean due(Snapshot now) {
        if (now.playing() && measured != null) {
            return clock.getAsLong() - begun >= BETWEEN;
        }
        return !Moment.of(now).equals(measured);
    }

    private void look() {
        Snapshot now = bench.snapshotProperty().get();
        // Runs that are about to give way are not worth it, and the folder of their data is no longer known.
        boolean stays = now != null && !bench.openingProperty().get();
        if (wanted.get() && stays && job == null && now.time().seeking() < 0 && due(now)) {
            begun = clock.getAsLong();
            measured = Moment.of(now);
            int mine = ++turn;
            // Until the script is there, this stands for the job.
            job = () -> { };
            bench.withSession(session ->
                    session.script(false, script -> laboratory.inFront(() -> begin(script, mine))));
        }
    }

    private void begin(Script script, int mine) {
        if (mine != turn) {
            return;
        }
        if (measurement == null) {
            measurement = measurements.get();
        }
        Measurement<T> used = measurement;
        Path base = bench.sitting().base();
        job = laboratory.measure(() -> used.of(script, base), result -> end(mine, result, ""), sentence -> end(mine, null, sentence));
    }

    private void end(int mine, T result, String sentence) {
        if (mine == turn) {
            job = null;
            refusal.set(sentence);
            newest.set(result);
            look();
        }
    }
}
