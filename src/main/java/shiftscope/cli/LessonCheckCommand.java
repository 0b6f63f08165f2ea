package shiftscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shiftscope.config.BadInputException;
import shiftscope.export.WholeFile;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Rates;

/** {@code shiftscope lesson check}: measures the claims of lessons over seeds, and says how often each held. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Measure every claim of these lessons on runs with other seeds, on all processors, and print how often each held.",
            "A claim that held in fewer than nine of ten seeds is pointed out, unless its text says how often (\"in 14 of 20 seeds\"); and so"
                    + " is a text that says something else of as many seeds."
        },
        footer = {
            "",
            "Examples:",
            "  shiftscope lesson check 1 5 8 --seeds 8",
            "  shiftscope lesson check my.lesson.json --record my.rates.json",
            "",
            "Exit codes: 0 done, 1 done but a claim was pointed out, 2 bad input."
        })
final class LessonCheckCommand implements Callable<Integer> {
    private static final int POINTED_OUT = 1;
    private static final int MOST_SEEDS = 10_000;

    @Parameters(paramLabel = "LESSON", description = "Numbers of lessons, or lesson files; all lessons of the program without any.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "20", description = "Seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--removed",
            description = "Measure each claim with its effect taken away instead; one that holds all the same is pointed out.")
    private boolean removed;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keep what was found in this file, which the window tells it from: beside a lesson file NAME.lesson.json, it looks"
                    + " for NAME.rates.json. Other lessons in the file stay.")
    private Path record;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write a page with the claims and what was found.")
    private Path markdown;

    @Option(names = "--workers", paramLabel = "W", description = "Pairs of a lesson and a seed at a time (default: one per processor).")
    private Integer workers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workers.inRange("--seeds", seeds, MOST_SEEDS);
        int threads = Workers.count(workers);
        if (removed && (record != null || markdown != null)) {
            throw new BadInputException("--removed measures what does not belong into a file; accepted with it is neither --record nor"
                    + " --markdown.");
        }
        List<String> asked = names.isEmpty()
                ? IntStream.rangeClosed(1, Library.size()).mapToObj(String::valueOf).toList()
                : names.stream().distinct().toList();
        LessonPairs pairs = new LessonPairs(asked.stream().map(LessonArgument::of).toList(), seeds, removed);
        List<LessonPairs.Checked> all = new ArrayList<>();
        StopNotice.during("Stopped; nothing was written.", () -> {
            try (ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName(asked.size() + (asked.size() == 1 ? " lesson" : " lessons"))
                    .setUnit(" steps", 1)
                    .setInitialMax(pairs.steps())
                    .setStyle(ProgressBarStyle.ASCII)
                    .build()) {
                all.addAll(pairs.all(threads, bar::stepBy));
            }
        });
        tell(all);
        write(all);
        return pointOut(all) ? POINTED_OUT : CommandLineInterface.DONE;
    }

    /** The tables, which are the same every time, to the one place; how long it took and what diverged to the other. */
    private void tell(List<LessonPairs.Checked> all) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        for (LessonPairs.Checked checked : all) {
            out.println(LessonTable.text(checked));
            messages.printf(Locale.ROOT, "%s: %.1f s for a seed.%n", checked.lesson().id(), checked.seconds());
            checked.diverged().forEach(diverged -> messages.println(checked.lesson().id() + ", experiment \"" + diverged.experiment()
                    + "\", seed " + diverged.seed() + ": " + DivergedSentence.of(diverged.divergence())));
        }
        out.flush();
    }

    private void write(List<LessonPairs.Checked> all) {
        if (record != null) {
            Map<Lesson, Map<String, Rate>> found = new LinkedHashMap<>();
            all.stream().filter(checked -> !checked.rates().isEmpty()).forEach(checked -> {
                Map<String, Rate> rates = new LinkedHashMap<>();
                checked.rates().forEach((claim, rate) -> rates.put(claim.id(), rate));
                found.put(checked.lesson(), rates);
            });
            Rates.record(record, found);
        }
        if (markdown != null) {
            String page = LessonTable.markdown(all, "shiftscope lesson check " + String.join("", names.stream().map(name -> name + " ").toList())
                    + "--seeds " + seeds + (record == null ? "" : " --record " + record) + " --markdown " + markdown);
            try {
                WholeFile.write(markdown, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new BadInputException(
                        markdown + " cannot be written (" + e.getMessage() + "); --markdown accepts a file that can.", e);
            }
        }
    }

    /** Returns whether there was anything. */
    private boolean pointOut(List<LessonPairs.Checked> all) {
        List<String> sentences = new ArrayList<>();
        for (LessonPairs.Checked checked : all) {
            checked.rates().forEach((claim, rate) -> {
                if (removed ? rate.times() > 0 : !rate.agreesWith(claim.text())) {
                    sentences.add(sentence(checked.lesson(), claim, rate));
                }
            });
        }
        sentences.forEach(spec.commandLine().getErr()::println);
        return !sentences.isEmpty();
    }

    private String sentence(Lesson lesson, Claim claim, Rate rate) {
        return lesson.id() + ": the claim \"" + claim.id() + "\" held in " + rate.times() + " of " + rate.seeds() + " seeds"
                + (removed ? " with its effect taken away." : ", which its text does not say.");
    }
}
