package shiftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shiftscope.data.FileSurvey;

/** {@code shiftscope data info}: what is in a file of examples. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = {
            "Look through a file of examples and print how many there are, their features with the range of each, how many are missing,"
                    + " the classes with how often each occurs, and what would be refused. FILE is a table (CSV) or MNIST-style IDX files.",
        },
        footer = {
            "",
            "Examples:",
            "  shiftscope data info iris.csv",
            "  shiftscope data info measurements.csv --label outcome",
            "  shiftscope data info mnist/train-images-idx3-ubyte.gz",
            "",
            "Exit codes: 0 it can be learned from, 2 it would be refused."
        })
final class DataInfoCommand implements Callable<Integer> {
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_CLASSES = 50;
    private static final int NAME_WIDTH = 24;

    @Parameters(paramLabel = "FILE", description = "A table, IDX images, or the folder that holds them.")
    private Path file;

    @Option(names = "--label", paramLabel = "COLUMN", description = "The label's column by name, or by number from 0 (default: the last).")
    private String label;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FileSurvey survey = FileSurvey.of(file, label);
        PrintWriter out = spec.commandLine().getOut();
        out.println(survey.name() + ": " + survey.kind());
        out.println("examples   " + survey.examples());
        out.println("features   " + survey.features());
        out.println("classes    " + survey.classes().size() + (survey.classes().isEmpty() ? "" : ": " + classes(survey.classes())));
        out.println("missing    " + survey.columns().stream().mapToLong(FileSurvey.Column::missing).sum());
        out.printf(Locale.ROOT, "%-" + NAME_WIDTH + "s %12s %12s %10s %10s%n", "feature", "least", "most", "missing", "no number");
        survey.columns().stream().limit(MOST_COLUMNS).forEach(column -> out.println(line(column)));
        if (survey.columns().size() > MOST_COLUMNS) {
            out.println("… and " + (survey.columns().size() - MOST_COLUMNS) + " more features");
        }
        out.println(survey.refusals() == 0 ? "Nothing would be refused." : "Would be refused:");
        List<String> refused = survey.refused();
        refused.forEach(sentence -> out.println("  " + sentence));
        if (survey.refusals() > refused.size()) {
            out.println("  … and " + (survey.refusals() - refused.size()) + " more");
        }
        out.flush();
        return survey.refusals() == 0 ? CommandLineInterface.DONE : CommandLineInterface.BAD_INPUT;
    }

    private static String classes(Map<String, Long> classes) {
        String shown = classes.entrySet().stream()
                .limit(MOST_CLASSES)
                .map(entry -> shortened(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return classes.size() > MOST_CLASSES ? shown + ", …" : shown;
    }

    private static String line(FileSurvey.Column column) {
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s %12s %12s %10d %10d",
                shortened(column.name()), number(column.least()), number(column.most()), column.missing(), column.unusable());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
    }

    private static String shortened(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= NAME_WIDTH ? line : line.substring(0, NAME_WIDTH - 1) + "…";
    }
}
