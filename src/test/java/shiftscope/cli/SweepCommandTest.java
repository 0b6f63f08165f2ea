package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ExperimentFile;

/** {@code shiftscope sweep} as somebody at a prompt meets it, and its promise: one table, however it came about. */
class SweepCommandTest {
    private static final String TINY = """
            {"shiftscope": 1, "data": {"kind": "moons", "examples": 60}, "network": {"hidden": [4]},
             "training": {"batchSize": 10}, "measure": {"probe": 20, "recordEvery": 10}}
            """;
    /** 5 × 2 × 10 seeds = 100 pairs. */
    private static final String[] HUNDRED = {
        "--over", "training.learningRate=0.01,0.03,0.1,0.3,1", "--over", "b.normalization=none,batch", "--seeds", "10", "--steps", "25"
    };

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private int sweep(Path out, String... arguments) throws IOException {
        Path file = folder.resolve("e.json");
        if (!Files.exists(file)) {
            Files.writeString(file, TINY);
        }
        List<String> all = new ArrayList<>(List.of("sweep", file.toString(), "--out", out.toString()));
        Collections.addAll(all, arguments);
        said.getBuffer().setLength(0);
        return CommandLineInterface.run(new PrintWriter(said, true), all.toArray(String[]::new));
    }

    private int hundred(Path out, int workers) throws IOException {
        return sweep(out, Stream.concat(Stream.of(HUNDRED), Stream.of("--workers", String.valueOf(workers))).toArray(String[]::new));
    }

