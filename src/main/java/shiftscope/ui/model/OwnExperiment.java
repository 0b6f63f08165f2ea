package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shiftscope.config.Experiment;
import shiftscope.export.View;
import shiftscope.session.Viewing;

/**
 * What the learner had on the bench before a lesson, and gets back as it was when the lesson is left: the very runs, at their step and
 * with their other futures, their file, how they were looked at, and what could be undone.
 */
final class OwnExperiment {
    private final Bench bench;
    private final Look look;
    private final Undo undo;
    private final Documents documents;
    private final Notices notices;
    /** The bench has shown something before the lesson, or is about to. */
    private boolean hadOne;
    /** What had been asked for and was not there yet, which the lesson's experiment took the place of. */
    private Optional<Sitting> asked = Optional.empty();
    private Looked looked;
    private Kept kept;

    private record Looked(View view, List<Viewing.Zoom> zooms, Integer unit) {}

    private record Kept(Parked runs, boolean edited, Trail.Laid laid) {}

    OwnExperiment(Bench bench, Look look, Undo undo, Documents documents, Notices notices) {
        this.bench = bench;
        this.look = look;
        this.undo = undo;
        this.documents = documents;
        this.notices = notices;
    }

    /** A lesson is about to be opened from free play. */
    void begin() {
        asked = bench.pending();
        hadOne = bench.hasSession();
        looked = new Looked(look.view(), look.zoomsProperty().get(), look.unitProperty().get());
    }

    /** Runs gave way to those of the lesson: the first are the learner's own. */
    void gaveWay(Parked runs) {
        if (kept == null && hadOne) {
            kept = new Kept(runs, documents.editedProperty().get(), undo.layAside());
        } else {
            undo.forget();
            bench.discard(runs);
        }
        documents.setEdited(false);
    }

    /** The lesson is left: what was before is there again. */
    void giveBack() {
        if (kept != null) {
            Kept own = kept;
            bench.comeBack(own.runs(), bench::discard);
            undo.putBack(own.laid());
            lookAgain();
            documents.setEdited(own.edited());
            asked.ifPresent(bench::open);
        } else if (hadOne) {
            lookAgain();
            // The lesson's experiment has not come, or never could; what it was to take the place of is still there.
            asked.ifPresentOrElse(bench::open, bench::forgetPending);
        } else {
            Sitting first = asked.orElse(new Sitting(Experiment.standard(), Path.of("").toAbsolutePath()));
            bench.open(new Opening(first, notices::tell, bench::discard).then(undo::forget));
        }
        kept = null;
    }

    private void lookAgain() {
        look.show(looked.view());
        look.zoomsProperty().set(looked.zooms());
        look.unitProperty().set(looked.unit());
    }

    /** The window closes: the runs that wait are ended. */
    void close() {
        if (kept != null) {
            bench.discard(kept.runs());
            kept = null;
        }
    }
}
