package shiftscope.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shiftscope.config.ActivationKind;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.HeldRanges;
import shiftscope.plot.Hit;
import shiftscope.plot.LayerPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.PercentilesPlot;
import shiftscope.plot.PhiPlot;
import shiftscope.plot.SampleLayers;
import shiftscope.plot.SampleSlices;
import shiftscope.plot.SampleSnapshots;
import shiftscope.plot.Surface;
import shiftscope.plot.UnitStrip;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallOptions;
import shiftscope.plot.WallPlot;
import shiftscope.plot.WallScene;
import shiftscope.session.LayerDetail;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/**
 * Pictures for human eyes in target/pictures, made on purpose: {@code mvn test -Dtest=LookTest -DexcludedGroups=
 * -Dgroups=pictures}.
 */
@Tag("pictures")
class LookTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Map<String, Palette> PALETTES =
            Map.of("light", Palette.LIGHT, "dark", Palette.DARK, "projector", Palette.PROJECTOR);

    /** What is drawn in the colours of a palette. */
    interface Drawing {
        void on(Surface surface, Palette palette);
    }

    /** Draws it once in each palette. */
    static void look(String name, double width, double height, Drawing drawing) throws IOException {
        for (Map.Entry<String, Palette> entry : PALETTES.entrySet()) {
            PngSurface sheet = new PngSurface(width, height, 1, entry.getValue().ground());
            drawing.on(sheet, entry.getValue());
            WholeFile.write(FOLDER.resolve(name + "-" + entry.getKey() + ".png"), sheet::write);
        }
    }

    private static void wall(String name, Snapshot snapshot, double width, double height, Optional<Hit> hit) throws IOException {
        look(name, width, height, (surface, palette) ->
                WallPlot.draw(surface, snapshot, palette, WallLayout.of(width, height, snapshot.rows().size(), palette), hit));
    }

    @Test
    void walls() throws IOException {
        wall("wall-850", SampleSnapshots.usual(), 850, 700, Optional.empty());
        wall("wall-560", SampleSnapshots.usual(), 560, 520, Optional.empty());
        wall("hover-850", SampleSnapshots.usual(), 850, 700, Optional.of(new Hit(Side.A, 2, 30)));
        wall("hard-850", SampleSnapshots.hard(), 850, 700, Optional.of(new Hit(Side.A, 3, -1)));
        wall("hard-560", SampleSnapshots.hard(), 560, 520, Optional.empty());
        wall("start-850", SampleSnapshots.atStart(), 850, 700, Optional.empty());
    }

    @Test
    void layers() throws IOException {
        for (Map.Entry<String, LayerDetail> entry : Map.of(
                "usual", SampleLayers.usual(100),
                "brushed", SampleLayers.brushed(100),
                "rectified", SampleLayers.rectified(40),
                "tanh", SampleLayers.of(3, 1, ActivationKind.TANH),
                "output", SampleLayers.output(10)).entrySet()) {
            LayerDetail detail = entry.getValue();
            Snapshot snapshot = SampleLayers.snapshot(detail, Viewing.of(Tap.SCALED), List.of());
            Row row = snapshot.rows().get(detail.layer());
            boolean whole = entry.getKey().equals("usual");
            look("layer-" + entry.getKey(), 870, 350, (surface, palette) -> {
                for (Side side : Side.values()) {
                    double left = side == Side.A ? 5 : 440;
                    LayerPlot plot = whole ? LayerPlot.of(row, Tap.SCALED) : LayerPlot.of(row, detail, 0);
                    plot.draw(surface, new Box(left, 5, 225, 175), palette, side);
                    PhiPlot.draw(surface, new Box(left + 232, 5, 193, 175), palette, side, detail.of(side), 0.31);
                    new UnitStrip(side, detail, IntStream.range(0, detail.a().units().size()).boxed().toList()).draw(
                            surface, new Box(left, 190, 425, 150), palette, 0, OptionalInt.of(0),
                            whole ? OptionalInt.of(5) : OptionalInt.empty());
                }
            });
        }
    }

    @Test
    void brushedWall() throws IOException {
        wall("brushed-850", SampleLayers.snapshot(SampleLayers.brushed(100), Viewing.of(Tap.SCALED), List.of()), 850, 700, Optional.empty());
    }

    @Test
    void percentiles() throws IOException {
        Snapshot snapshot = SampleSnapshots.usual();
        look("percentiles-850", 850, 700, (surface, palette) ->
                PercentilesPlot.draw(surface, snapshot, palette, WallLayout.of(850, 700, PercentilesPlot.rows(snapshot), palette)));
    }

    private interface View {
        WallScene of(Snapshot snapshot, Palette palette, WallLayout layout);
    }

    private static void view(String name, Snapshot snapshot, double[] mouse, View view) throws IOException {
        for (double[] size : new double[][] {{1040, 800}, {640, 560}}) {
            look(name + "-" + (int) size[0], size[0], size[1], (surface, palette) -> {
                int rows = WallScene.overTime(snapshot).size();
                view.of(snapshot, palette, WallLayout.of(size[0], size[1], rows, palette)).draw(surface, mouse[0], mouse[1]);
            });
        }
    }

    @Test
    void overTime() throws IOException {
        double[] nowhere = {-1, -1};
        double[] somewhere = {240, 480};
        WallOptions log = new WallOptions(true, false, OptionalInt.empty(), List.of());
        WallOptions outer = new WallOptions(false, true, OptionalInt.empty(), List.of());
        for (Map.Entry<String, Snapshot> entry : Map.of(
                "usual", SampleSlices.usual(), "hard", SampleSlices.hard(), "one", SampleSlices.one(), "none", SampleSlices.none()).entrySet()) {
            String name = entry.getKey();
            Snapshot shown = entry.getValue();
            double[] mouse = name.equals("hard") ? somewhere : nowhere;
            view("ridges-" + name, shown, mouse, (s, p, l) -> WallScene.ridges(s, p, l, WallOptions.PLAIN, new HeldRanges()));
            view("ridges-log-" + name, shown, nowhere, (s, p, l) -> WallScene.ridges(s, p, l, log, new HeldRanges()));
            view("heat-" + name, shown, mouse, (s, p, l) -> WallScene.heatMap(s, p, l, WallOptions.PLAIN, new HeldRanges()));
            view("heat-log-" + name, shown, nowhere, (s, p, l) -> WallScene.heatMap(s, p, l, log, new HeldRanges()));
            view("bands-" + name, shown, mouse, (s, p, l) -> WallScene.percentiles(s, p, l, outer, new HeldRanges()));
        }
        WallOptions unit = new WallOptions(false, false, OptionalInt.of(9), List.of(new Viewing.Zoom(2, 0, 1.5)));
        view("bands-unit", SampleSlices.usual(), nowhere, (s, p, l) -> WallScene.percentiles(s, p, l, unit, new HeldRanges()));
        view("ridges-zoomed", SampleSlices.usual(), somewhere, (s, p, l) -> WallScene.ridges(s, p, l, unit, new HeldRanges()));
        WallOptions zoomed = new WallOptions(true, false, OptionalInt.empty(), List.of(new Viewing.Zoom(2, -2.05, 3.3)));
        look("now-log-zoomed", 850, 700, (surface, palette) -> WallScene.now(
                SampleSnapshots.usual(), palette, WallLayout.of(850, 700, 5, palette), zoomed).draw(surface, -1, -1));
        Snapshot s = SampleSlices.usual();
        for (String ending : new String[] {".svg", ".png"}) {
            export("export-ridges" + ending, Figure.of(FigureView.RIDGES), s);
            export("export-heat" + ending, Figure.of(FigureView.HEATMAP).withOptions(log), s);
            export("export-bands" + ending, Figure.of(FigureView.PERCENTILES).withOptions(outer), s);
        }
    }

    @Test
    void curves() throws IOException {
        for (double[] size : new double[][] {{270, 130}, {560, 260}}) {
            look("curves-" + (int) size[0], size[0] + 20, 3 * (size[1] + 10) + 10, (surface, palette) -> {
                Snapshot s = SampleSnapshots.usual();
                CurvePlot[] plots = {
                    CurvePlot.trainingLoss(s.history(), s.latest(), s.commands()),
                    CurvePlot.testAccuracy(s.history(), s.latest(), s.commands()),
                    CurvePlot.shift(s.history(), s.latest(), s.commands(), 3)
                };
                for (int i = 0; i < plots.length; i++) {
                    Box box = new Box(10, 10 + i * (size[1] + 10), size[0], size[1]);
                    plots[i].draw(surface, box, palette, i == 1 ? plots[i].at(box, palette, 140) : Optional.empty());
                }
            });
        }
    }

    @Test
    void exports() throws IOException {
        Snapshot s = SampleSnapshots.usual();
        export("export-wall.png", Figure.of(FigureView.NOW), s);
        export("export-wall.svg", Figure.of(FigureView.NOW), s);
        export("export-row.png", Figure.of(FigureView.NOW).withLayer(2).withSize(900, 360), s);
        export("export-card.png", Figure.of(FigureView.NOW).withLayer(2).withRun(Side.B).withSize(600, 360), s);
        export("export-percentiles.svg", Figure.of(FigureView.PERCENTILES).withPalette(Palette.DARK), s);
        export("export-curve.png", Figure.of(FigureView.SHIFT).withPalette(Palette.PROJECTOR).withSize(800, 450), s);
    }

    private static void export(String name, Figure figure, Snapshot snapshot) throws IOException {
        Pictures.write(FOLDER.resolve(name), figure, snapshot, PictureOptions.PLAIN);
    }
}
