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
import shiftscope.session.Metrics;
import shiftscope.session.RecordedCommand;
import shiftscope.session.RunMetrics;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.TimeView;
import shiftscope.session.Viewing;

/** Sessions that train nothing and remember what they were told; each shows what its test gives it to show. */
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
        One session = new One(sitting.experiment());
        opened.add(session);
        return session;
    }

    One last() {
        return opened.get(opened.size() - 1);
    }

    static Snapshot snapshot(Experiment experiment, long step, boolean playing, Divergence divergence) {
        return snapshot(experiment, step, playing, divergence, experiment.training().learningRate(), List.of());
    }

    private static Snapshot snapshot(
            Experiment experiment, long step, boolean playing, Divergence divergence, double rate, List<RecordedCommand> commands) {
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
                List.of(),
                commands,
                playing,
                0,
                true,
                Optional.ofNullable(divergence),
                TimeView.atHead(step, commands, Optional.ofNullable(divergence)),
                0);
    }

    static final class One implements TwinSession {
        final Experiment experiment;
        final List<String> told = new ArrayList<>();
        final List<Command> commands = new ArrayList<>();
        Optional<Snapshot> next = Optional.empty();
        BadInputException dropped;
        RuntimeException failure;

        One(Experiment experiment) {
            this.experiment = experiment;
        }

        void shows(long step, boolean playing) {
            next = Optional.of(snapshot(experiment, step, playing, null));
        }

        void showsRate(double rate) {
            next = Optional.of(snapshot(experiment, 1, false, null, rate, List.of()));
        }

        void showsCommands(List<RecordedCommand> landed) {
            next = Optional.of(snapshot(experiment, 0, false, null, experiment.training().learningRate(), landed));
        }

        @Override
        public void send(Command command) {
            commands.add(command);
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
            told.add("fork");
        }

        @Override
        public void withdraw() {
            told.add("withdraw");
        }

        @Override
        public void script(boolean withState, Consumer<Script> receiver) {
            receiver.accept(Script.of(experiment));
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
