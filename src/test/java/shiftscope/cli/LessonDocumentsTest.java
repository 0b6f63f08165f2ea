package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.lesson.Quantities;

class LessonDocumentsTest {
    @TempDir
    private Path folder;

    private final StringWriter answer = new StringWriter();
    private final StringWriter messages = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.run(new PrintWriter(answer, true), new PrintWriter(messages, true), arguments);
    }

    @Test
    void theGlossaryInTheDocumentsIsThatOfTheProgram() throws IOException {
        assertEquals(0, run("lesson", "glossary"));
        assertEquals(Files.readString(Path.of("docs", "glossary.md")), answer.toString());
    }

    @Test
    void everyNumberIsListedWithItsMeaningAndParameters() {
        assertEquals(0, run("lesson", "numbers"));
        Quantities.names().forEach(name -> {
            assertTrue(answer.toString().contains(Quantities.named(name).meaning()), name);
            Quantities.named(name).parameters().forEach(parameter ->
                    assertTrue(answer.toString().contains("    " + parameter.name() + ": "), name));
        });
    }

    @Test
    void aSheetAndTheGuideAreWritten() throws IOException {
        Path sheet = folder.resolve("sheet.pdf");
        assertEquals(0, run("lesson", "sheet", "1", "--out", sheet.toString()), messages.toString());
        assertTrue(Files.size(sheet) > 5_000);
        Path guide = folder.resolve("teaching.md");
        assertEquals(0, run("lesson", "guide", "--out", guide.toString()), messages.toString());
        assertTrue(Files.readString(guide).contains("## 17. "));
    }

    @Test
    void whatCannotBeDoneIsToldInOneSentence() {
        for (String[] wrong : new String[][] {
            {"lesson", "sheet", "18", "--out", folder.resolve("x.pdf").toString()},
            {"lesson", "sheet", "nowhere.json", "--out", folder.resolve("x.pdf").toString()},
            {"lesson", "sheet", "1", "--out", folder.resolve("x.doc").toString()},
            {"lesson", "sheet", "1", "--out", folder.resolve("x.csv").toString()},
            {"lesson", "glossary", "--out", folder.toString()}
        }) {
            messages.getBuffer().setLength(0);
            assertEquals(2, run(wrong), String.join(" ", wrong));
            assertEquals(1, messages.toString().strip().lines().count(), messages.toString());
        }
    }
}
