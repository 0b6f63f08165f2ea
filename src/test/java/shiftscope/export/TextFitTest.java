package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.HeldRanges;
import shiftscope.plot.LagPlot;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.LayerPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.PercentilesPlot;
import shiftscope.plot.PhiPlot;
import shiftscope.plot.PredictionsPlot;
import shiftscope.plot.RecordingSurface;
import shiftscope.plot.RecordingSurface.Said;
import shiftscope.plot.SampleLayers;
import shiftscope.plot.SampleNumbers;
import shiftscope.plot.SampleSlices;
import shiftscope.plot.SampleSnapshots;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallOptions;
import shiftscope.plot.WallPlot;
import shiftscope.plot.WallScene;
import shiftscope.session.LayerDetail;
import shiftscope.session.Predictions;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** No text leaves its card or lies on another, measured in the typeface that is really drawn. */
class TextFitTest {
    private static final List<Palette> PALETTES = List.of(Palette.LIGHT, Palette.PROJECTOR, Palette.DARK.withTypeScale(1.15));

    private static void requireRoom(RecordingSurface surface, List<Said> texts, Box area) {
        List<Box> before = new ArrayList<>();
        for (Said said : texts) {
            Box box = surface.boxOf(said);
            assertTrue(
                    box.x() >= area.x() && box.right() <= area.right() && box.y() >= area.y() && box.bottom() <= area.bottom(),
                    () -> '"' + said.text() + "\" at " + box + " leaves " + area);
            for (Box other : before) {
                boolean apart = box.x() >= other.right()
                        || other.x() >= box.right()
                        || box.y() >= other.bottom()
                        || other.y() >= box.bottom();
                assertTrue(apart, () -> '"' + said.text() + "\" at " + box + " lies on the text at " + other);
            }
            before.add(box);
        }
    }

