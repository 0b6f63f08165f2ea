package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.LessonSweep;
import shiftscope.lesson.SweepTrial;
import shiftscope.plot.SweepPlot;
import shiftscope.session.Twins;

/**
 * A prepared sweep that is run beside the runs on screen: each point by itself, on as many threads as there are for twins. Its picture
 * fills in as points arrive. When the last is there its claims can be decided.
 */
public final class SweepExhibit {
    private static final double NANOS_PER_SECOND = 1e9;

    private final ExhibitStand exhibits;
    private final Laboratory laboratory;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final ReadOnlyObjectWrapper<SweepPlot> plot = new ReadOnlyObjectWrapper<>(this, "plot");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(this, "seconds", Double.NaN);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    /** What is shown; {@code null} if no sweep is. */
    private Prepared prepared;
    /** What is being trained; {@code null} if nothing is. */
    private Course course;
    private Laboratory.Job guess = () -> { };

    /** What a sweep is doing. */
    public enum State {
        /** Not all points are there, and none is being trained. */
        IDLE,
        RUNNING,
        DONE,
        /** It cannot be trained. */
        REFUSED
    }

    SweepExhibit(ExhibitStand exhibits, Laboratory laboratory) {
        this.exhibits = exhibits;
        this.laboratory = laboratory;
        exhibits.shownProperty().subscribe(this::show);
    }

    /** What it is doing. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The picture as far as it is known; {@code null} if no sweep is shown. */
    public ReadOnlyObjectProperty<SweepPlot> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    /** The share of all steps that has been made, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** About how many seconds the rest takes on this machine; NaN while that is not known. */
    public ReadOnlyDoubleProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** Why it cannot be trained; empty if it can. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** How many runs it has. */
    public int runs() {
        return prepared == null ? 0 : 2 * prepared.sweep().points().size();
    }

    /** How many of them have ended. */
    public int ended() {
        return prepared == null ? 0 : 2 * (prepared.sweep().points().size() - prepared.missing().size());
    }

    /** A sweep, what trains it, and what it has found: a place for each point, {@code null} where there is nothing yet. */
    private record Prepared(ExhibitStand.Shown shown, String name, LessonSweep sweep, SweepTrial trial, SweepTrial.Measured[] found) {
        static Prepared of(ExhibitStand.Shown shown, ExhibitStand stand) {
            String name = shown.exhibit().sweep().orElseThrow();
            LessonSweep sweep = shown.lesson().sweeps().get(name);
            SweepTrial trial = new SweepTrial(sweep, shown.lesson().experiments(), shown.base());
            return new Prepared(shown, name, sweep, trial, stand.points(name, sweep.points().size()));
        }

        boolean isOf(ExhibitStand.Shown other) {
            return shown.lesson().equals(other.lesson()) && other.exhibit().sweep().equals(shown.exhibit().sweep());
        }

        List<Integer> missing() {
            return IntStream.range(0, found.length).filter(i -> found[i] == null).boxed().toList();
        }

        long steps() {
            return sweep.steps() * found.length;
        }
    }

    /** One press of the button: what is left to train is taken by whichever thread is free. */
    private static final class Course {
        final Queue<Integer> left;
        final List<Laboratory.Job> jobs = new ArrayList<>();
        final AtomicLong made = new AtomicLong();
        final AtomicBoolean told = new AtomicBoolean();
        final long before;
        final long begun = System.nanoTime();

        Course(List<Integer> left, long before) {
            this.left = new ConcurrentLinkedQueue<>(left);
            this.before = before;
        }
    }

