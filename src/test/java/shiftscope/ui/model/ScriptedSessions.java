package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.session.CloserLook;
import shiftscope.session.Command;
import shiftscope.session.Divergence;
import shiftscope.session.Ghost;
import shiftscope.session.Metrics;
import shiftscope.session.ProofReport;
import shiftscope.session.RecordedCommand;
import shiftscope.session.RunMetrics;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.TimeView;
import shiftscope.session.Viewing;

/**
 * Sessions that train nothing and remember what they were told. Commands land at the step that was shown last, and a change in the past
 * takes another way; everything else is shown as its test gives it to show.
 */
final class ScriptedSessions implements TwinSession.Opener {
    final List<One> opened = new ArrayList<>();
    final List<Sitting> asked = new ArrayList<>();
    RuntimeException refusal;

    @Override
    public TwinSession open(Sitting sitting) {
        asked.add(sitting);
        if (refusal != null) {
            throw refusal;
        }
        One session = new One(sitting);
        opened.add(session);
        return session;
    }

    One last() {
        return opened.get(opened.size() - 1);
    }

    static Snapshot snapshot(Experiment experiment, long step, boolean playing, Divergence divergence) {
        return snapshot(experiment, playing, divergence, experiment.training().learningRate(), List.of(), List.of(), step,
                TimeView.atHead(step, List.of(), Optional.ofNullable(divergence)));
    }

    private static Snapshot snapshot(
            Experiment experiment,
            boolean playing,
            Divergence divergence,
            double rate,
            List<RecordedCommand> commands,
            List<ProofReport> proofs,
            long step,
            TimeView time) {
        RunMetrics run = new RunMetrics(1, 1, 0.1, Optional.empty(), List.of());
        Metrics metrics = new Metrics(step, rate, run, run);
        return new Snapshot(
                experiment,
                "Digits",
                step,
                33,
                Viewing.of(Tap.SCALED),
                List.of(),
                List.of(metrics),
                List.of(),
                metrics,
                CloserLook.NONE,
                proofs,
                commands,
                playing,
                0,
                true,
                Optional.ofNullable(divergence),
                time,
                0);
    }

    static final class One implements TwinSession {
        final Sitting sitting;
        final Experiment experiment;
        final List<String> told = new ArrayList<>();
        final List<Command> commands = new ArrayList<>();
        final List<RecordedCommand> landed = new ArrayList<>();
        final List<Ghost> ghosts = new ArrayList<>();
        List<ProofReport> proofs = List.of();
        long step;
        long head;
        long seeking = -1;
        Optional<Snapshot> next = Optional.empty();
        Snapshot still;
        BadInputException dropped;
        RuntimeException failure;

        One(Sitting sitting) {
            this.sitting = sitting;
            this.experiment = sitting.experiment();
            landed.addAll(sitting.script().commands());
        }

        void shows(long step, boolean playing) {
            this.step = step;
            head = Math.max(head, step);
            shows(now(), playing);
        }

        /** A snapshot with that experiment, whatever was sent. */
        void shows(Experiment now, boolean playing) {
            next = Optional.of(snapshot(now, playing, null, now.training().learningRate(), soFar(), proofs, step,
                    new TimeView(head, landed, List.of(), ghosts, Optional.empty(), seeking, 0, 0, 0)));
        }

        void showsRate(double rate) {
            next = Optional.of(snapshot(now(), false, null, rate, soFar(), proofs, 1, TimeView.atHead(1, landed, Optional.empty())));
        }

        private List<RecordedCommand> soFar() {
            return landed.stream().filter(recorded -> recorded.step() <= step).toList();
        }

        private Experiment now() {
            return new Script(sitting.script().start(), landed, step, Optional.empty()).experiment();
        }

        @Override
        public void send(Command command) {
            fork();
            commands.add(command);
            landed.add(new RecordedCommand(step, command));
        }

        @Override
        public void play() {
            told.add("play");
        }

        @Override
        public void pause() {
            told.add("pause");
        }

        @Override
        public void advance(long steps) {
            told.add("advance " + steps);
        }

        @Override
        public void goTo(long step) {
            told.add("go to " + step);
        }

        @Override
        public void fork() {
            if (step < head) {
                told.add("fork");
                ghosts.add(new Ghost(step, List.of(), List.of(), List.of(), Optional.empty()));
                landed.removeIf(recorded -> recorded.step() > step);
                head = step;
            }
        }

        @Override
        public void withdraw() {
            told.add("withdraw");
            landed.remove(landed.size() - 1);
        }

        @Override
        public void script(boolean withState, Consumer<Script> receiver) {
            receiver.accept(new Script(sitting.script().start(), landed, step, Optional.empty()));
        }

        @Override
        public void still(Viewing wanted, Consumer<Snapshot> receiver) {
            told.add("still " + wanted.tap() + (wanted.statistics() ? " with statistics" : ""));
            receiver.accept(still);
        }

        @Override
        public void setSpeed(double stepsPerSecond) {
            told.add("speed " + stepsPerSecond);
        }

        @Override
        public void look(Viewing viewing) {
            told.add("look " + viewing.tap());
        }

        @Override
        public Optional<Snapshot> take() {
            if (failure != null) {
                throw failure;
            }
            Optional<Snapshot> taken = next;
            next = Optional.empty();
            return taken;
        }

        @Override
        public Optional<BadInputException> takeRefusal() {
            Optional<BadInputException> taken = Optional.ofNullable(dropped);
            dropped = null;
            return taken;
        }

        @Override
        public void close() {
            told.add("close");
        }
    }
}
