package shiftscope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;
import shiftscope.config.DataSettings;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.session.Command;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Trainer;
import shiftscope.session.Twins;
import shiftscope.session.Viewing;
import shiftscope.ui.model.Sitting;
import shiftscope.ui.model.TwinSession;

/**
 * Sessions of the real trainer. The newest generated data are kept, since most changes of settings leave them as they are; files are
 * read again, for they may have changed. Used by one thread at a time.
 */
final class TrainerSessions implements TwinSession.Opener {
    private record Source(DataSettings settings, long seed, Path base) {}

    private Source source;
    private Dataset dataset;

    @Override
    public TwinSession open(Sitting sitting) {
        return new Session(Trainer.open(sitting.script(), dataset(sitting), Twins.threadsHere()));
    }

    private Dataset dataset(Sitting sitting) {
        Source wanted = new Source(sitting.experiment().data(), sitting.experiment().seed(), sitting.base());
        if (wanted.settings().kind().fromFile()) {
            return Datasets.load(wanted.settings(), new Seed(wanted.seed()), wanted.base());
        }
        if (!wanted.equals(source)) {
            dataset = Datasets.load(wanted.settings(), new Seed(wanted.seed()), wanted.base());
            source = wanted;
        }
        return dataset;
    }

    private record Session(Trainer trainer) implements TwinSession {
        @Override
        public void send(Command command) {
            trainer.send(command);
        }

        @Override
        public void play() {
            trainer.play();
        }

        @Override
        public void pause() {
            trainer.pause();
        }

        @Override
        public void advance(long steps) {
            trainer.advance(steps);
        }

        @Override
        public void goTo(long step) {
            trainer.goTo(step);
        }

        @Override
        public void fork() {
            trainer.fork();
        }

        @Override
        public void withdraw() {
            trainer.withdraw();
        }

        @Override
        public void script(boolean withState, Consumer<Script> receiver) {
            trainer.script(withState, receiver);
        }

        @Override
        public void still(Viewing wanted, Consumer<Snapshot> receiver) {
            trainer.still(wanted, receiver);
        }

        @Override
        public void setSpeed(double stepsPerSecond) {
            trainer.setSpeed(stepsPerSecond);
        }

        @Override
        public void look(Viewing viewing) {
            trainer.look(viewing);
        }

        @Override
        public Optional<Snapshot> take() {
            return trainer.take();
        }

        @Override
        public Optional<BadInputException> takeRefusal() {
            return trainer.takeRefusal();
        }

        @Override
        public void close() {
            trainer.close();
        }
    }
}
