package shiftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shiftscope.lesson.Check;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.Library;
import shiftscope.lesson.Verdict;

/** {@code shiftscope lesson check}: measures the claims of lessons over seeds, and says how often each held. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Measure every claim of these lessons over seeds, and print how often each held.")
final class LessonCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LESSON", description = "Numbers of lessons, or lesson files; all lessons of the program without any.")
    private List<String> lessons = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "20", description = "Seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--removed", description = "Measure each claim with its effect taken away instead: it should not hold.")
    private boolean removed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : lessons) {
            Lesson lesson = name.matches("\\d{1,2}") ? Library.lesson(Integer.parseInt(name)) : LessonFile.read(Path.of(name));
            Check check = new Check(lesson, Path.of("").toAbsolutePath(), steps -> { });
            Map<Claim, List<Verdict>> found = new LinkedHashMap<>();
            for (int seed = 1; seed <= seeds; seed++) {
                if (removed) {
                    for (Claim claim : lesson.claims()) {
                        found.computeIfAbsent(claim, key -> new ArrayList<>()).add(check.removed(claim, seed));
                    }
                } else {
                    check.all(seed).forEach(
                            (claim, verdict) -> found.computeIfAbsent(claim, key -> new ArrayList<>()).add(verdict));
                }
            }
            found.forEach((claim, verdicts) -> {
                double[] values = verdicts.stream().mapToDouble(Verdict::value).sorted().toArray();
                long held = verdicts.stream().filter(verdict -> verdict.result() == Verdict.Result.HELD).count();
                out.printf(Locale.ROOT, "%s/%s held in %d of %d; median %.4g, %.4g to %.4g%n", lesson.id(), claim.id(), held,
                        values.length, values[values.length / 2], values[0], values[values.length - 1]);
            });
        }
        out.flush();
        return CommandLineInterface.DONE;
    }
}
