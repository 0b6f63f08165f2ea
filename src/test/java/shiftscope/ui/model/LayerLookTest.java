package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.plot.SampleLayers;
import shiftscope.session.LayerDetail;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** The layer shown large: where it leads, which unit, which order, which examples. */
class LayerLookTest {
    private final Desk desk = Desk.withStandard();
    private final Look look = desk.model.look();
    private final LayerLook layer = desk.model.layer();

    private static LayerDetail.Unit unit(double shift, double saturated, double gamma) {
        LayerDetail.Unit any = SampleLayers.usual(1).a().units().get(0);
        return new LayerDetail.Unit(
                any.now(), null, 0, 1, shift, saturated, any.batch(), any.running(), any.population(), gamma, 0);
    }

    @Test
    void unitsStandInTheOrderThatIsChosen() {
        List<LayerDetail.Unit> units =
                List.of(unit(1, 0.2, Double.NaN), unit(3, Double.NaN, 0.5), unit(2, 0.2, 2), unit(3, 0.9, Double.NaN));
        assertEquals(List.of(0, 1, 2, 3), UnitOrder.INDEX.sorted(units));
        assertEquals(List.of(1, 3, 2, 0), UnitOrder.SHIFT.sorted(units));
        assertEquals(List.of(3, 0, 2, 1), UnitOrder.SATURATED.sorted(units));
        assertEquals(List.of(2, 1, 0, 3), UnitOrder.GAMMA.sorted(units));
    }

    @Test
    void aRowOfTheWallOpensAndTheNeighboursFollow() {
        look.open(1);
        assertTrue(look.layerShownProperty().get());
        assertFalse(layer.hasNeighbour(-1));
        layer.showNeighbour(-1);
        assertEquals(1, look.layerProperty().get());
        layer.showNeighbour(1);
        layer.showNeighbour(1);
        layer.showNeighbour(1);
        assertEquals(4, look.layerProperty().get());
        assertTrue(layer.isOutput());
        assertFalse(layer.hasNeighbour(1));
        layer.backToWall();
        assertTrue(look.wallShown().get());
    }

    @Test
    void aUnitIsSelectedTakenBackAndForgottenWithItsLayer() {
        layer.select(7);
        assertEquals(7, look.unitProperty().get());
        layer.select(7);
        assertNull(look.unitProperty().get());
        layer.select(8);
        layer.showNeighbour(1);
        assertNull(look.unitProperty().get());
    }

    @Test
    void arrowKeysMoveAlongTheStripAndStopAtItsEnds() {
        List<Integer> strip = List.of(4, 2, 0, 1, 3);
        layer.move(List.of(), 1);
        assertNull(look.unitProperty().get());
        layer.move(strip, 1);
        assertEquals(4, look.unitProperty().get());
        layer.move(strip, 2);
        assertEquals(0, look.unitProperty().get());
        layer.move(strip, 9);
        assertEquals(3, look.unitProperty().get());
        layer.move(strip, -9);
        assertEquals(4, look.unitProperty().get());
    }

    @Test
    void barsOfAUnitPointExamplesOutUntilEsc() {
        look.open(3);
        layer.brush(Side.A, -1, 0, true);
        assertNull(look.brushProperty().get(), "no unit, no examples");
        layer.select(5);
        layer.brush(Side.A, -1, 0, true);
        assertEquals(new Viewing.Brush(Side.A, 3, 5, -1, 0), look.brushProperty().get());
        layer.brush(Side.A, -1, 0.5, false);
        layer.showNeighbour(-1);
        assertEquals(new Viewing.Brush(Side.A, 3, 5, -1, 0.5), look.brushProperty().get(), "to see where they fall there");
        assertTrue(layer.escape());
        assertNull(look.brushProperty().get());
        assertTrue(look.layerShownProperty().get());
        assertTrue(layer.escape());
        assertFalse(look.layerShownProperty().get());
        assertFalse(layer.escape(), "nothing is left to leave");
    }

