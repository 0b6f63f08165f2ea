package shiftscope.ui.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import shiftscope.config.Experiment;
import shiftscope.session.Snapshot;

/** Play, pause, steps and speed. */
public final class Transport {
    /** Where the numbers are lost the step before is mostly lost as well: so many steps before, there is still something to be saved. */
    private static final int WAY_BACK = 10;

    private final Bench bench;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    /** Whether nothing has been played yet, so that a newcomer still needs to be told how. */
    private final BooleanProperty untouched = new SimpleBooleanProperty(this, "untouched", true);
    private final BooleanBinding calloutHolds;
    private final DoubleProperty notch = new SimpleDoubleProperty(this, "notch", Speed.firstNotch());
    /** Snapshots made before the last button was pressed do not know of it yet. */
    private boolean awaiting;

    public Transport(Bench bench, Notices notices) {
        this.bench = bench;
        calloutHolds = Bindings.createBooleanBinding(
                () -> untouched.get() && isAsCalled(bench.experimentProperty().get()), untouched, bench.experimentProperty());
        bench.whenOpened(session -> {
            awaiting = false;
            session.setSpeed(Speed.at(notch.get()));
        });
        notch.addListener((property, before, now) -> {
            if (Speed.at(before.doubleValue()) != Speed.at(now.doubleValue())) {
                bench.withSession(session -> session.setSpeed(Speed.at(now.doubleValue())));
            }
        });
        bench.snapshotProperty().addListener((property, before, now) -> {
            follow(now);
            notices.stopped(DivergenceSentence.of(now), Math.max(0, now.step() - WAY_BACK));
        });
    }

    /** Whether steps are being made, or will be as soon as the trainer has heard of it. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether a newcomer is still to be told how, and A and B are what the callout calls them. */
    public BooleanBinding calloutHolds() {
        return calloutHolds;
    }

    /** A newcomer is told otherwise what to do. */
    void tellNoMore() {
        untouched.set(false);
    }

    private static boolean isAsCalled(Experiment experiment) {
        Experiment standard = Experiment.standard();
        return experiment != null
                && experiment.a().equals(standard.a())
                && experiment.b().equals(standard.b())
                && experiment.network().hidden().size() >= standard.network().hidden().size();
    }

    /** The position of the speed slider, see {@link Speed}. */
    public DoubleProperty notchProperty() {
        return notch;
    }

    public void toggle() {
        boolean play = !playing.get();
        bench.withSession(session -> {
            untouched.set(false);
            awaiting = true;
            playing.set(play);
            if (play) {
                session.play();
            } else {
                session.pause();
            }
        });
    }

    /** Makes no more steps. */
    public void pause() {
        if (playing.get()) {
            toggle();
        }
    }

    /** Makes that many steps and pauses. */
    public void advance(long steps) {
        bench.withSession(session -> {
            untouched.set(false);
            awaiting = false;
            session.advance(steps);
        });
    }

    public void advanceEpoch() {
        Snapshot newest = bench.snapshotProperty().get();
        if (newest != null) {
            advance(newest.batchesPerEpoch());
        }
    }

    /** Back to step 0 with the same seed. */
    public void reset() {
        bench.reset();
    }

    private void follow(Snapshot newest) {
        if (newest.playing() == playing.get()) {
            awaiting = false;
        } else if (!awaiting || newest.divergence().isPresent()) {
            awaiting = false;
            playing.set(newest.playing());
        }
    }
}
