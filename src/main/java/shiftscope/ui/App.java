package shiftscope.ui;

import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;
import shiftscope.config.UserFolders;
import shiftscope.engine.Kernel;

/** The program with a window. It is up at once; the data and the networks follow in the background. */
public final class App extends Application {
    private Assembly assembly;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param arguments nothing, or first the file to open
     */
    public static void open(String[] arguments) {
        // Forty pulses a second are enough for moving pictures; every one more wakes two threads that training could use.
        System.setProperty("javafx.animation.pulse", System.getProperty("javafx.animation.pulse", "40"));
        Kernel.prepare();
        launch(App.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        assembly = new Assembly(stage, Preferences.userRoot().node("shiftscope"));
        assembly.catchUncaught();
        // First, so that data and networks come about while the window is laid out.
        assembly.open(getParameters().getUnnamed());
        stage.show();
        assembly.keepIn(UserFolders.data().resolve("sessions"));
    }

    @Override
    public void stop() {
        if (assembly != null) {
            assembly.close();
        }
    }
}
