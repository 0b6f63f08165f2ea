package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.export.Figure;
import shiftscope.export.FigureView;
import shiftscope.export.PictureFormat;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.plot.Palette;
import shiftscope.plot.WallOptions;
import shiftscope.session.RowAxes;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Twins;

/** {@code shiftscope figure} as somebody at a prompt meets it. */
class FigureCommandTest {
    private static final String SMALL = """
            {"shiftscope": 1, "seed": 3, "data": {"kind": "moons", "examples": 200}, "network": {"hidden": [8, 6]},
             "training": {"batchSize": 20}, "measure": {"probe": 100, "recordEvery": 5}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter answer = new StringWriter();
    private final StringWriter said = new StringWriter();

    private int figure(String text, String... arguments) throws IOException {
        String file = Files.writeString(folder.resolve("e.json"), text).toString();
        String[] all = Stream.concat(Stream.of("figure", file), Stream.of(arguments)).toArray(String[]::new);
        return CommandLineInterface.run(new PrintWriter(answer, true), new PrintWriter(said, true), all);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** What the window would export of the same run. */
    private static Snapshot snapshot(Figure figure, int steps) {
        Experiment experiment = ExperimentFile.parse(SMALL, "test");
        try (Twins twins = new Twins(experiment, Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of("")), 1)) {
            for (int i = 0; i < steps; i++) {
                twins.step();
            }
            return twins.snapshot(figure.viewing(experiment), new RowAxes(), twins.measure(), false, 0);
        }
    }

    @Test
    void itIsThePictureThatTheWindowExports() throws IOException {
        Figure card = Figure.of(FigureView.HEATMAP)
                .withLayer(2)
                .withRun(Side.B)
                .withTap(Tap.PRE_ACTIVATION)
                .withPalette(Palette.DARK)
                .withSize(500, 300);
        PictureOptions how = new PictureOptions(2, true);
        for (PictureFormat format : List.of(PictureFormat.PNG, PictureFormat.SVG, PictureFormat.CSV)) {
            String out = at("card" + format.ending());
            assertEquals(CommandLineInterface.DONE, figure(SMALL, "--view", "heatmap", "--layer", "2", "--run", "B", "--tap",
                    "pre-activation", "--theme", "dark", "--width", "500", "--height", "300", "--transparent", "--step", "20", "--out", out));
            assertArrayEquals(
                    Pictures.bytes(format, card, snapshot(card, 20), how), Files.readAllBytes(Path.of(out)), format.word());
            assertTrue(answer.toString().endsWith(out + System.lineSeparator()), "a script can read the path");
        }
    }

    @Test
    void optionsReachTheFigure() throws IOException {
        Figure bands = Figure.of(FigureView.PERCENTILES)
                .withLayer(1)
                .withOptions(new WallOptions(true, true, OptionalInt.of(4), List.of()));
        assertEquals(CommandLineInterface.DONE, figure(SMALL, "--view", "percentiles", "--layer", "1", "--unit", "4", "--log-counts",
                "--outer-bands", "--step", "10", "--format", "svg", "--out", at("p.svg")), said.toString());
        assertArrayEquals(
                Pictures.bytes(PictureFormat.SVG, bands, snapshot(bands, 10), PictureOptions.PLAIN),
                Files.readAllBytes(folder.resolve("p.svg")));
    }

    @Test
    void aHyphenIsStandardOutputAndNothingElseIsWrittenThere() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true));
        try {
            assertEquals(CommandLineInterface.DONE, figure(SMALL, "--view", "loss", "--step", "10", "--format", "csv", "--out", "-"));
        } finally {
            System.setOut(before);
        }
        Figure loss = Figure.of(FigureView.LOSS);
        assertArrayEquals(
                Pictures.bytes(PictureFormat.CSV, loss, snapshot(loss, 10), PictureOptions.PLAIN), bytes.toByteArray());
        assertEquals("", answer.toString());
    }

    @Test
    void aMovingPictureHasAFrameEveryFewSteps() throws IOException {
        String[] small = {"--view", "now", "--layer", "1", "--width", "300", "--height", "200", "--step", "20", "--every", "10"};
        assertEquals(CommandLineInterface.DONE, figure(SMALL, with(small, "--out", at("run.gif"))), said.toString());
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(folder.resolve("run.gif").toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
        }
        assertEquals(CommandLineInterface.DONE, figure(SMALL, with(small, "--format", "png", "--out", at("frames"))), said.toString());
        try (var frames = Files.list(folder.resolve("frames"))) {
            assertEquals(3, frames.count());
        }
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aDivergedRunLeavesTheStepBeforeAndSaysWhere() throws IOException {
        String text = SMALL.replace("\"batchSize\": 20", "\"batchSize\": 20, \"learningRate\": 1000, \"loss\": \"mean-squared-error\"")
                .replace("[8, 6]", "[8, 6], \"activation\": \"identity\"");
        assertEquals(CommandLineInterface.DIVERGED, figure(text, "--step", "300", "--out", at("d.svg")));
        assertTrue(said.toString().matches("(?s).*Run [AB] diverged at step \\d+: .*"), said.toString());
        assertTrue(Files.readString(folder.resolve("d.svg")).contains("Layer 2"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("--view is \"wall\"; accepted are now, ridges,", List.of("--view", "wall")),
                Arguments.of("--layer is of no use to the view loss.", List.of("--view", "loss", "--layer", "1")),
                Arguments.of("--tap is of no use to the view percentiles.", List.of("--view", "percentiles", "--tap", "scaled")),
                Arguments.of("there is no layer 9 to show; accepted are 1 to 3", List.of("--view", "layer", "--layer", "9")),
                Arguments.of("there is no unit 8 to show; accepted are 0 to 7.", List.of("--view", "percentiles", "--unit", "8")),
                Arguments.of("ics is measured only while measure.gradientProbes is true", List.of("--view", "ics")),
                Arguments.of("one run alone can be shown of one layer", List.of("--run", "A")),
                Arguments.of("--theme is \"pink\"; accepted are light, dark, projector.", List.of("--theme", "pink")),
                Arguments.of("cannot be scaled by 5; accepted are 1 to 4.", List.of("--scale", "5")),
                Arguments.of("--step is -1; accepted are whole numbers", List.of("--step", "-1")),
                Arguments.of("--every is 0; accepted are whole numbers", List.of("--every", "0")),
                Arguments.of("--format is \"jpg\"; accepted are png, svg, pdf, csv.", List.of("--format", "jpg")),
                Arguments.of("--format is \"svg\"; accepted are gif, png.", List.of("--format", "svg", "--every", "5")),
                Arguments.of("does not end with .svg", List.of("--format", "svg", "--out", "a.png")),
                Arguments.of("accepted are names that end with .png, .svg, .pdf or .csv.", List.of("--out", "a.jpg")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsOneSentenceAndExitCodeTwo(String sentence, List<String> arguments) throws IOException {
        assertEquals(CommandLineInterface.BAD_INPUT, figure(SMALL, arguments.toArray(String[]::new)));
        String text = said.toString().strip();
        assertTrue(text.contains(sentence), text);
        assertTrue(text.endsWith(".") && !text.contains("\n") && !text.contains("Exception"), text);
        assertTrue(answer.toString().isEmpty() && Files.notExists(Path.of("a.png")));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        assertEquals(CommandLineInterface.BAD_INPUT, figure(SMALL, "--step", "1", "--out", at("e.json/a.svg")));
        assertTrue(said.toString().contains("--out " + at("e.json/a.svg") + " cannot be written"), said.toString());
    }
}
