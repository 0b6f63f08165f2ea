package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.BatchOrder;
import shiftscope.data.Dataset;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.measure.GradientShift;
import shiftscope.measure.Landscape;
import shiftscope.session.Command.SetGradientProbes;
import shiftscope.session.Command.SetStatistics;

/** Gradients are looked at after recorded updates and at no other time, and a run does not notice. */
class GradientProbesTest {
    private static final int EVERY = 5;
    private static final int STEPS = 23;

    private static Experiment probed(Experiment experiment) {
        return experiment.withMeasure(experiment.measure().withGradientProbes(true));
    }

    static Stream<Arguments> trainings() {
        return Stream.of(OptimizerKind.values())
                .flatMap(optimizer -> Stream.of(Normalization.values()).map(kind -> Arguments.of(optimizer, kind)));
    }

    /** With noise and dropout, where a probe that drew from the run's chance would move it. */
    @ParameterizedTest
    @MethodSource("trainings")
    void noBitOfARunChanges(OptimizerKind optimizer, Normalization kind) {
        Experiment small = SmallWorld.experiment();
        Experiment plain = small.withNetwork(SmallWorld.network(0.2))
                .withTraining(SmallWorld.training(0.02, SmallWorld.BATCH, optimizer, 1e-3, LossKind.CROSS_ENTROPY))
                .withRun(Side.B, small.b().withNormalization(kind));
        try (Twins alone = SmallWorld.twins(plain); Twins watched = SmallWorld.twins(probed(plain))) {
            SmallWorld.advance(alone, STEPS);
            SmallWorld.advance(watched, STEPS);

            assertEquals(alone.hash(), watched.hash());
            for (int i = 0; i < alone.history().size(); i++) {
                for (Side side : Side.values()) {
                    RunMetrics with = watched.history().get(i).of(side);
                    assertEquals(alone.history().get(i).of(side), withoutGradients(with));
                    assertEquals(i > 0, with.gradients().isPresent());
                }
            }
        }
    }

    private static RunMetrics withoutGradients(RunMetrics run) {
        return new RunMetrics(run.trainingLoss(), run.testLoss(), run.testAccuracy(), Optional.empty(), run.layers());
    }

    @Test
    void twoThreadsFindTheSame() {
        Experiment standard = Experiment.standard();
        Dataset dataset = SmallWorld.dataset(standard);
        try (Twins one = new Twins(probed(standard), dataset, 1); Twins two = new Twins(probed(standard), dataset, 2)) {
            SmallWorld.advance(one, 40);
            SmallWorld.advance(two, 40);

            assertEquals(one.history(), two.history());
            assertTrue(two.history().get(2).b().gradients().isPresent());
        }
    }

    @Test
    void isMeasuredOnTheBatchOfTheUpdateFromBeforeToAfter() {
        Experiment experiment = probed(SmallWorld.experiment());
        try (Twins twins = SmallWorld.twins(experiment)) {
            BatchOrder order = new BatchOrder(75, SmallWorld.BATCH, new Seed(experiment.seed()).batchOrder());
            IntStream.range(1, EVERY).forEach(step -> order.next());
            SmallWorld.advance(twins, EVERY - 1);
            assertEquals(Optional.empty(), twins.measure().b().gradients());
            Network[] before = {SmallWorld.net(twins, Side.A).copy(), SmallWorld.net(twins, Side.B).copy()};
            SmallWorld.advance(twins, 1);
            int[] batch = order.next();
            DMatrixRMaj x = rows(twins.dataset().train().inputs(), batch);
            DMatrixRMaj targets = rows(twins.dataset().train().targets(), batch);
            for (Side side : Side.values()) {
                GradientProbe actual = twins.latest().of(side).gradients().orElseThrow();
                assertProbe(before[side.ordinal()], SmallWorld.net(twins, side), x, targets, actual);
            }
        }
    }

    private static DMatrixRMaj rows(DMatrixRMaj from, int[] rows) {
        return new DMatrixRMaj(OwnForward.rows(from, rows));
    }

    private static void assertProbe(Network before, Network after, DMatrixRMaj x, DMatrixRMaj targets, GradientProbe actual) {
        Loss loss = Loss.of(LossKind.CROSS_ENTROPY);
        GradientShift shift = new GradientShift(before, SmallWorld.BATCH);
        shift.measure(before, after, x, targets, loss);
        assertEquals(3, actual.layers().size());
        for (int i = 0; i < 3; i++) {
            assertEquals(new GradientProbe.Ics(shift.difference(i), shift.relative(i), shift.cosine(i)), actual.layers().get(i));
            assertEquals(i > 0, actual.layers().get(i).difference() > 0);
        }
        Landscape landscape = new Landscape(before, SmallWorld.BATCH, 0.5, 1, 2, 4);
        landscape.measure(before, x, targets, loss, 0.2);
        assertEquals(landscape.leastLoss(), actual.leastLoss());
        assertEquals(landscape.mostLoss(), actual.mostLoss());
        assertEquals(landscape.largestGradientChange(), actual.predictiveness());
        assertEquals(landscape.effectiveSmoothness(), actual.smoothness());
        assertTrue(actual.leastLoss() < actual.mostLoss());
    }

    @Test
    void areSwitchedOnAndOffWhileTheRunPlays() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            SmallWorld.advance(twins, EVERY);
            twins.apply(new SetGradientProbes(true));
            SmallWorld.advance(twins, EVERY);
            twins.apply(new SetStatistics(Side.B, Statistics.RUNNING));
            assertEquals(twins.history().get(2).b().gradients(), twins.measure().b().gradients(), "still those of the last update");
            twins.apply(new SetGradientProbes(false));
            assertEquals(Optional.empty(), twins.measure().b().gradients());
            SmallWorld.advance(twins, EVERY);

            assertEquals(Optional.empty(), twins.history().get(1).b().gradients());
            assertTrue(twins.history().get(2).b().gradients().isPresent());
            assertEquals(Optional.empty(), twins.history().get(3).b().gradients());
        }
    }

    @Test
    void whatTheyCostIsInTheSnapshot() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            SmallWorld.advance(twins, EVERY);
            assertEquals(0, seconds(twins));
            twins.apply(new SetGradientProbes(true));
            assertEquals(0, seconds(twins), "nobody has looked yet");
            SmallWorld.advance(twins, EVERY);
            double seconds = seconds(twins);
            assertTrue(seconds > 0 && seconds < 10, () -> seconds + " s");
            twins.apply(new SetGradientProbes(false));
            assertEquals(0, seconds(twins));
        }
    }

    private static double seconds(Twins twins) {
        return twins.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), twins.measure(), false, 0).gradientProbeSeconds();
    }
}