    private static List<Said> in(RecordingSurface surface, Box area) {
        return surface.texts.stream().filter(said -> area.contains(said.x(), said.y())).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 340, 400, 460, 560, 640, 720, 850, 900})
    void theWall(int width) {
        for (Snapshot snapshot : List.of(
                SampleSnapshots.usual(), SampleSnapshots.hard(), SampleSnapshots.deep(20), SampleSnapshots.regression())) {
            for (Palette palette : PALETTES) {
                RecordingSurface surface = new RecordingSurface(PngSurface::measure);
                WallLayout layout = WallLayout.of(width, 520, snapshot.rows().size(), palette);
                WallPlot.draw(surface, snapshot, palette, layout, Optional.empty());
                int found = 0;
                for (int row = 0; row < snapshot.rows().size(); row++) {
                    for (Box area : List.of(layout.card(Side.A, row), layout.card(Side.B, row), layout.spine(row))) {
                        List<Said> texts = in(surface, area);
                        requireRoom(surface, texts, area);
                        found += texts.size();
                    }
                }
                assertTrue(found == surface.texts.size(), "every text belongs to a card or the spine");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 270, 320, 560})
    void curves(int width) {
        Snapshot s = SampleSnapshots.usual();
        Snapshot long_ = SampleSnapshots.hard();
        for (Palette palette : PALETTES) {
            double scale = palette.typeScale();
            Box box = new Box(0, 0, width * scale, 130 * scale);
            for (CurvePlot plot : List.of(
                    CurvePlot.trainingLoss(s.history(), s.latest(), s.commands()),
                    CurvePlot.testAccuracy(s.history(), s.latest(), s.commands()),
                    CurvePlot.shift(s.history(), s.latest(), s.commands(), 3),
                    CurvePlot.test(SampleSnapshots.regression()),
                    CurvePlot.shift(long_.history(), long_.latest(), long_.commands(), 4))) {
                RecordingSurface surface = new RecordingSurface(PngSurface::measure);
                plot.draw(surface, box, palette, Optional.empty());
                assertTrue(surface.texts.size() > 5);
                requireRoom(surface, surface.texts, box);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 190, 240, 300, 420})
    void aLayerLarge(int width) {
        for (LayerDetail detail : List.of(
                SampleLayers.usual(3), SampleLayers.brushed(1), SampleLayers.rectified(5), SampleLayers.output(10))) {
            Row row = SampleLayers.snapshot(detail, Viewing.of(Tap.SCALED), List.of()).rows().get(detail.layer());
            for (Palette palette : PALETTES) {
                double scale = palette.typeScale();
                Box box = new Box(0, 0, width * scale, 156 * scale);
                for (Side side : Side.values()) {
                    RecordingSurface phi = new RecordingSurface(PngSurface::measure);
                    PhiPlot.draw(phi, box, palette, side, detail.of(side), 0.999);
                    assertTrue(phi.texts.size() > 4);
                    requireRoom(phi, phi.texts, box);
                    if (width >= 240) {
                        RecordingSurface card = new RecordingSurface(PngSurface::measure);
                        LayerPlot.of(row, detail, 0).draw(card, box, palette, side);
                        assertTrue(card.words().stream().anyMatch(word -> word.contains("unit 0")));
                        requireRoom(card, card.texts, box);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {460, 560, 850})
    void percentiles(int width) {
        Snapshot s = SampleSnapshots.usual();
        for (Palette palette : PALETTES) {
            RecordingSurface surface = new RecordingSurface(PngSurface::measure);
            WallLayout layout = WallLayout.of(width, 520, PercentilesPlot.rows(s), palette);
            PercentilesPlot.draw(surface, s, palette, layout);
            for (int row = 0; row < layout.rows(); row++) {
                for (Side side : Side.values()) {
                    requireRoom(surface, in(surface, layout.card(side, row)), layout.card(side, row));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 560, 640, 850, 1040})
    void theViewsOverTime(int width) {
        for (Snapshot snapshot : List.of(SampleSlices.usual(), SampleSlices.hard(), SampleSlices.one(), SampleSlices.none())) {
            for (Palette palette : PALETTES) {
                WallLayout layout = WallLayout.of(width, 560, WallScene.overTime(snapshot).size(), palette);
                WallOptions options = new WallOptions(true, true, OptionalInt.of(3), List.of());
                for (WallScene scene : List.of(
                        WallScene.ridges(snapshot, palette, layout, WallOptions.PLAIN, new HeldRanges()),
                        WallScene.heatMap(snapshot, palette, layout, options, new HeldRanges()),
                        WallScene.percentiles(snapshot, palette, layout, options, new HeldRanges()))) {
                    RecordingSurface surface = new RecordingSurface(PngSurface::measure);
                    scene.draw(surface, -1, -1);
                    int found = 0;
                    for (int row = 0; row < layout.rows(); row++) {
                        for (Box area : List.of(layout.card(Side.A, row), layout.card(Side.B, row), layout.spine(row))) {
                            requireRoom(surface, in(surface, area), area);
                            found += in(surface, area).size();
                        }
                    }
                    assertTrue(found == surface.texts.size(), "every text belongs to a card or the spine");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 270, 320, 560})
    void numbersOfALayer(int width) {
        Snapshot s = SampleNumbers.probed(10);
        for (Palette palette : PALETTES) {
            Box box = new Box(0, 0, width * palette.typeScale(), 120 * palette.typeScale());
            for (LayerNumber number : LayerNumber.values()) {
                for (CurvePlot plot : List.of(
                        CurvePlot.number(number, s.history(), s.latest(), s.commands(), 3),
                        CurvePlot.number(number, s.history(), s.latest(), s.commands(), 3).withoutHeading())) {
                    RecordingSurface surface = new RecordingSurface(PngSurface::measure);
                    plot.draw(surface, box, palette, Optional.empty());
                    requireRoom(surface, surface.texts, box);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {480, 560, 640, 850})
    void whatTheNetworksAnswer(int width) {
        for (Predictions predictions : List.of(
                SampleNumbers.surface(2), SampleNumbers.surface(10), SampleNumbers.saddle(), SampleNumbers.mistakes(37))) {
            for (Palette palette : PALETTES) {
                RecordingSurface surface = new RecordingSurface(PngSurface::measure);
                double wide = width * palette.typeScale();
                PredictionsPlot.draw(surface, SampleNumbers.with(predictions), palette, wide, 520);
                double spine = WallLayout.spineWidth(palette);
                double column = (wide - spine) / 2;
                for (Box area : List.of(
                        new Box(0, 0, column, 520), new Box(column, 0, spine, 520), new Box(column + spine, 0, column, 520))) {
                    requireRoom(surface, in(surface, area), area);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {186, 264})
    void lags(int width) {
        for (Palette palette : PALETTES) {
            RecordingSurface surface = new RecordingSurface(PngSurface::measure);
            Box box = new Box(0, 0, width * palette.typeScale(), LagPlot.height(SampleNumbers.comparison(), palette));
            LagPlot.draw(surface, SampleNumbers.comparison(), palette, box);
            requireRoom(surface, surface.texts, box);
        }
    }
}
