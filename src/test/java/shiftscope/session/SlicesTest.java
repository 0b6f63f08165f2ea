package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.MeasureSettings;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Network;
import shiftscope.measure.DyadicHistogram;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Viewing.Brush;
import shiftscope.session.Viewing.Zoom;

/** The slices of twins, against an own pass of the probe set. */
class SlicesTest {
    static Stream<Arguments> settings() {
        return Stream.of(Normalization.values()).flatMap(normalization -> Stream.of(Placement.values()).flatMap(placement ->
                Stream.of(Statistics.values()).flatMap(statistics -> Stream.of(true, false).map(probes ->
                        Arguments.of(normalization, placement, statistics, probes)))));
    }

    private static List<Slice> slices(Twins twins) {
        return twins.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), twins.latest(), false, 0).slices();
    }

    private static Slice last(Twins twins) {
        List<Slice> all = slices(twins);
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void areThoseOfAnOwnPass(Normalization normalization, Placement placement, Statistics statistics, boolean gradientProbes) {
        Experiment small = SmallWorld.experiment();
        Experiment experiment = small.withNetwork(SmallWorld.network(ActivationKind.RELU, placement))
                .withMeasure(small.measure().withGradientProbes(gradientProbes))
                .withRun(Side.B, small.b().withNormalization(normalization).withStatistics(statistics));
        try (Twins twins = SmallWorld.twins(experiment)) {
            SmallWorld.advance(twins, 10);
            Slice slice = last(twins);

            assertEquals(10, slice.step());
            for (Side side : Side.values()) {
                assertEquals(3, slice.of(side).size());
                for (int layer = 0; layer < 3; layer++) {
                    assertLayer(slice.of(side).get(layer), twins, side, layer);
                }
            }
        }
    }

    private static void assertLayer(Slice.OfLayer actual, Twins twins, Side side, int layer) {
        Network network = SmallWorld.net(twins, side);
        Statistics statistics = twins.experiment().run(side).statistics();
        assertEquals(6, actual.counts().size());
        for (Tap tap : Tap.values()) {
            Tap shown = OwnProbe.shown(network, tap, layer);
            assertCounts(OwnProbe.flat(OwnProbe.values(network, twins, shown, layer, statistics)), actual.counts().get(tap));
        }
        double[][] y = OwnProbe.pass(twins, side).scaled[layer];
        for (int level = 0; level < Slice.LEVELS.length; level++) {
            assertEquals(quantile(OwnProbe.flat(y), Slice.LEVELS[level]), actual.quantiles()[level], 1e-12);
            for (int unit = 0; unit < y[0].length; unit++) {
                double expected = quantile(OwnProbe.column(y, unit), Slice.LEVELS[level]);
                assertEquals(expected, actual.unitQuantiles()[unit * Slice.LEVELS.length + level], 1e-6 * Math.max(1, Math.abs(expected)));
            }
        }
        assertEquals(Slice.LEVELS.length, actual.quantiles().length);
        assertEquals(Slice.LEVELS.length * y[0].length, actual.unitQuantiles().length);
    }

    private static void assertCounts(double[] values, DyadicHistogram actual) {
        int[] counts = new int[actual.bins()];
        long outside = 0;
        for (double value : values) {
            int bin = (int) Math.floor((value - actual.low()) / actual.width());
            if (bin >= 0 && bin < counts.length) {
                counts[bin]++;
            } else {
                outside++;
            }
        }
        assertArrayEquals(counts, actual.counts());
        assertEquals(outside, actual.under() + actual.over());
        assertTrue(actual.bins() <= 256, actual::toString);
        assertTrue(actual.bins() > 64 || Arrays.stream(values).distinct().count() == 1, actual::toString);
    }

    private static double quantile(double[] values, double p) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double h = p * (sorted.length - 1);
        int below = (int) Math.floor(h);
        int above = (int) Math.ceil(h);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    @Test
    void numbersThatAreNotFiniteHaveNoQuantiles() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            SmallWorld.net(twins, Side.A).layers().get(0).dense().bias().data[2] = Double.NaN;
            twins.apply(new SetLearningRate(0.1)); // which makes this the start
            Slice.OfLayer layer = slices(twins).get(0).a().get(0);

            assertEquals(40, layer.counts().get(Tap.SCALED).nonFinite());
            assertEquals(240, layer.counts().get(Tap.SCALED).total());
            assertTrue(Arrays.stream(layer.quantiles()).allMatch(Double::isNaN));
            for (int i = 0; i < layer.unitQuantiles().length; i++) {
                assertEquals(i / 7 == 2, Float.isNaN(layer.unitQuantiles()[i]), "unit " + i / 7);
            }
        }
    }

    @Test
    void aSwitchAtStepZeroBeginsThemAnew() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            Slice before = last(twins);
            twins.apply(new SetNormalization(Side.A, Normalization.BATCH));

            assertEquals(1, slices(twins).size());
            assertNotEquals(before.a().get(0).counts().get(Tap.SCALED), last(twins).a().get(0).counts().get(Tap.SCALED));
            assertEquals(before.b().get(0).counts(), last(twins).b().get(0).counts());

            SmallWorld.advance(twins, 5);
            twins.apply(new SetNormalization(Side.A, Normalization.NONE));
            assertEquals(2, slices(twins).size(), "a later switch forgets nothing");
        }
    }

    @Test
    void oldOnesAreSharedAndFewEnough() {
        Experiment often = SmallWorld.experiment().withMeasure(new MeasureSettings(4, 1, 0, 0, 100, false));
        try (Twins twins = SmallWorld.twins(often)) {
            SmallWorld.advance(twins, 100);
            List<Slice> early = slices(twins);
            SmallWorld.advance(twins, 300);
            List<Slice> late = slices(twins);

            assertEquals(101, early.size());
            assertEquals(101, late.size(), "400 steps, every fourth");
            assertSame(early.get(8), late.get(2));
        }
    }

    @Test
    void doNotDependOnLookingOrOnThreads() {
        Experiment experiment = SmallWorld.experiment();
        try (Twins alone = SmallWorld.twins(experiment);
                Twins watched = new Twins(experiment, SmallWorld.dataset(experiment), 2)) {
            RowAxes axes = new RowAxes();
            SmallWorld.advance(alone, 60);
            for (int step = 0; step < 60; step++) {
                watched.snapshot(anything(step), axes, watched.measure(), true, 1);
                SmallWorld.advance(watched, 1);
            }

            assertEquals(alone.hash(), watched.hash());
            assertEquals(alone.history(), watched.history());
            assertSame(slices(alone), slices(alone));
            assertEquals(13, slices(alone).size());
            assertSame(13, slices(watched).size());
            for (int i = 0; i < 13; i++) {
                for (Side side : Side.values()) {
                    assertSameContent(slices(alone).get(i).of(side), slices(watched).get(i).of(side));
                }
            }
        }
    }

    /** One viewing after another, also of what does not exist. */
    private static Viewing anything(int step) {
        Brush brush = new Brush(Side.values()[step % 2], step % 5, step % 7, -0.5, 0.5);
        Zoom zoom = new Zoom(step % 6, -1, 1 + step % 3);
        return new Viewing(Tap.values()[step % 6], List.of(zoom), step % 6, Optional.of(brush), step % 2 == 0, step % 3 == 0);
    }

    private static void assertSameContent(List<Slice.OfLayer> expected, List<Slice.OfLayer> actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).counts(), actual.get(i).counts());
            assertArrayEquals(expected.get(i).quantiles(), actual.get(i).quantiles());
            assertArrayEquals(expected.get(i).unitQuantiles(), actual.get(i).unitQuantiles());
        }
    }
}
