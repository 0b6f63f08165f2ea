package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import shiftscope.config.Experiment;
import shiftscope.export.Document;
import shiftscope.session.Snapshot;

/**
 * Which prepared experiment of a lesson is on the bench. What the learner makes of it is still that one, until a step opens another.
 */
final class PreparedExperiment {
    /** What is on the bench in a lesson that has prepared none. */
    static final Document STANDARD = Document.of(Experiment.standard());

    private final Bench bench;
    private final Notices notices;
    private final Consumer<Parked> gaveWay;
    private String asked;
    private Document askedDocument;
    private String there;
    private Document document;
    private TwinSession session;
    private Snapshot before;

    /** @param gaveWay is given the runs in whose place it stands */
    PreparedExperiment(Bench bench, Notices notices, Consumer<Parked> gaveWay) {
        this.bench = bench;
        this.notices = notices;
        this.gaveWay = gaveWay;
        bench.whenOpened(this::arrived);
    }

    /** Opens one; {@code then} happens when it is there. */
    void open(String name, Document wanted, Path base, Runnable then) {
        asked = name;
        askedDocument = wanted;
        bench.open(new Opening(new Sitting(wanted.script(), base), this::refused, gaveWay).then(then).handingOn());
    }

    /** Nothing is asked for any more. */
    void forget() {
        asked = null;
        there = null;
        session = null;
    }

    /** Whether that one is on the bench, or will be. */
    boolean isAskedFor(String name) {
        return asked != null ? asked.equals(name) : name.equals(there);
    }

    /** The one on the bench; empty until it is there. */
    Optional<String> there() {
        return asked == null ? Optional.ofNullable(there) : Optional.empty();
    }

    /** What the one on the bench was when the lesson opened it. */
    Document document() {
        return document;
    }

    /** The session that trains it. */
    TwinSession session() {
        return session;
    }

    /** Whether a snapshot is of it. */
    boolean isSeen(Snapshot snapshot) {
        return there().isPresent() && snapshot != null && snapshot != before && bench.pending().isEmpty();
    }

    private void arrived(TwinSession opened) {
        session = opened;
        before = bench.snapshotProperty().get();
        if (asked != null) {
            there = asked;
            document = askedDocument;
            asked = null;
        }
    }

    private void refused(String sentence) {
        asked = null;
        notices.tell(sentence);
    }
}
