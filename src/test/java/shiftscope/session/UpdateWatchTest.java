package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;
import shiftscope.data.BatchOrder;
import shiftscope.data.Examples;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.Norm;
import shiftscope.session.Command.SetStatistics;

/** What an update did to the weights, against copies from before it and after it. */
class UpdateWatchTest {
    private static final int EVERY = 5;

    private static Experiment experiment(OptimizerKind optimizer) {
        ScheduleSettings falling = new ScheduleSettings(ScheduleKind.STEP, 2, 3, 0.5);
        return SmallWorld.experiment().withTraining(new TrainingSettings(
                0.05, SmallWorld.BATCH, optimizer, 0.9, 1e-3, 0, falling, LossKind.CROSS_ENTROPY));
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void isThatOfTheUpdateWhateverTheOptimizer(OptimizerKind optimizer) {
        Experiment experiment = experiment(optimizer);
        try (Twins twins = SmallWorld.twins(experiment)) {
            BatchOrder order = new BatchOrder(75, SmallWorld.BATCH, new Seed(experiment.seed()).batchOrder());
            for (int layer = 0; layer < 3; layer++) {
                assertEquals(Learning.NONE, twins.measure().a().layers().get(layer).learning());
            }
            for (int step = 1; step <= 4 * EVERY; step++) {
                double rate = twins.run(Side.A).learningRate();
                Network[] before = {SmallWorld.net(twins, Side.A).copy(), SmallWorld.net(twins, Side.B).copy()};
                SmallWorld.advance(twins, 1);
                Metrics metrics = twins.measure();
                int[] batch = order.next();
                for (Side side : Side.values()) {
                    Pass pass = pass(before[side.ordinal()], twins.dataset().train(), batch);
                    for (int layer = 0; layer < 3; layer++) {
                        DMatrixRMaj then = before[side.ordinal()].layers().get(layer).dense().weights();
                        DMatrixRMaj now = SmallWorld.net(twins, side).layers().get(layer).dense().weights();
                        Learning actual = metrics.of(side).layers().get(layer).learning();
                        double norm = Norm.of(now);
                        assertEquals(Norm.of(pass.layers().get(layer).weightsGradient()), actual.gradientNorm(), 1e-13);
                        assertEquals(norm, actual.weightNorm(), 1e-13);
                        assertEquals(rate / norm / norm, actual.effectiveRate(), 1e-13);
                        double moved = Norm.ofDifference(now, then.data);
                        assertTrue(moved > 0);
                        double ratio = step % EVERY == 0 ? Math.log10(moved / Norm.of(then)) : Double.NaN;
                        assertEquals(ratio, actual.updateRatio(), 1e-12);
                    }
                }
            }
        }
    }

    private static Pass pass(Network network, Examples train, int[] batch) {
        DMatrixRMaj x = rows(train.inputs(), batch);
        Pass pass = new Pass(network, batch.length);
        network.forward(x, Statistics.BATCH, pass);
        network.backward(rows(train.targets(), batch), Loss.of(LossKind.CROSS_ENTROPY), pass);
        return pass;
    }

    private static DMatrixRMaj rows(DMatrixRMaj from, int[] rows) {
        DMatrixRMaj to = new DMatrixRMaj(rows.length, from.numCols);
        IntStream.range(0, rows.length)
                .forEach(i -> System.arraycopy(from.data, rows[i] * from.numCols, to.data, i * from.numCols, from.numCols));
        return to;
    }

    @Test
    void lookingAgainTellsTheSame() {
        try (Twins twins = SmallWorld.twins(experiment(OptimizerKind.ADAM))) {
            SmallWorld.advance(twins, EVERY);
            Metrics recorded = twins.latest();
            twins.apply(new SetStatistics(Side.B, Statistics.RUNNING));
            Metrics again = twins.measure();

            assertTrue(recorded != again);
            for (int layer = 0; layer < 3; layer++) {
                assertEquals(recorded.b().layers().get(layer).learning(), again.b().layers().get(layer).learning());
            }
        }
    }

    /** The mini-batch that broke the run is no update's. */
    @Test
    void aStepThatWasNotTakenHasNoGradient() {
        Experiment wild = SmallWorld.experiment()
                .withTraining(SmallWorld.training(900, SmallWorld.BATCH, OptimizerKind.SGD, 10, LossKind.MEAN_SQUARED_ERROR));
        try (Twins twins = SmallWorld.twins(wild)) {
            int steps = 0;
            while (twins.step()) {
                steps++;
                assertTrue(steps < 5000, "no divergence");
            }
            twins.apply(new SetStatistics(Side.B, Statistics.RUNNING));
            Learning learning = twins.measure().a().layers().get(2).learning();

            assertTrue(Double.isNaN(learning.gradientNorm()));
            assertEquals(Norm.of(SmallWorld.net(twins, Side.A).layers().get(2).dense().weights()), learning.weightNorm());
        }
    }
}
