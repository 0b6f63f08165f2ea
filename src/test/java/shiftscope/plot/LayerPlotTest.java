package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.config.ActivationKind;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.measure.Saturation;
import shiftscope.plot.RecordingSurface.Drawn;
import shiftscope.plot.RecordingSurface.Filled;
import shiftscope.session.LayerDetail;
import shiftscope.session.Row;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** A layer large: what stands where, and how high. */
class LayerPlotTest {
    private static final Palette PALETTE = Palette.LIGHT;
    private static final Box BOX = new Box(0, 0, 300, 200);

    private static Row row(LayerDetail detail) {
        return SampleLayers.snapshot(detail, Viewing.of(Tap.SCALED), List.of()).rows().get(detail.layer());
    }

    private static List<Filled> ofColour(RecordingSurface surface, Colour colour) {
        return surface.rectangles.stream().filter(filled -> filled.colour().equals(colour)).toList();
    }

    @Test
    void aUnitIsShownWithItsOwnBarsAndNoOutlineOfStepZero() {
        LayerDetail detail = SampleLayers.usual(5);
        RecordingSurface surface = new RecordingSurface();
        LayerPlot.of(row(detail), detail, 2).draw(surface, BOX, PALETTE, Side.A);
        Histogram now = detail.a().units().get(2).now();
        long bars = IntStream.range(0, now.bins()).filter(i -> now.count(i) > 0).count();
        assertEquals(bars, ofColour(surface, PALETTE.a().withAlpha(0.85).on(PALETTE.card())).size());
        assertTrue(surface.polylines.isEmpty(), "step 0 of a unit is not known, so no outline pretends to be it");
        assertTrue(surface.words().get(0).startsWith("unit 2"));
    }

    @Test
    void theLayerIsShownWithItsOutlineOfStepZero() {
        RecordingSurface surface = new RecordingSurface();
        LayerPlot.of(row(SampleLayers.usual(5)), Tap.SCALED).draw(surface, BOX, PALETTE, Side.A);
        assertEquals(1, surface.polylines.size());
        assertTrue(surface.words().get(0).startsWith("all 5 units"));
    }