    @Test
    void theSameBarAgainTakesItBack() {
        layer.select(5);
        layer.brush(Side.B, 1, 2, true);
        layer.brush(Side.B, 1, 2, true);
        assertNull(look.brushProperty().get());
    }

    @Test
    void aLayerThatVanishesGivesWayToTheLastOneThereIs() {
        look.open(3);
        layer.select(5);
        layer.brush(Side.A, -1, 0, true);
        desk.model.form().network().hiddenProperty().set("20");
        desk.settle();
        assertEquals(1, look.layerProperty().get());
        assertTrue(look.layerShownProperty().get());
        assertNull(look.unitProperty().get());
        assertNull(look.brushProperty().get());
        Snapshot old = SampleLayers.snapshot(SampleLayers.usual(100), Viewing.of(Tap.SCALED), List.of());
        assertTrue(layer.detail(old).isEmpty(), "what was measured of layer 3 is not taken for layer 1");
    }

    @Test
    void aUnitThatVanishesIsNoLongerLookedAt() {
        look.open(2);
        layer.select(60);
        layer.brush(Side.A, -1, 0, true);
        desk.model.form().network().hiddenProperty().set("100 50 100");
        desk.settle();
        assertNull(look.unitProperty().get());
        assertNull(look.brushProperty().get());
    }

    @Test
    void aBrushOutlivesWhatDoesNotConcernIt() {
        look.open(1);
        layer.select(60);
        layer.brush(Side.A, -1, 0, true);
        desk.model.form().network().hiddenProperty().set("100 50 100");
        desk.settle();
        assertEquals(60, look.brushProperty().get().unit());
        desk.model.form().drawSeed();
        desk.settle();
        assertNull(look.brushProperty().get(), "other examples");
    }

    @Test
    void saysHowManyExamplesArePointedOut() {
        look.open(3);
        layer.select(0);
        layer.brush(Side.A, -1, 0, true);
        LayerDetail detail = SampleLayers.brushed(100);
        Snapshot before = SampleLayers.snapshot(detail, Viewing.of(Tap.SCALED), List.of());
        assertEquals("", layer.brushed(before), "that snapshot was asked for before");
        Viewing asked = new Viewing(
                Tap.SCALED, List.of(), 3, Optional.of(look.brushProperty().get()), false, false);
        Snapshot after = SampleLayers.snapshot(detail, asked, List.of());
        long part = after.rows().get(1).a().brushed().total() / 100;
        assertTrue(layer.brushed(after).startsWith(part + " of 200 probe examples"), layer.brushed(after));
        Snapshot none = SampleLayers.snapshot(SampleLayers.usual(100), asked, List.of());
        assertTrue(layer.brushed(none).startsWith("0 of 200 probe examples"), layer.brushed(none));
    }

    @Test
    void numbersAreThoseOfTheUnitOrTheMeanOfAll() {
        LayerDetail.OfRun run = SampleLayers.usual(4).b();
        LayerNumbers one = LayerNumbers.of(run, Optional.of(2));
        assertEquals(run.units().get(2).gamma(), one.gamma());
        assertEquals(run.units().get(2).running(), one.running());
        LayerNumbers all = LayerNumbers.of(run, Optional.empty());
        double mean = IntStream.range(0, 4).mapToDouble(i -> run.units().get(i).shift()).average().orElseThrow();
        assertEquals(mean, all.shift(), 1e-15);
        String[] lines = one.tabSeparated("B, unit 2").split("\n");
        assertEquals(2, lines.length);
        assertEquals(lines[0].split("\t").length, lines[1].split("\t").length);
        assertTrue(lines[1].startsWith("B, unit 2\t" + one.batch().mean()));
        String plain = LayerNumbers.of(SampleLayers.usual(4).a(), Optional.empty()).tabSeparated("A");
        assertFalse(plain.contains("NaN"), "what there is not stays empty");
    }
}
