package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code shiftscope data}, and what every command says about itself. Nothing here opens a connection. */
class DataCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter answered = new StringWriter();
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.run(new PrintWriter(answered, true), new PrintWriter(said, true), arguments);
    }

    @Test
    void infoAnswersOnStandardOutput() throws IOException {
        Path table = Files.writeString(folder.resolve("trees.csv"), "width,height,kind\n1,-2.5,oak\n3,1e2,elm\n2,0,oak\n");

        assertEquals(CommandLineInterface.DONE, run("data", "info", table.toString()));

        assertEquals("", said.toString());
        assertEquals("""
                trees.csv: a table, its labels in column "kind"
                examples   3
                features   2
                classes    2: elm 1, oak 2
                missing    0
                feature                         least         most    missing  no number
                width                         1.00000      3.00000          0          0
                height                       -2.50000      100.000          0          0
                Nothing would be refused.
                """, answered.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void infoOfATableThatWouldBeRefusedSaysSoAndEndsWithTwo() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "x,y,label\n1,,a\n2,two,b\n3,3,b\n4,4,a\n");

        assertEquals(CommandLineInterface.BAD_INPUT, run("data", "info", table.toString()));

        assertTrue(answered.toString().contains("examples   2") && answered.toString().contains("missing    1"), answered.toString());
        assertTrue(answered.toString().contains("Would be refused:") && answered.toString().contains("row 3, column \"y\" is \"two\""),
                answered.toString());
    }

    @Test
    void infoOfNoFileIsOneSentence() {
        assertEquals(CommandLineInterface.BAD_INPUT, run("data", "info", folder.resolve("none.csv").toString()));
        assertTrue(said.toString().startsWith("There is no file") && said.toString().strip().endsWith("."), said.toString());
        assertEquals("", answered.toString());
    }

    @Test
    void getKnowsOneName() {
        assertEquals(CommandLineInterface.BAD_INPUT, run("data", "get", "cifar"));
        assertEquals("\"cifar\" is no data set that can be fetched; accepted is mnist.", said.toString().strip());
    }

    @Test
    void dataAloneAsksWhat() {
        assertEquals(CommandLineInterface.BAD_INPUT, run("data"));
        assertTrue(said.toString().contains("info or get") && said.toString().contains("shiftscope data --help"), said.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "figure", "sweep", "data", "data info", "data get", "bench"})
    void helpHasExamples(String command) {
        assertEquals(CommandLineInterface.DONE, run((command + " --help").strip().split(" ")));
        String help = answered.toString();
        assertTrue(help.contains("Usage: shiftscope " + command) || command.isEmpty() && help.contains("Usage: shiftscope"), help);
        List<String> examples = help.lines()
                .dropWhile(line -> !line.startsWith("Examples:"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
        assertTrue(examples.size() > 0 && examples.stream().allMatch(line -> line.startsWith("  ")), "a line was broken: " + examples);
        assertTrue(help.contains("  shiftscope " + command), help);
    }

    @Test
    void theCompletionScriptKnowsEveryCommandAndOption() {
        assertEquals(CommandLineInterface.DONE, run("completion"));
        for (String word : new String[] {"shiftscope", "sweep", "--over", "--workers", "--set", "info", "--label", "get", "bench"}) {
            assertTrue(answered.toString().contains(word), word);
        }
        for (String command : new String[] {"completion", "sweep", "data"}) {
            assertTrue(CommandLineInterface.isAsked(command), command);
        }
    }
}