    @Test
    void whatIsPointedOutIsAsHighAsItsCountAndOutlined() {
        LayerDetail detail = SampleLayers.brushed(4);
        RecordingSurface surface = new RecordingSurface();
        LayerPlot plot = LayerPlot.of(row(detail), detail, 0);
        plot.draw(surface, BOX, PALETTE, Side.A);
        Histogram part = detail.a().units().get(0).brushed();
        List<Filled> dark = ofColour(surface, BrushedBars.tone(PALETTE, Side.A));
        CountScale counts = CountScale.of(plot.row());
        double room = CellLayout.of(new Box(0, 20, 300, 180), 1).bars().height();
        double[] expected = IntStream.range(0, part.bins())
                .filter(i -> part.count(i) > 0)
                .mapToDouble(i -> counts.height(part.count(i), room))
                .toArray();
        assertEquals(expected.length + (part.under() > 0 ? 1 : 0) + (part.over() > 0 ? 1 : 0), dark.size());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], dark.get(i).box().height(), 1e-9);
        }
        assertFalse(surface.polylines.isEmpty(), "the second cue");
        assertTrue(surface.polylines.stream().noneMatch(line -> line.stroke().dashed()), "dashes are step 0");
    }

    @Test
    void theWallPointsTheSameExamplesOutInEveryRow() {
        RecordingSurface surface = new RecordingSurface();
        WallPlot.draw(
                surface,
                SampleLayers.snapshot(SampleLayers.brushed(10), Viewing.of(Tap.SCALED), List.of()),
                PALETTE,
                WallLayout.of(850, 600, 5, PALETTE),
                Optional.empty());
        WallLayout layout = WallLayout.of(850, 600, 5, PALETTE);
        for (Side side : Side.values()) {
            List<Filled> dark = ofColour(surface, BrushedBars.tone(PALETTE, side));
            for (int row = 0; row < 5; row++) {
                Box card = layout.card(side, row);
                assertTrue(dark.stream().anyMatch(bar -> card.contains(bar.box().x(), bar.box().y())), side + " row " + row);
            }
        }
    }

    @Test
    void barsAreFoundByTheirEdges() {
        LayerDetail detail = SampleLayers.usual(3);
        LayerPlot plot = LayerPlot.of(row(detail), detail, 1);
        Histogram now = detail.b().units().get(1).now();
        int bin = plot.bin(BOX, PALETTE, Side.B, 150, 100).orElseThrow();
        assertEquals(32, bin, "half way along 64 bins");
        assertEquals(now.edge(32), plot.edge(Side.B, 32));
        assertEquals(Double.NEGATIVE_INFINITY, plot.edge(Side.B, -1));
        assertEquals(now.low(), plot.edge(Side.B, 0));
        assertEquals(now.high(), plot.edge(Side.B, 64));
        assertEquals(Double.POSITIVE_INFINITY, plot.edge(Side.B, 65));
    }

    @Test
    void saturatedZonesOfASigmoidAreShadedOnBothSides() {
        LayerDetail.OfRun run = SampleLayers.usual(3).a();
        RecordingSurface surface = new RecordingSurface();
        PhiPlot.draw(surface, BOX, PALETTE, Side.A, run, 0.4);
        List<Filled> zones = ofColour(surface, PALETTE.grid());
        assertEquals(2, zones.size());
        Drawn curve = surface.polylines.get(0);
        double left = curve.xs()[0];
        double right = curve.xs()[curve.xs().length - 1];
        double perUnit = (right - left) / (run.given().high() - run.given().low());
        assertEquals((run.given().high() - Saturation.SIGMOID_THRESHOLD) * perUnit, zones.get(0).box().width(), 1e-6);
        assertEquals(zones.get(0).box().width(), zones.get(1).box().width(), 1e-6);
        assertTrue(surface.words().contains("saturated 40%"));
    }

    @Test
    void aRectifierIsShadedBelowZeroAndTheIdentityNowhere() {
        RecordingSurface relu = new RecordingSurface();
        PhiPlot.draw(relu, BOX, PALETTE, Side.B, SampleLayers.rectified(5).b(), 0.5);
        Drawn curve = relu.polylines.get(0);
        double middle = (curve.xs()[0] + curve.xs()[curve.xs().length - 1]) / 2;
        List<Filled> zones = ofColour(relu, PALETTE.grid());
        assertEquals(1, zones.size());
        assertEquals(middle, zones.get(0).box().right(), 1e-6, "y = 0 is in the middle of −8 … 8");
        RecordingSurface output = new RecordingSurface();
        PhiPlot.draw(output, BOX, PALETTE, Side.A, SampleLayers.output(10).a(), Double.NaN);
        assertTrue(ofColour(output, PALETTE.grid()).isEmpty());
        assertTrue(output.words().stream().noneMatch(word -> word.contains("saturated")));
        assertTrue(output.words().contains("φ: identity"));
    }

    @Test
    void theCurveIsPhi() {
        for (ActivationKind kind : List.of(ActivationKind.TANH, ActivationKind.IDENTITY)) {
            RecordingSurface surface = new RecordingSurface();
            PhiPlot.draw(surface, BOX, PALETTE, Side.A, SampleLayers.of(3, 2, kind).a(), Double.NaN);
            double[] ys = surface.polylines.get(0).ys();
            for (int i = 1; i < ys.length; i++) {
                assertTrue(ys[i] <= ys[i - 1] + 1e-9, kind + " never falls");
            }
            assertEquals(
                    surface.polylines.get(0).ys()[0] + ys[ys.length - 1],
                    2 * ys[ys.length / 2],
                    kind == ActivationKind.TANH ? 12 : 2,
                    "odd about the middle");
        }
    }
}
