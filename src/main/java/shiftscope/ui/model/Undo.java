package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shiftscope.config.Experiment;
import shiftscope.plot.Mark;
import shiftscope.session.Command;
import shiftscope.session.ProofReport;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.Trail.Elsewhere;
import shiftscope.ui.model.Trail.Entry;
import shiftscope.ui.model.Trail.Sent;

/**
 * Undo and redo of every change of a setting. A change that landed at the very step that is shown, with none after it, is taken back as
 * if it had never been; a later one is followed by its opposite, since steps were made with it. Where the runs gave way to others they
 * come back: the newest as they were, those of longer ago made again by their script.
 */
public final class Undo {
    private static final Texts TEXTS = Texts.beside(Undo.class, "sentences");

    private final Bench bench;
    private final Notices notices;
    private final Delay gather;
    private final Trail trail;
    private final ReadOnlyStringWrapper undoes = new ReadOnlyStringWrapper(this, "undoes", "");
    private final ReadOnlyStringWrapper redoes = new ReadOnlyStringWrapper(this, "redoes", "");
    private final List<Runnable> whenChanged = new ArrayList<>();
    /** What is being moved, such as a slider: more of the same belongs to the same entry. */
    private Class<? extends Command> moving;
    private boolean working;
    /** A fork that snapshots do not show yet. */
    private boolean forking;
    /** The step at which something was sent that no entry stands for. */
    private long blocked = -1;

    Undo(Bench bench, Notices notices, Delay gather) {
        this.bench = bench;
        this.notices = notices;
        this.gather = gather;
        trail = new Trail(bench);
        bench.setWhenSending(this::sending);
        bench.setWhenParked(this::parked);
        bench.whenRefused(this::refused);
        bench.snapshotProperty().addListener((property, before, now) -> seen(now));
    }

    /** What would be undone, in a few words; empty if there is nothing. */
    public ReadOnlyStringProperty undoesProperty() {
        return undoes.getReadOnlyProperty();
    }

    /** What would be made again, in a few words; empty if there is nothing. */
    public ReadOnlyStringProperty redoesProperty() {
        return redoes.getReadOnlyProperty();
    }

    /** Is told of every change that can be undone, when it is made, undone or made again. */
    void whenChanged(Runnable listener) {
        whenChanged.add(listener);
    }

    /** Takes the newest change back. */
    public void undo() {
        moving = null;
        if (bench.cancel() || trail.past().isEmpty()) {
            return;
        }
        if (trail.past().peek() instanceof Sent sent) {
            if (isHere(sent)) {
                takeBack(sent);
            }
        } else if (trail.past().peek() instanceof Elsewhere elsewhere) {
            comeBack(elsewhere, trail.past(), trail.future());
        }
        show();
    }

    /** Makes the change again that was undone last. */
    public void redo() {
        moving = null;
        if (trail.future().peek() instanceof Sent sent && isHere(sent)) {
            trail.future().pop();
            trail.past().push(new Sent(sent.commands(), sent.before(), stepForCertain(), sent.words()));
            sendQuietly(List.of(sent.last()));
        } else if (trail.future().peek() instanceof Elsewhere elsewhere) {
            comeBack(elsewhere, trail.future(), trail.past());
        }
        show();
    }

    /** Takes another way from the step that is shown; what lies ahead stays as a ghost. */
    public void forkHere() {
        Snapshot now = bench.snapshotProperty().get();
        if (now != null && isPast(now)) {
            rememberFork(TEXTS.get("undo.fork", Numbers.grouped(now.step())));
            bench.withSession(TwinSession::fork);
        }
    }

    /** Lays everything aside for as long as other runs are on the bench that have nothing to do with it. */
    Trail.Laid layAside() {
        Trail.Laid laid = trail.layAside();
        begin();
        return laid;
    }

    /** Goes on with what was laid aside, in the place of what there has been since. */
    void putBack(Trail.Laid laid) {
        trail.putBack(laid);
        begin();
    }

    /** Begins with nothing to undo. */
    void forget() {
        trail.forget();
        begin();
    }

    private void begin() {
        moving = null;
        standElsewhere();
        show();
    }

    /** Ends all runs that are kept. */
    void close() {
        trail.close();
    }

    /** Changed in the past, the runs would take another way, which nobody has asked for. */
    private boolean isHere(Sent sent) {
        Snapshot now = bench.snapshotProperty().get();
        if (now == null || !isPast(now)) {
            return true;
        }
        long head = now.time().head();
        notices.report(
                TEXTS.get("undo.elsewhere", sent.words(), Numbers.grouped(now.step())),
                new Notices.Offer(TEXTS.get("undo.toNow"), () -> bench.withSession(session -> session.goTo(head))));
        return false;
    }

