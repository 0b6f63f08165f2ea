package shiftscope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import shiftscope.config.BadInputException;
import shiftscope.export.WholeFile;

/** Where a text that a command makes goes. */
final class MarkdownOut {
    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead of the screen.")
    private Path out;

    /** @throws BadInputException if the file cannot be written */
    void write(CommandSpec spec, String text) {
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            WholeFile.write(out, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new BadInputException(out + " cannot be written (" + e.getClass().getSimpleName() + ").", e);
        }
    }
}
