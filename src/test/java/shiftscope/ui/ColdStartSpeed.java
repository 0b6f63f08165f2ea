package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shiftscope.engine.Kernel;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.Speed;

/**
 * How long a new user waits: in a Java that has just been started, the window opens on the default experiment, and as soon as there is
 * something to see its 300 first steps are asked for, as fast as possible. Each round is a process of its own, in which nothing has
 * been compiled yet. Made on purpose, never by the build; it prints and judges nothing.
 */
@Tag("speed")
class ColdStartSpeed {
    private static final int STEPS = 300;
    private static final int ROUNDS = 5;

    @Test
    void theFirstStepsAfterAColdStart() throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String[] seconds = inItsOwnProcess().split(" ");
            times[round] = Double.parseDouble(seconds[1]);
            print("round %d: something to see %s s after the start of Java; step %d %s s after play", round + 1, seconds[0], STEPS, seconds[1]);
        }
        Arrays.sort(times);
        print("from play to step %d: median %.2f s, longest %.2f s (%d processors, Java %s)",
                STEPS, times[ROUNDS / 2], times[ROUNDS - 1], Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    /** The two times that a {@link Program} prints. */
    private static String inItsOwnProcess() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // With the screen in memory that the tests have, but without what watches their coverage.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running");
        assertEquals(0, process.exitValue());
        return said;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Starts as {@code shiftscope.Main} does: a class that is no {@code Application} may have JavaFX on the class path. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            Kernel.prepare();
            Application.launch(Window.class);
        }
    }

    /** The window, with somebody who presses play at once. */
    public static final class Window extends Application {
        private Assembly assembly;

        @Override
        public void start(Stage stage) {
            assembly = new Assembly(stage, new MemoryPreferences());
            stage.setWidth(1440);
            stage.setHeight(900);
            assembly.open(List.of());
            stage.show();
            new Impatience().start();
        }

        @Override
        public void stop() {
            assembly.close();
        }

        private final class Impatience extends AnimationTimer {
            private long pressed;

            @Override
            public void handle(long now) {
                Snapshot newest = assembly.model().bench().snapshotProperty().get();
                if (newest == null) {
                    return;
                }
                if (pressed == 0) {
                    System.out.printf(Locale.ROOT, "%.2f ", sinceTheStartOfJava());
                    assembly.model().transport().notchProperty().set(Speed.lastNotch());
                    pressed = System.nanoTime();
                    assembly.model().transport().advance(STEPS);
                } else if (newest.step() == STEPS) {
                    System.out.printf(Locale.ROOT, "%.2f%n", (System.nanoTime() - pressed) / 1e9);
                    stop();
                    Platform.exit();
                }
            }

            private static double sinceTheStartOfJava() {
                return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
            }
        }
    }
}
