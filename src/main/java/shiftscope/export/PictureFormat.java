package shiftscope.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import shiftscope.config.BadInputException;

/** The formats in which a figure leaves the program; the ending of a file's name is its name in small letters. */
public enum PictureFormat {
    /** pixels */
    PNG,
    /** shapes and text */
    SVG,
    /** a page with shapes and text */
    PDF,
    /** the numbers behind the picture */
    CSV;

    /** How names of such files end, {@code .png}. */
    public String ending() {
        return "." + word();
    }

    /** Its name, {@code png}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that the ending of a name stands for.
     *
     * @throws BadInputException if it stands for none, with the endings that do
     */
    public static PictureFormat of(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        path + " is no name for a picture; accepted are names that end with " + listed() + "."));
    }

    private static String listed() {
        List<String> endings = Arrays.stream(values()).map(PictureFormat::ending).toList();
        return endings.subList(0, endings.size() - 1).stream().collect(Collectors.joining(", ")) + " or "
                + endings.get(endings.size() - 1);
    }
}
