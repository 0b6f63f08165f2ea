package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.BatchOrder;

class RecordingTest {
    private static final int STEPS = 43;

    private static long due(int every, long from, long to) {
        Recording recording = new Recording(every);
        return LongStream.rangeClosed(from, to).filter(recording::isDue).count();
    }

    @Test
    void pointsThinOutAsTheRunGrows() {
        Recording recording = new Recording(20);
        long[] first = LongStream.rangeClosed(1, 100).filter(recording::isDue).toArray();

        assertEquals(List.of(20L, 40L, 60L, 80L, 100L), LongStream.of(first).boxed().toList());
        assertEquals(99, due(20, 1, 1_999));
        assertEquals(75, due(20, 2_000, 4_999));
        assertEquals(50, due(20, 5_000, 9_999));
        assertEquals(50, due(20, 10_000, 19_999));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 1000, 100_000})
    void tenTimesTheStepsAddABoundedNumberOfPoints(int every) {
        for (long decade = 1_000; decade < 10_000_000; decade *= 10) {
            long added = due(every, decade + 1, decade * 10);
            assertTrue(added <= 3_500 / every + 3, () -> added + " points");
        }
    }

    @Test
    void lookingDisturbsNoPoint() {
        try (Twins alone = SmallWorld.twins(SmallWorld.experiment()); Twins watched = SmallWorld.twins(SmallWorld.experiment())) {
            RowAxes axes = new RowAxes();
            for (int step = 0; step < STEPS; step++) {
                SmallWorld.advance(alone, 1);
                SmallWorld.advance(watched, 1);
                watched.measure();
                watched.rows(Tap.values()[step % 6], axes);
            }

            assertEquals(9, alone.history().size());
            assertEquals(alone.history(), watched.history());
        }
    }

    @Test
    void theTrainingLossIsTheMeanSinceThePointBefore() {
        Experiment experiment = SmallWorld.experiment();
        try (Twins twins = SmallWorld.twins(experiment)) {
            BatchOrder order = new BatchOrder(75, SmallWorld.BATCH, new Seed(experiment.seed()).batchOrder());
            assertTrue(Double.isNaN(twins.history().get(0).a().trainingLoss()));
            for (int point = 1; point < 6; point++) {
                double[] sums = new double[2];
                for (int step = 0; step < 5; step++) {
                    int[] batch = order.next();
                    for (Side side : Side.values()) {
                        sums[side.ordinal()] += lossOf(twins, side, batch);
                    }
                    SmallWorld.advance(twins, 1);
                    assertEquals(sums[0] / (step + 1), twins.measure().a().trainingLoss(), 1e-12, "a look in between");
                }
                assertEquals(5L * point, twins.history().get(point).step());
                for (Side side : Side.values()) {
                    assertEquals(sums[side.ordinal()] / 5, twins.history().get(point).of(side).trainingLoss(), 1e-12);
                }
            }
        }
    }

    private static double lossOf(Twins twins, Side side, int[] batch) {
        int[] labels = new int[batch.length];
        for (int i = 0; i < batch.length; i++) {
            labels[i] = twins.dataset().train().labels()[batch[i]];
        }
        return new OwnForward(SmallWorld.net(twins, side), OwnForward.rows(twins.dataset().train().inputs(), batch), Statistics.BATCH)
                .crossEntropy(labels);
    }

    @Test
    void nothingIsMeasuredTwice() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            SmallWorld.advance(twins, 5);
            assertEquals(twins.history().get(1), twins.latest());
            assertEquals(System.identityHashCode(twins.latest()), System.identityHashCode(twins.measure()));
        }
    }

    @Test
    void nobodyElseMayRecord() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            assertThrows(UnsupportedOperationException.class, () -> twins.history().clear());
            assertThrows(UnsupportedOperationException.class, () -> twins.commands().clear());
        }
    }
}
