package shiftscope.ui.model;

import java.util.ArrayDeque;
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

/**
 * Undo and redo of every change of a setting. A change that landed at the very step that is shown, with none after it, is taken back as
 * if it had never been; a later one is followed by its opposite, since steps were made with it. Where the runs gave way to others they
 * come back: the newest as they were, those of longer ago made again by their script.
 */
public final class Undo {
    private static final Texts TEXTS = Texts.beside(Undo.class, "sentences");
    /** Runs that gave way and are kept in memory. */
    private static final int MOST_KEPT = 2;
    /** Changes that can be undone. */
    private static final int MOST_ENTRIES = 200;

    private final Bench bench;
    private final Notices notices;
    private final Delay gather;
    private final Deque<Entry> past = new ArrayDeque<>();
    private final Deque<Entry> future = new ArrayDeque<>();
    /** Those whose session is kept, the newest last. */
    private final Deque<Parked> kept = new ArrayDeque<>();
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

    private sealed interface Entry {
        String words();
    }

    /**
     * Commands of one kind, sent to the runs on screen.
     *
     * @param before the experiment without them
     * @param step at which all of them landed; {@code -1} if steps were made meanwhile
     */
    private record Sent(List<Command> commands, Experiment before, long step, String words) implements Entry {}

    /** Runs that gave way to others, or took another way. */
    private record Elsewhere(Parked there, String words) implements Entry {}

    /** Everything that could be undone and made again, the newest first. */
    static final class Laid {
        private final List<Entry> past;
        private final List<Entry> future;

        private Laid(List<Entry> past, List<Entry> future) {
            this.past = past;
            this.future = future;
        }
    }

    Undo(Bench bench, Notices notices, Delay gather) {
        this.bench = bench;
        this.notices = notices;
        this.gather = gather;
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
        if (bench.cancel() || past.isEmpty()) {
            return;
        }
        if (past.peek() instanceof Sent sent) {
            if (isHere(sent)) {
                takeBack(sent);
            }
        } else if (past.peek() instanceof Elsewhere elsewhere) {
            comeBack(elsewhere, past, future);
        }
        show();
    }

    /** Makes the change again that was undone last. */
    public void redo() {
        moving = null;
        if (future.peek() instanceof Sent sent && isHere(sent)) {
            future.pop();
            past.push(new Sent(sent.commands(), sent.before(), stepForCertain(), sent.words()));
            sendQuietly(List.of(sent.commands().get(sent.commands().size() - 1)));
        } else if (future.peek() instanceof Elsewhere elsewhere) {
            comeBack(elsewhere, future, past);
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
    Laid layAside() {
        Laid laid = new Laid(List.copyOf(past), List.copyOf(future));
        past.clear();
        future.clear();
        begin();
        return laid;
    }

    /** Goes on with what was laid aside, in the place of what there has been since. */
    void putBack(Laid laid) {
        forget();
        past.addAll(laid.past);
        future.addAll(laid.future);
        show();
    }

    /** Begins with nothing to undo. */
    void forget() {
        past.forEach(this::drop);
        future.forEach(this::drop);
        past.clear();
        future.clear();
        begin();
    }

    private void begin() {
        moving = null;
        forking = false;
        blocked = -1;
        show();
    }

    /** Ends all runs that are kept. */
    void close() {
        kept.forEach(bench::discard);
        kept.clear();
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
        past.pop();
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
        future.push(sent);
    }

    /** What the command changed goes back; what others changed since stays. */
    private List<Command> opposite(Sent sent) {
        Experiment with = sent.commands().get(sent.commands().size() - 1).applyTo(sent.before());
        return Changes.between(with, sent.before());
    }

    private void comeBack(Elsewhere elsewhere, Deque<Entry> from, Deque<Entry> to) {
        bench.comeBack(elsewhere.there(), left -> {
            from.remove(elsewhere);
            kept.remove(elsewhere.there());
            to.push(new Elsewhere(left, elsewhere.words()));
            keep(left);
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
        if (past.peek() instanceof Sent sent) {
            List<Command> all = new ArrayList<>(sent.commands());
            all.add(command);
            long step = sent.step() == stepForCertain() ? sent.step() : -1;
            past.pop();
            past.push(new Sent(List.copyOf(all), sent.before(), step, Mark.words(command)));
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
        past.push(entry);
        while (past.size() > MOST_ENTRIES) {
            drop(past.removeLast());
        }
        future.forEach(this::drop);
        future.clear();
        show();
    }

    private void parked(Parked before) {
        moving = null;
        remember(new Elsewhere(before, SettingsWords.between(before.experiment(), bench.experimentProperty().get())));
        keep(before);
    }

    private void keep(Parked parked) {
        kept.add(parked);
        while (kept.size() > MOST_KEPT) {
            kept.remove().release(bench::end);
        }
        blocked = -1;
        forking = false;
    }

    private void drop(Entry entry) {
        if (entry instanceof Elsewhere elsewhere) {
            kept.remove(elsewhere.there());
            elsewhere.there().release(bench::end);
        }
    }

    /** Nothing has changed, so there is nothing to undo. */
    private void refused() {
        forking = false;
        if (past.peek() instanceof Sent) {
            past.pop();
            show();
        }
    }

    private void seen(Snapshot now) {
        if (now.step() >= now.time().head()) {
            forking = false;
        }
    }

    private void show() {
        undoes.set(past.isEmpty() ? "" : past.peek().words());
        redoes.set(future.isEmpty() ? "" : future.peek().words());
        whenChanged.forEach(Runnable::run);
    }
}
