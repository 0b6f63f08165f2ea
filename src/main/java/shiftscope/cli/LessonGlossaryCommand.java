package shiftscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shiftscope.lesson.text.Glossary;

/** {@code shiftscope lesson glossary}: the terms that lessons explain. */
@Command(name = "glossary", mixinStandardHelpOptions = true, description = "Write the terms that lessons explain as Markdown.")
final class LessonGlossaryCommand implements Callable<Integer> {
    @Mixin
    private MarkdownOut out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StringBuilder text = new StringBuilder("""
                # Glossary

                The terms that texts of lessons explain where they first occur.
                Written by `shiftscope lesson glossary --out docs/glossary.md` from `glossary.json`.
                """);
        for (Glossary.Term term : Glossary.standard().terms()) {
            text.append("\n**").append(term.name()).append("**");
            if (!term.also().isEmpty()) {
                text.append(" (also ").append(String.join(", ", term.also())).append(")");
            }
            text.append(": ").append(term.text());
            text.append(term.source().isEmpty() ? "\n" : " *Source: " + term.source() + ".*\n");
        }
        out.write(spec, text.toString());
        return CommandLineInterface.DONE;
    }
}