    /** A step of the lesson that shows the same sweep goes on with it; any other ends it. */
    private void show(ExhibitStand.Shown shown) {
        boolean sweeps = shown != null && shown.exhibit().kind() == Exhibit.Kind.SWEEP;
        if (sweeps && prepared != null && prepared.isOf(shown)) {
            return;
        }
        cancel();
        guess.cancel();
        prepared = sweeps ? Prepared.of(shown, exhibits) : null;
        refusal.set("");
        seconds.set(Double.NaN);
        boolean whole = prepared != null && prepared.missing().isEmpty();
        state.set(whole ? State.DONE : State.IDLE);
        progress.set(share());
        draw();
        if (prepared != null && !whole) {
            Prepared guessed = prepared;
            guess = laboratory.measure(guessed.trial()::seconds, alone -> guessed(guessed, alone), sentence -> refuse(guessed, sentence));
        }
    }

    private void guessed(Prepared of, double alone) {
        if (of == prepared && state.get() == State.IDLE) {
            seconds.set(alone * of.missing().size() / of.found().length / threads());
        }
    }

    private static int threads() {
        return Twins.threadsHere();
    }

    /** Trains the points that are missing; does nothing unless it stands idle. */
    public void run() {
        if (prepared == null || state.get() != State.IDLE) {
            return;
        }
        Prepared of = prepared;
        List<Integer> missing = of.missing();
        Course begun = new Course(missing, of.steps() - of.sweep().steps() * missing.size());
        course = begun;
        state.set(State.RUNNING);
        for (int i = 0; i < Math.min(threads(), missing.size()); i++) {
            begun.jobs.add(laboratory.measure(() -> train(of, begun), nothing -> { }, sentence -> refuse(of, sentence)));
        }
    }

    /** The share of the points that are there. */
    private double share() {
        return prepared == null ? 0 : 1 - (double) prepared.missing().size() / prepared.found().length;
    }

    /** Ends what is being trained. Points that are there stay for as long as the lesson is open. */
    public void cancel() {
        if (course != null) {
            Course ended = course;
            course = null;
            ended.jobs.forEach(Laboratory.Job::cancel);
            state.set(State.IDLE);
            progress.set(share());
        }
    }

    private Void train(Prepared of, Course begun) {
        Thread thread = Thread.currentThread();
        int usual = thread.getPriority();
        // The runs on screen go first, where the system listens to that.
        thread.setPriority(Thread.MIN_PRIORITY);
        try {
            for (Integer point = begun.left.poll(); point != null; point = begun.left.poll()) {
                int index = point;
                SweepTrial.Measured measured = of.trial().measure(of.sweep().points().get(index), steps -> made(of, begun, steps));
                laboratory.inFront(() -> arrived(of, begun, index, measured));
                if (thread.isInterrupted()) {
                    throw new CancellationException();
                }
            }
            return null;
        } finally {
            thread.setPriority(usual);
        }
    }

    /** Told by any thread, many times a second: the front is asked once until it has looked. */
    private void made(Prepared of, Course begun, long steps) {
        begun.made.addAndGet(steps);
        if (begun.told.compareAndSet(false, true)) {
            laboratory.inFront(() -> {
                begun.told.set(false);
                if (begun == course) {
                    long made = begun.made.get();
                    double took = (System.nanoTime() - begun.begun) / NANOS_PER_SECOND;
                    progress.set((double) (begun.before + made) / of.steps());
                    seconds.set(took / made * (of.steps() - begun.before - made));
                }
            });
        }
    }

    private void arrived(Prepared of, Course begun, int index, SweepTrial.Measured measured) {
        if (begun != course) {
            return;
        }
        of.found()[index] = measured;
        draw();
        if (of.missing().isEmpty()) {
            course = null;
            progress.set(1);
            state.set(State.DONE);
            exhibits.sweeps().put(of.name(), List.copyOf(Arrays.asList(of.found())));
        }
    }

    private void refuse(Prepared of, String sentence) {
        if (of == prepared) {
            cancel();
            refusal.set(sentence);
            state.set(State.REFUSED);
        }
    }

    private void draw() {
        plot.set(prepared == null ? null : SweepPicture.of(prepared.shown().lesson(), prepared.name(), prepared.found()));
    }
}
