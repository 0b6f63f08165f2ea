package shiftscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.plot.SampleLayers;
import shiftscope.plot.SampleSnapshots;
import shiftscope.session.Command;
import shiftscope.session.ProofReport;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;
import shiftscope.ui.model.Sitting;
import shiftscope.ui.model.TwinSession;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.window.MainWindow;

/** The real window on a session that trains nothing, but shows an invented layer of as many units as the test wants. */
abstract class InventedWindow extends OpenedWindow {
    Invented session;
    int units = 100;
    List<ProofReport> proofs = List.of();

    @Override
    WindowModel fill(Stage empty) {
        FxThread front = new FxThread();
        WindowModel made = new WindowModel(
                sitting -> session = new Invented(), Runnable::run, Runnable::run, front, () -> FxThread.delay(1), new MemoryPreferences(),
                progress -> Path.of("nowhere"));
        new MainWindow(empty, made, Runnable::run, front);
        return made;
    }

    @Override
    void begin() {
        model.bench().open(new Sitting(Experiment.standard(), Path.of("")));
    }

    @Override
    void end() {
        model.close();
    }

    /** Shows what is asked for, at once. */
    final class Invented implements TwinSession {
        final List<Command> commands = new ArrayList<>();
        Viewing viewing = Viewing.of(Tap.SCALED);
        /** What is shown in turn with what was asked for, in every frame; {@code null} for nothing. */
        volatile Snapshot inTurn;
        private Optional<Snapshot> next = Optional.empty();

        @Override
        public void look(Viewing wanted) {
            viewing = wanted;
            showAgain();
        }

        void showAgain() {
            next = Optional.of(viewing.layer() == 0
                    ? SampleSnapshots.usual()
                    : SampleLayers.snapshot(SampleLayers.asked(viewing, units), viewing, proofs));
        }

        @Override
        public Optional<Snapshot> take() {
            Optional<Snapshot> taken = next;
            next = Optional.ofNullable(inTurn);
            inTurn = inTurn == null ? null : taken.orElse(inTurn);
            return taken;
        }

        @Override
        public void send(Command command) {
            commands.add(command);
        }

        @Override
        public void play() {}

        @Override
        public void pause() {}

        @Override
        public void advance(long steps) {}

        @Override
        public void goTo(long step) {}

        @Override
        public void fork() {}

        @Override
        public void withdraw() {}

        @Override
        public void script(boolean withState, Consumer<Script> receiver) {}

        @Override
        public void still(Viewing wanted, Consumer<Snapshot> receiver) {}

        @Override
        public void setSpeed(double stepsPerSecond) {}

        @Override
        public Optional<BadInputException> takeRefusal() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
