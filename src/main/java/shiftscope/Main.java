package shiftscope;

import java.util.Locale;
import shiftscope.cli.CommandLineInterface;
import shiftscope.ui.App;

/**
 * Where the program starts: with a command it works without a window, else it opens one, and where none can be shown it renders the
 * experiment to files. It does not extend {@code Application}, so that JavaFX may lie on the class path.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (CommandLineInterface.isAsked(arguments)) {
            System.exit(CommandLineInterface.run(arguments));
        }
        if (!displayIsNamed() || !windowOpens(arguments)) {
            System.exit(CommandLineInterface.runInsteadOfWindow(arguments));
        }
    }

    /** Whether the window could be shown; returns when it is closed. */
    private static boolean windowOpens(String[] arguments) {
        try {
            App.open(arguments);
            return true;
        } catch (UnsupportedOperationException noDisplay) {
            return false;
        }
    }

    /** On systems with X11 or Wayland a variable names the display; elsewhere there always is one, until opening it fails. */
    private static boolean displayIsNamed() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean named = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return named || !system.contains("linux") || System.getProperty("glass.platform") != null;
    }
}