    private static List<CSVRecord> table(Path out) throws IOException {
        CSVFormat withHeader = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(Files.readString(out.resolve("sweep.csv")), withHeader)) {
            return parser.getRecords();
        }
    }

    private List<Path> runs(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("runs"))) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    @Test
    void aHundredPairsGiveTheSameBytesWithOneWorkerOrTwo() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");

        assertEquals(CommandLineInterface.DONE, hundred(one, 1), said.toString());
        assertEquals(CommandLineInterface.DONE, hundred(two, 2), said.toString());

        assertArrayEquals(Files.readAllBytes(one.resolve("sweep.csv")), Files.readAllBytes(two.resolve("sweep.csv")));
        assertArrayEquals(Files.readAllBytes(one.resolve("sweep.svg")), Files.readAllBytes(two.resolve("sweep.svg")));
        assertEquals(100 * 2 * 4, table(one).size(), "steps 0, 10, 20 and 25 of A and B");
        assertEquals(100, runs(one).size());
    }

    /** Whatever had been finished, and whatever lies about of what had not. */
    @Test
    void aSweepThatWasStoppedAnywhereEndsWithTheSameBytes() throws IOException {
        Path whole = folder.resolve("whole");
        hundred(whole, 2);
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            Path out = folder.resolve("stopped " + round);
            long after = random.nextInt(2_000);
            stop(out, after);
            long left = runs(out).size();
            assertTrue(left < 100, "nothing was left to do after " + after + " steps");
            if (left > 0) {
                Path damaged = runs(out).get(random.nextInt((int) left));
                byte[] bytes = Files.readAllBytes(damaged);
                Files.write(damaged, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
            Files.writeString(out.resolve("runs").resolve(".00099.csv.part"), "half a li");

            assertEquals(CommandLineInterface.DONE, hundred(out, 2), said.toString());

            assertArrayEquals(
                    Files.readAllBytes(whole.resolve("sweep.csv")), Files.readAllBytes(out.resolve("sweep.csv")), "round " + round);
        }
    }

    /** Trains the same sweep and stops it in the middle of a pair, as the end of the process would. */
    private void stop(Path out, long after) throws IOException {
        Files.createDirectories(out.resolve("runs").getParent());
        SweepPlan plan = new SweepPlan(
                ExperimentFile.read(folder.resolve("e.json")),
                List.of(SweepAxis.parse(HUNDRED[1]), SweepAxis.parse(HUNDRED[3])),
                10,
                25);
        AtomicLong made = new AtomicLong();
        try (SweepFolder opened = SweepFolder.open(out, plan, folder)) {
            new SweepWorkers(opened, folder, 25, steps -> {
                if (made.addAndGet(steps) > after) {
                    throw new CancellationException();
                }
            }).train(plan.points(), 2);
        } catch (CancellationException e) {
            Files.createDirectories(out.resolve("runs"));
            return;
        }
        throw new AssertionError("the sweep was not stopped");
    }

    @Test
    void onlyWhatIsMissingIsTrainedAgain() throws IOException {
        Path out = folder.resolve("out");
        String[] small = {"--over", "training.learningRate=0.1,1", "--seeds", "3", "--steps", "12"};
        sweep(out, small);
        byte[] table = Files.readAllBytes(out.resolve("sweep.csv"));
        List<FileTime> times = new ArrayList<>();
        for (Path run : runs(out)) {
            times.add(Files.getLastModifiedTime(run));
        }
        Files.delete(runs(out).get(4));

        assertEquals(CommandLineInterface.DONE, sweep(out, small));

        assertTrue(said.toString().contains("5 of 6 pairs were trained before."), said.toString());
        assertArrayEquals(table, Files.readAllBytes(out.resolve("sweep.csv")));
        for (int i : new int[] {0, 1, 2, 3, 5}) {
            assertEquals(times.get(i), Files.getLastModifiedTime(runs(out).get(i)), "run " + i);
        }
    }

    @Test
    void theTableHasAColumnForEachSettingThatIsVaried() throws IOException {
        Path out = folder.resolve("out");
        sweep(out, "--over", "network.hidden=[4],[4,3]", "--over", "training.learningRate=1e-1,1", "--seeds", "2", "--steps", "10",
                "--set", "seed=7");
        List<CSVRecord> rows = table(out);

        assertEquals(8 * 2 * 2, rows.size());
        assertEquals(
                List.of("network.hidden", "training.learningRate", "seed", "step", "epoch", "run", "diverged", "training_loss"),
                rows.get(0).getParser().getHeaderNames().subList(0, 8));
        assertEquals("[4]", rows.get(0).get("network.hidden"));
        assertEquals(
                List.of("0.1 7", "0.1 7", "0.1 7", "0.1 7", "0.1 8", "0.1 8", "0.1 8", "0.1 8", "1 7"),
                rows.stream().limit(9).map(row -> row.get("training.learningRate") + " " + row.get("seed")).toList());
        assertEquals("A A B B A", rows.stream().limit(5).map(row -> row.get("run")).collect(Collectors.joining(" ")));
        CSVRecord shallow = rows.get(1);
        CSVRecord deep = rows.get(rows.size() - 1);
        assertEquals("", shallow.get("mean_2"));
        assertTrue(Double.isFinite(Double.parseDouble(shallow.get("mean_out"))) && Double.isFinite(Double.parseDouble(deep.get("mean_2"))));
    }

    /** Each row is what {@code run} writes for the same settings. */
    @Test
    void aRowIsThatOfASingleRun() throws IOException {
        Path out = folder.resolve("out");
        sweep(out, "--over", "training.learningRate=0.1,0.7", "--seeds", "2", "--steps", "20");
        Path single = folder.resolve("single");
        CommandLineInterface.run(new PrintWriter(said, true), "run", folder.resolve("e.json").toString(), "--steps", "20",
                "--set", "training.learningRate=0.7", "--set", "seed=43", "--out", single.toString());
        List<String> expected = Files.readAllLines(single.resolve("metrics.csv"));

        List<String> found = table(out).stream()
                .filter(row -> row.get("training.learningRate").equals("0.7") && row.get("seed").equals("43"))
                .map(row -> IntStream.range(2, row.size()).filter(i -> i != 5).mapToObj(row::get).collect(Collectors.joining(",")))
                .toList();

        assertEquals(expected.subList(1, expected.size()).stream().sorted().toList(), found.stream().sorted().toList());
    }

    @Test
    void aRunThatDivergesIsARowAndItsTwinGoesOn() throws IOException {
        Path out = folder.resolve("out");
        String[] wild = {"--over", "training.learningRate=0.01,1000", "--seeds", "2", "--steps", "30", "--set",
            "network.activation=identity", "--set", "training.loss=mean-squared-error", "--set", "network.hidden=[4,4]"};

        assertEquals(CommandLineInterface.DIVERGED, sweep(out, wild), said.toString());

        assertTrue(said.toString().matches("(?s).*4 pairs of 30 steps; [1-4] of 8 runs diverged\\..*"), said.toString());
        List<CSVRecord> rows = table(out);
        List<CSVRecord> ends = rows.stream().filter(row -> !row.get("diverged").isEmpty()).toList();
        assertTrue(ends.size() >= 2, ends.toString());
        for (CSVRecord end : ends) {
            assertEquals("1000", end.get("training.learningRate"));
            assertTrue(Long.parseLong(end.get("step")) >= 1 && end.get("diverged").matches("loss|layer [123] [a-z-]+"), end.toString());
            assertEquals("", end.get("test_loss"));
            assertEquals(end, last(rows, end), "nothing follows it");
        }
        for (CSVRecord row : rows) {
            CSVRecord last = last(rows, row);
            assertTrue(!last.get("diverged").isEmpty() || last.get("step").equals("30"), last.toString());
        }
        byte[] table = Files.readAllBytes(out.resolve("sweep.csv"));
        assertEquals(CommandLineInterface.DIVERGED, sweep(out, wild));
        assertArrayEquals(table, Files.readAllBytes(out.resolve("sweep.csv")));
    }

    private static CSVRecord last(List<CSVRecord> rows, CSVRecord of) {
        List<String> which = List.of("training.learningRate", "seed", "run");
        return rows.stream()
                .filter(row -> which.stream().allMatch(name -> row.get(name).equals(of.get(name))))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--steps 11|\"steps\"", "--seeds 3|\"seeds\"", "--over training.learningRate=0.1,2|\"over\"",
        "--over training.batchSize=5|\"over\"", "--set name=other|\"experiment\""
    })
    void anotherSweepIsRefused(String changed, String named) throws IOException {
        Path out = folder.resolve("out");
        sweep(out, "--over", "training.learningRate=0.1,1", "--seeds", "2", "--steps", "10");
        byte[] before = Files.readAllBytes(out.resolve("sweep.csv"));
        List<String> arguments = new ArrayList<>(List.of("--seeds", "2", "--steps", "10"));
        String[] change = changed.split(" ");
        int place = arguments.indexOf(change[0]);
        if (place >= 0) {
            arguments.set(place + 1, change[1]);
        } else {
            Collections.addAll(arguments, change);
        }
        if (!change[0].equals("--over")) {
            Collections.addAll(arguments, "--over", "training.learningRate=0.1,1");
        }

        assertEquals(CommandLineInterface.BAD_INPUT, sweep(out, arguments.toArray(String[]::new)));

        assertOneSentence("belongs to another sweep (" + named);
        assertArrayEquals(before, Files.readAllBytes(out.resolve("sweep.csv")));
    }

    @Test
    void aFolderThatSomebodyElseWritesIsRefused() throws IOException {
        Path out = folder.resolve("out");
        sweep(out, "--over", "training.learningRate=0.1,1", "--steps", "10");
        try (FileChannel channel = FileChannel.open(out.resolve(".lock"), StandardOpenOption.WRITE)) {
            channel.lock();
            assertEquals(CommandLineInterface.BAD_INPUT, sweep(out, "--over", "training.learningRate=0.1,1", "--steps", "10"));
        }
        assertOneSentence("is being written by another sweep");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--over training.learnRate=1|\"training.learningRate\"?",
        "--over training.learningRate=1,,2|an empty value",
        "--over training.learningRate=1,1.0e0,1.0|the value 1.0 twice",
        "--over training.learningRate=|an empty value",
        "--over seed=1,2|--seeds N",
        "--over training.learningRate=-1,2|training.learningRate is -1",
        "--over training.learningRate=1 --over training.learningRate=2|twice",
        "--over training.learningRate=1 --seeds 0|--seeds is 0",
        "--over training.learningRate=1 --steps 0|--steps is 0",
        "--over training.learningRate=1 --workers 0|--workers is 0",
        "--over training.learningRate=1,2,3 --over training.l2=1,2,3,4 --seeds 9999|more than 100000",
        "--over training.batchSize=5,5000|training.batchSize is 5000",
        "--over data.examples=50 --set data.kind=csv --set data.file.path=none.csv|none.csv"
    })
    void refusesBySayingWhat(String arguments, String named) throws IOException {
        assertEquals(CommandLineInterface.BAD_INPUT, sweep(folder.resolve("out"), arguments.split(" ")), said.toString());
        assertOneSentence(named);
    }

    private void assertOneSentence(String named) {
        String text = said.toString().strip();
        assertTrue(text.contains(named), text);
        assertTrue((text.endsWith(".") || text.endsWith("?")) && !text.contains("\n") && !text.contains("Exception"), text);
    }
}
