package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.RunningAverage;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Normalizer;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNewBatchWeight;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetScaleShift;
import shiftscope.session.Command.SetStatistics;

/** A command changes the very next step, or measurement, of what it names and of nothing else. */
class CommandTest {
    private static final int BEFORE = 8;
    private final Experiment experiment = SmallWorld.experiment();
    private final Twins disturbed = SmallWorld.twins(experiment);
    private final Twins twin = SmallWorld.twins(experiment);

    @AfterEach
    void close() {
        disturbed.close();
        twin.close();
    }

    private void bothAdvance(int steps) {
        SmallWorld.advance(disturbed, steps);
        SmallWorld.advance(twin, steps);
    }

    private static long hash(Twins twins, Side side) {
        return SmallWorld.net(twins, side).hash();
    }

    private void assertEqual(Side side) {
        assertEquals(hash(twin, side), hash(disturbed, side));
    }

    private void assertDifferent(Side side) {
        assertNotEquals(hash(twin, side), hash(disturbed, side));
    }

    private List<BatchNorm> normalizers(Side side) {
        return SmallWorld.net(disturbed, side).layers().stream()
                .flatMap(layer -> layer.normalizer().stream())
                .map(BatchNorm.class::cast)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void normalizationChangesThatRunFromTheNextStepOn(Side side) {
        Side other = side == Side.A ? Side.B : Side.A;
        bothAdvance(BEFORE);
        assertEqual(side);
        disturbed.apply(new SetNormalization(side, side == Side.A ? Normalization.BATCH : Normalization.NONE));
        double[] weights = SmallWorld.net(disturbed, side).layers().get(0).dense().weights().data;
        assertArrayEquals(SmallWorld.net(twin, side).layers().get(0).dense().weights().data, weights);

        bothAdvance(1);

        assertDifferent(side);
        assertEqual(other);
        bothAdvance(20);
        assertEqual(other);
        assertEquals(
                List.of(new RecordedCommand(BEFORE, new SetNormalization(side, disturbed.experiment().run(side).normalization()))),
                disturbed.commands());
    }

    @Test
    void scaleShiftOffIsOneAndZeroAndStays() {
        bothAdvance(BEFORE);
        assertTrue(normalizers(Side.B).stream().anyMatch(n -> n.gamma().data[0] != 1), "γ was not trained before");
        disturbed.apply(new SetScaleShift(Side.B, false));
        bothAdvance(20);

        for (BatchNorm normalizer : normalizers(Side.B)) {
            assertTrue(DoubleStream.of(normalizer.gamma().data).allMatch(g -> g == 1));
            assertTrue(DoubleStream.of(normalizer.beta().data).allMatch(b -> b == 0));
        }
        assertDifferent(Side.B);
        assertEqual(Side.A);
    }

    @Test
    void scaleShiftOfAPlainRunChangesNoBit() {
        bothAdvance(BEFORE);
        disturbed.apply(new SetScaleShift(Side.A, false));
        bothAdvance(10);

        assertEqual(Side.A);
        assertEqual(Side.B);
        assertEquals(1, disturbed.commands().size());
    }

    @Test
    void theLearningRateIsOfBoth() {
        bothAdvance(BEFORE);
        disturbed.apply(new SetLearningRate(0.05));
        assertEqual(Side.A);
        assertEqual(Side.B);

        bothAdvance(1);

        assertDifferent(Side.A);
        assertDifferent(Side.B);
    }

    @Test
    void statisticsChangeNoWeightButTheNextMeasurement() {
        bothAdvance(BEFORE);
        Metrics before = disturbed.measure();
        disturbed.apply(new SetStatistics(Side.B, Statistics.RUNNING));
        Metrics after = disturbed.measure();
        bothAdvance(20);

        assertNotEquals(before.b().layers(), after.b().layers());
        assertNotEquals(before.b().testLoss(), after.b().testLoss());
        assertEquals(before.a(), after.a());
        assertEquals(BEFORE, after.step());
        assertEqual(Side.A);
        assertEqual(Side.B);
        assertEquals(twin.history().get(1).b(), disturbed.history().get(1).b(), "step 5 was before the command");
        assertNotEquals(twin.history().get(2).b(), disturbed.history().get(2).b());
    }

    /** Step 10 is recorded, so that a measurement of that step exists already. */
    @Test
    void statisticsChangeTheMeasurementAlsoAtARecordedStep() {
        SmallWorld.advance(disturbed, 10);
        Metrics recorded = disturbed.latest();
        disturbed.apply(new SetStatistics(Side.B, Statistics.RUNNING));

        Metrics now = disturbed.measure();

        assertEquals(10, recorded.step());
        assertNotEquals(recorded.b().testLoss(), now.b().testLoss());
        assertEquals(recorded.b().trainingLoss(), now.b().trainingLoss());
        assertEquals(recorded, disturbed.history().get(2));
    }

    /** What was gathered stays; the next mini-batch weighs what was asked for, in normalizers that are there and in new ones. */
    @Test
    void theWeightOfTheNewBatchCountsFromTheNextUpdateOn() {
        bothAdvance(BEFORE);
        BatchNorm changed = normalizers(Side.B).get(0);
        double[] before = changed.runningMean().clone();
        disturbed.apply(new SetNewBatchWeight(0.4));
        assertArrayEquals(before, changed.runningMean());
        double[] weights = SmallWorld.net(disturbed, Side.B).layers().get(0).dense().weights().data;
        bothAdvance(1);

        double[] usual = SmallWorld.batchNorm(SmallWorld.net(twin, Side.B), 0).runningMean();
        for (int unit = 0; unit < before.length; unit++) {
            double ofBatch = (usual[unit] - 0.9 * before[unit]) / 0.1;
            assertEquals(0.6 * before[unit] + 0.4 * ofBatch, changed.runningMean()[unit], 1e-12);
        }
        assertArrayEquals(SmallWorld.net(twin, Side.B).layers().get(0).dense().weights().data, weights, "training is not touched");
        assertEqual(Side.A);

        disturbed.apply(new SetNormalization(Side.A, Normalization.BATCH));
        SmallWorld.advance(disturbed, 1);
        twin.apply(new SetNormalization(Side.A, Normalization.BATCH));
        SmallWorld.advance(twin, 1);
        double[] atTenth = SmallWorld.batchNorm(SmallWorld.net(twin, Side.A), 0).runningMean();
        for (int unit = 0; unit < before.length; unit++) {
            assertEquals(4 * atTenth[unit], normalizers(Side.A).get(0).runningMean()[unit], 1e-12, "a normalizer that came later");
        }
        assertEquals(0.4, disturbed.experiment().network().newBatchWeight());
    }

    @Test
    void cumulativeAveragesDoNotAskForTheWeightOfTheNewBatch() {
        NetworkSettings n = experiment.network();
        Experiment cumulative = experiment.withNetwork(new NetworkSettings(n.hidden(), n.activation(), n.initialization(), n.sigma(),
                n.placement(), n.epsilon(), n.newBatchWeight(), n.convention(), RunningAverage.CUMULATIVE, n.dropout(), n.layers()));
        try (Twins one = SmallWorld.twins(cumulative); Twins other = SmallWorld.twins(cumulative)) {
            SmallWorld.advance(one, BEFORE);
            SmallWorld.advance(other, BEFORE);
            one.apply(new SetNewBatchWeight(0.9));
            SmallWorld.advance(one, 5);
            SmallWorld.advance(other, 5);

            assertEquals(other.hash(), one.hash());
        }
    }

    @Test
    void aWeightOutOfRangeIsRefusedWithASentence() {
        bothAdvance(3);
        for (double weight : new double[] {0, -0.1, 1.5, Double.NaN}) {
            BadInputException refusal =
                    assertThrows(BadInputException.class, () -> disturbed.apply(new SetNewBatchWeight(weight)));
            assertTrue(refusal.getMessage().startsWith("network.newBatchWeight"), refusal::getMessage);
        }
        assertEquals(experiment, disturbed.experiment());
        bothAdvance(3);
        assertEqual(Side.B);
    }

    @Test
    void whatIsSoAlreadyIsNotRecorded() {
        SmallWorld.advance(disturbed, 3);
        disturbed.apply(new SetLearningRate(0.2));
        disturbed.apply(new SetNormalization(Side.B, Normalization.BATCH));
        disturbed.apply(new SetScaleShift(Side.A, true));
        disturbed.apply(new SetStatistics(Side.A, Statistics.BATCH));
        SmallWorld.advance(twin, 3);

        assertEquals(List.of(), disturbed.commands());
        bothAdvance(3);
        assertEqual(Side.A);
        assertEqual(Side.B);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        bothAdvance(3);

        assertThrows(BadInputException.class, () -> disturbed.apply(new SetLearningRate(-1)));

        assertEquals(experiment, disturbed.experiment());
        assertEquals(List.of(), disturbed.commands());
        bothAdvance(3);
        assertEqual(Side.A);
    }

    @Test
    void aNewNormalizerStartsAtOneAndZero() {
        SmallWorld.advance(disturbed, BEFORE);
        disturbed.apply(new SetNormalization(Side.B, Normalization.NONE));
        SmallWorld.advance(disturbed, 2);
        disturbed.apply(new SetNormalization(Side.B, Normalization.BATCH));

        assertEquals(2, normalizers(Side.B).size());
        for (BatchNorm normalizer : normalizers(Side.B)) {
            assertTrue(DoubleStream.of(normalizer.gamma().data).allMatch(g -> g == 1));
            assertTrue(DoubleStream.of(normalizer.beta().data).allMatch(b -> b == 0));
            assertTrue(DoubleStream.of(normalizer.runningMean()).allMatch(m -> m == 0));
            assertTrue(DoubleStream.of(normalizer.runningVariance()).allMatch(v -> v == 1));
        }
    }

    /** Adam's first step of a parameter is its learning rate long, whatever the gradient; a remembered mean would shorten it. */
    @Test
    void whatANormalizerBringsOrTakesAwayHasNoMemory() {
        Experiment adam = experiment.withTraining(
                SmallWorld.training(0.01, SmallWorld.BATCH, OptimizerKind.ADAM, 0, LossKind.CROSS_ENTROPY));
        try (Twins twins = SmallWorld.twins(adam)) {
            SmallWorld.advance(twins, 30);
            twins.apply(new SetNormalization(Side.A, Normalization.BATCH));
            twins.apply(new SetScaleShift(Side.B, false));
            twins.apply(new SetScaleShift(Side.B, true));
            double[] bias = SmallWorld.net(twins, Side.A).layers().get(0).dense().bias().data;
            double[] biasBefore = bias.clone();
            SmallWorld.advance(twins, 1);
            for (Side side : Side.values()) {
                Normalizer first = SmallWorld.net(twins, side).layers().get(0).normalizer().orElseThrow();
                assertTrue(DoubleStream.of(first.gamma().data).allMatch(g -> Math.abs(Math.abs(g - 1) - 0.01) < 1e-5), side + ": γ");
                assertTrue(DoubleStream.of(first.beta().data).allMatch(b -> Math.abs(Math.abs(b) - 0.01) < 1e-5), side + ": β");
            }
            SmallWorld.advance(twins, 20);
            assertArrayEquals(biasBefore, bias, "a bias that the normalizer cancels is not trained");

            twins.apply(new SetNormalization(Side.A, Normalization.NONE));
            SmallWorld.advance(twins, 1);

            for (int unit = 0; unit < bias.length; unit++) {
                assertEquals(0.01, Math.abs(bias[unit] - biasBefore[unit]), 1e-5, "the bias remembers the time before");
            }
        }
    }

    @Test
    void atStepZeroTheReferenceIsTakenAnew() {
        disturbed.apply(new SetNormalization(Side.A, Normalization.BATCH));
        disturbed.apply(new SetNormalization(Side.B, Normalization.NONE));

        assertEquals(1, disturbed.history().size());
        for (Side side : Side.values()) {
            disturbed.history().get(0).of(side).layers().forEach(layer -> assertEquals(0, layer.shift()));
        }
        assertTrue(disturbed.identicalAtStart());
        Row row = disturbed.rows(Tap.SCALED, new RowAxes()).get(1);
        assertEquals(row.a().now(), row.a().reference());
        assertEquals(row.b().now(), row.b().reference());
        SmallWorld.advance(disturbed, 5);
        assertTrue(disturbed.history().get(1).a().layers().get(0).shift() > 0);
    }
}
