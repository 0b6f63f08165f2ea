package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.config.Side;
import shiftscope.engine.Layer;
import shiftscope.measure.Histogram;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNormalization;

class RowAxesTest {
    private final Twins twins = SmallWorld.twins(SmallWorld.experiment());
    private final RowAxes axes = new RowAxes();

    @AfterEach
    void close() {
        twins.close();
    }

    @Test
    void anAxisStaysWhileValuesMoveALittle() {
        Histogram before = firstHidden(Tap.PRE_ACTIVATION);
        scaleFirstWeights(1.01);

        Histogram after = firstHidden(Tap.PRE_ACTIVATION);

        assertSameEdges(before, after);
        assertNotEquals(before, after, "nothing moved at all");
    }

    @Test
    void anAxisGrowsWhenValuesLeaveItAndShrinksWhenTheyComeBack() {
        Histogram before = firstHidden(Tap.PRE_ACTIVATION);
        scaleFirstWeights(10);
        Histogram grown = firstHidden(Tap.PRE_ACTIVATION);
        scaleFirstWeights(0.1);
        Histogram back = firstHidden(Tap.PRE_ACTIVATION);

        assertTrue(grown.high() - grown.low() > 4 * (before.high() - before.low()), () -> before + " grew to " + grown);
        assertSameEdges(before, back);
    }

    @Test
    void noFiniteValueOfALayerLiesOutsideByMoreThanFourDeviations() {
        Histogram now = firstHidden(Tap.PRE_ACTIVATION);

        assertEquals(0, now.under() + now.over() + now.nonFinite());
    }

    @Test
    void bothEndsAreRoundNumbers() {
        Histogram now = firstHidden(Tap.PRE_ACTIVATION);
        String ends = now.low() + " " + now.high();

        assertTrue(ends.matches("(-?\\d+(\\.\\d{1,2})? ?){2}"), ends);
    }

    @Test
    void anotherTapHasAnotherAxis() {
        Histogram activation = firstHidden(Tap.ACTIVATION);
        firstHidden(Tap.GRADIENT);

        assertSameEdges(activation, firstHidden(Tap.ACTIVATION));
        assertNotEquals(activation.high(), firstHidden(Tap.GRADIENT).high());
    }

    /** Values so close together that no round numbers lie between them, or so small that their distance has no digits left. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-323, 1e-300, 1e-161, 1e-17, 1e-16, 3e-16, 1e-12, 1e-10, 1e100, 1e150, 1e200, 1e307})
    void anySpreadHasAnAxis(double size) {
        Experiment small = SmallWorld.experiment();
        Experiment narrow = small.withNetwork(SmallWorld.network(ActivationKind.TANH, Placement.BEFORE, RunningConvention.PYTORCH, 1))
                .withRun(Side.B, small.b().withNormalization(Normalization.NONE));
        try (Twins world = SmallWorld.twins(narrow)) {
            for (double bias : new double[] {0, 0.5, 1e6}) {
                for (Side side : Side.values()) {
                    Layer layer = SmallWorld.net(world, side).layers().get(0);
                    layer.dense().weights().data[0] = size;
                    layer.dense().weights().data[1] = -size;
                    layer.dense().bias().data[0] = bias;
                }
                world.apply(new SetLearningRate(0.3 + bias / 1e7)); // which makes this the start
                for (Tap tap : Tap.values()) {
                    Row row = world.rows(tap, new RowAxes()).get(1);
                    Histogram now = row.a().now();

                    assertEquals(40 * row.units(), now.total());
                    for (int bin = 0; bin < now.bins(); bin++) {
                        assertTrue(now.edge(bin) < now.edge(bin + 1), now::toString);
                    }
                }
            }
        }
    }

    @Test
    void theReferenceIsOfTheQuantityShownNow() {
        twins.rows(Tap.NORMALIZED, axes);
        SmallWorld.advance(twins, 3);
        twins.apply(new SetNormalization(Side.B, Normalization.NONE));

        LayerView off = twins.rows(Tap.NORMALIZED, new RowAxes()).get(1).b();
        twins.apply(new SetNormalization(Side.B, Normalization.BATCH));
        LayerView on = twins.rows(Tap.NORMALIZED, new RowAxes()).get(1).b();

        assertEquals(Tap.PRE_ACTIVATION, off.shown());
        assertEquals(twins.rows(Tap.PRE_ACTIVATION, new RowAxes()).get(1).b().reference(), off.reference());
        assertEquals(Tap.NORMALIZED, on.shown());
    }

    private Histogram firstHidden(Tap tap) {
        return twins.rows(tap, axes).get(1).a().now();
    }

    private void scaleFirstWeights(double factor) {
        double[] weights = SmallWorld.net(twins, Side.A).layers().get(0).dense().weights().data;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
    }

    private static void assertSameEdges(Histogram expected, Histogram actual) {
        assertEquals(expected.low(), actual.low());
        assertEquals(expected.high(), actual.high());
        assertEquals(expected.bins(), actual.bins());
    }
}
