package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a style sheet does wrong ends in the log, and the rest of it is left out: here it fails. */
class StyleSheetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/shiftscope/ui/window");

    static List<Path> sheets() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void isReadWhole(Path sheet) throws Exception {
        CssParser.errorsProperty().clear();
        String text = Files.readString(sheet);
        Stylesheet read = new CssParser().parse(text);
        assertEquals(List.of(), List.copyOf(CssParser.errorsProperty()));
        assertFalse(read.getRules().isEmpty());
    }
}
