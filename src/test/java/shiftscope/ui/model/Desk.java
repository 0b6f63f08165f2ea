package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import shiftscope.config.Experiment;
import shiftscope.ui.MemoryPreferences;

/** A window's model without a window: background work and delays happen when the test says so. */
final class Desk {
    final ScriptedSessions sessions = new ScriptedSessions();
    final Deque<Runnable> background = new ArrayDeque<>();
    final MemoryPreferences memory = new MemoryPreferences();
    MnistFetch.Source mnist = progress -> Path.of("nowhere");
    final WindowModel model;
    private final List<Runnable> delayed = new ArrayList<>();

    Desk() {
        model = new WindowModel(
                sessions, background::add, background::add, Runnable::run, this::delay, memory, progress -> mnist.fetch(progress));
    }

    /** Keeps what is on the bench; begun by the test. */
    Keeper keeper() {
        return new Keeper(model, background::add, Runnable::run, this::delay, this::delay);
    }

    /** With the standard twins on the bench, at step 0. */
    static Desk withStandard() {
        Desk desk = new Desk();
        desk.model.bench().open(new Sitting(Experiment.standard(), Path.of("")));
        desk.work();
        desk.sees(0, false);
        return desk;
    }

    /** Does everything that waits in the background. */
    void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    /** Each forgets what it waited for when it is started again. */
    private Delay delay() {
        int place = delayed.size();
        delayed.add(null);
        return then -> delayed.set(place, then);
    }

    /** Lets the moment pass in which changes are gathered, and does what follows. */
    void settle() {
        for (int i = 0; i < delayed.size(); i++) {
            Runnable then = delayed.set(i, null);
            if (then != null) {
                then.run();
            }
        }
        work();
    }

    /** The session shows this, and the window takes it. */
    void sees(long step, boolean playing) {
        sessions.last().shows(step, playing);
        model.bench().poll();
    }

    Experiment experiment() {
        return model.bench().experimentProperty().get();
    }

    String trouble() {
        return model.notices().troubleProperty().get();
    }
}
