package shiftscope.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where this system expects a program to keep what belongs to its user. */
public final class UserFolders {
    private UserFolders() {}

    /**
     * The folder for data that the program has fetched: {@code $XDG_DATA_HOME/shiftscope} or {@code ~/.local/share/shiftscope}, on
     * macOS {@code ~/Library/Application Support/ShiftScope}, on Windows {@code %LOCALAPPDATA%\ShiftScope}. It need not exist yet.
     */
    public static Path data() {
        return data(System.getProperty("os.name", ""), System.getenv()::get, Path.of(System.getProperty("user.home", "")));
    }

    /** The same on a system of that name, with these variables and that home. */
    static Path data(String system, UnaryOperator<String> variables, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") && !name.contains("darwin")) {
            return absolute(variables.apply("LOCALAPPDATA")).orElse(home.resolve("AppData").resolve("Local")).resolve("ShiftScope");
        }
        if (name.contains("mac") || name.contains("darwin")) {
            return home.resolve("Library").resolve("Application Support").resolve("ShiftScope");
        }
        return absolute(variables.apply("XDG_DATA_HOME")).orElse(home.resolve(".local").resolve("share")).resolve("shiftscope");
    }

    /** What the variable says; the XDG specification asks to ignore a relative path. */
    private static Optional<Path> absolute(String text) {
        try {
            return Optional.ofNullable(text).filter(given -> !given.isBlank()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