    private void takeBack(Sent sent) {
        Command first = sent.commands().get(0);
        trail.past().pop();
        if (first instanceof Command.Proof proof) {
            if (!canUndo(proof)) {
                notices.report(TEXTS.get("undo.tooLate", sent.words()));
                return;
            }
            sendQuietly(List.of(new Command.UndoProof(proof.side())));
            blocked = stepForCertain();
        } else if (sent.step() >= 0 && sent.step() == stepForCertain() && sent.step() != blocked) {
            bench.withdraw(sent.commands().size(), sent.before());
        } else {
            sendQuietly(opposite(sent));
            blocked = stepForCertain();
        }
        trail.future().push(sent);
    }

    /** What the command changed goes back; what others changed since stays. */
    private List<Command> opposite(Sent sent) {
        Experiment with = sent.last().applyTo(sent.before());
        return Changes.between(with, sent.before());
    }

    private void comeBack(Elsewhere elsewhere, Deque<Entry> from, Deque<Entry> to) {
        bench.comeBack(elsewhere.there(), left -> {
            trail.exchange(elsewhere, left, from, to);
            standElsewhere();
            show();
        });
    }

    private boolean canUndo(Command.Proof proof) {
        Snapshot now = bench.snapshotProperty().get();
        List<ProofReport> ofRun = now.proofs().stream().filter(report -> report.command().side() == proof.side()).toList();
        return !ofRun.isEmpty() && ofRun.get(ofRun.size() - 1).canBeUndone() && ofRun.get(ofRun.size() - 1).command().equals(proof);
    }

    /** The step shown, if both runs rest there at their head; else {@code -1}. */
    private long stepForCertain() {
        Snapshot now = bench.snapshotProperty().get();
        return now == null || now.playing() || isPast(now) || now.time().seeking() >= 0 ? -1 : now.step();
    }

    private boolean isPast(Snapshot now) {
        return !forking && now.step() < now.time().head();
    }

    private void sendQuietly(List<Command> commands) {
        working = true;
        try {
            commands.forEach(bench::send);
        } finally {
            working = false;
        }
        bench.showSettings();
    }

    private void sending(Command command, Experiment before) {
        if (working) {
            return;
        }
        if (command instanceof Command.UndoProof) {
            blocked = stepForCertain();
            return;
        }
        if (!(command instanceof Command.Proof) && command.applyTo(before).equals(before)) {
            return;
        }
        Snapshot now = bench.snapshotProperty().get();
        String words = Mark.words(command);
        if (command.getClass() == moving) {
            addTo(command);
        } else if (now != null && isPast(now)) {
            rememberFork(words);
            notices.report(
                    TEXTS.get("undo.forked", Numbers.grouped(now.step()), words),
                    new Notices.Offer(TEXTS.get("undo.button"), this::undo));
        } else {
            remember(new Sent(List.of(command), before, stepForCertain(), words));
        }
        if (command instanceof Command.SetLearningRate || command instanceof Command.SetNewBatchWeight) {
            moving = command.getClass();
            gather.restart(() -> moving = null);
        } else {
            moving = null;
        }
    }

    private void addTo(Command command) {
        if (trail.past().peek() instanceof Sent sent) {
            List<Command> all = new ArrayList<>(sent.commands());
            all.add(command);
            long step = sent.step() == stepForCertain() ? sent.step() : -1;
            trail.past().pop();
            trail.past().push(new Sent(List.copyOf(all), sent.before(), step, Mark.words(command)));
            show();
        }
    }

    private void rememberFork(String words) {
        Parked before = bench.asTheyAre();
        forking = true;
        if (before != null) {
            remember(new Elsewhere(before, words));
        }
    }

    private void remember(Entry entry) {
        trail.add(entry);
        show();
    }

    private void parked(Parked before) {
        moving = null;
        remember(new Elsewhere(before, SettingsWords.between(before.experiment(), bench.experimentProperty().get())));
        trail.keep(before);
        standElsewhere();
    }

    /** Other runs are on screen. */
    private void standElsewhere() {
        blocked = -1;
        forking = false;
    }

    /** Nothing has changed, so there is nothing to undo. */
    private void refused() {
        forking = false;
        if (trail.past().peek() instanceof Sent) {
            trail.past().pop();
            show();
        }
    }

    private void seen(Snapshot now) {
        if (now.step() >= now.time().head()) {
            forking = false;
        }
    }

    private void show() {
        undoes.set(words(trail.past()));
        redoes.set(words(trail.future()));
        whenChanged.forEach(Runnable::run);
    }

    private static String words(Deque<Entry> entries) {
        return entries.isEmpty() ? "" : entries.peek().words();
    }
}
