package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.config.Scaling;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.CrossEntropy;
import shiftscope.engine.Network;
import shiftscope.engine.WholeSetStatistics;
import shiftscope.session.Command.SetStatistics;

/** Loss and accuracy are those of an independent computation. */
class EvaluationTest {
    private final Twins twins = SmallWorld.twins(SmallWorld.experiment());

    @AfterEach
    void close() {
        twins.close();
    }

    /** Test examples, batch size, and the batches that come of them. */
    @ParameterizedTest
    @CsvSource({"10, 4, 4 6", "12, 4, 4 4 4", "7, 4, 7", "8, 4, 4 4", "10, 10, 10", "10, 500, 10", "3, 1, 1 1 1", "25, 7, 7 7 11"})
    void batchesTakeTheRemainderIntoTheLast(int size, int batchSize, String batches) {
        SmallWorld.advance(twins, 30);
        Examples test = firstOfTest(size);
        Evaluation evaluation = evaluate(test, batchSize, Statistics.BATCH);
        double loss = 0;
        int right = 0;
        int from = 0;
        for (String rows : batches.split(" ")) {
            int to = from + Integer.parseInt(rows);
            OwnForward own = own(test, from, to, Statistics.BATCH);
            int[] labels = Arrays.copyOfRange(test.labels(), from, to);
            loss += (to - from) * own.crossEntropy(labels);
            right += own.right(labels);
            from = to;
        }

        assertEquals(size, from);
        assertEquals(loss / size, evaluation.loss(), 1e-12);
        assertEquals((double) right / size, evaluation.accuracy());
    }

    @ParameterizedTest
    @EnumSource(value = Statistics.class, names = "BATCH", mode = EnumSource.Mode.EXCLUDE)
    void otherStatisticsAnswerEveryExampleByItself(Statistics statistics) {
        SmallWorld.advance(twins, 30);
        new WholeSetStatistics(network(), twins.dataset().train().inputs()).measure(network());
        Examples test = firstOfTest(25);
        Evaluation evaluation = evaluate(test, 4, statistics);
        double loss = 0;
        int right = 0;
        for (int row = 0; row < 25; row++) {
            OwnForward own = own(test, row, row + 1, statistics);
            loss += own.crossEntropy(new int[] {test.labels()[row]});
            right += own.right(new int[] {test.labels()[row]});
        }

        assertEquals(loss / 25, evaluation.loss(), 1e-12);
        assertEquals(right / 25.0, evaluation.accuracy());
    }

    @Test
    void moreThanOneChunkOfTestExamplesIsStillAllOfThem() {
        Experiment large = SmallWorld.experiment()
                .withData(new DataSettings(DataKind.CIRCLES, 1_000, 0.1, Scaling.STANDARDIZE, 0.6, null));
        try (Twins many = SmallWorld.twins(large)) {
            Examples test = many.dataset().test();
            int[] all = IntStream.range(0, test.size()).toArray();
            OwnForward own = new OwnForward(SmallWorld.net(many, Side.A), OwnForward.rows(test.inputs(), all), Statistics.BATCH);

            assertEquals(600, test.size());
            assertEquals(own.crossEntropy(test.labels()), many.latest().a().testLoss(), 1e-12);
            assertEquals(own.right(test.labels()) / 600.0, many.latest().a().testAccuracy());
        }
    }

    /** Where the loss is a mean of squares, an answer is right all the same if its output is the largest. */
    @Test
    void accuracyIsThatOfTheLargestOutputUnderMeanSquaredErrorToo() {
        Experiment squares = SmallWorld.experiment()
                .withTraining(SmallWorld.training(0.2, SmallWorld.BATCH, OptimizerKind.SGD, 0, LossKind.MEAN_SQUARED_ERROR));
        try (Twins learnt = SmallWorld.twins(squares)) {
            SmallWorld.advance(learnt, 100);
            Examples test = learnt.dataset().test();
            OwnForward own = ownA(learnt);

            assertEquals(meanSquare(own, test), learnt.measure().a().testLoss(), 1e-12);
            assertEquals(own.right(test.labels()) / (double) test.size(), learnt.measure().a().testAccuracy());
        }
    }

    @Test
    void numbersHaveALossAndNoAccuracy() {
        Experiment numbers = SmallWorld.experiment()
                .withTraining(SmallWorld.training(0.1, SmallWorld.BATCH, OptimizerKind.SGD, 0, LossKind.MEAN_SQUARED_ERROR))
                .withData(new DataSettings(DataKind.HILLS, 800, 0.05, Scaling.STANDARDIZE, 0.5, null));
        try (Twins learnt = SmallWorld.twins(numbers)) {
            SmallWorld.advance(learnt, 100);
            Metrics now = learnt.measure();

            assertEquals(400, learnt.dataset().test().size());
            assertEquals(meanSquare(ownA(learnt), learnt.dataset().test()), now.a().testLoss(), 1e-12);
            assertEquals(Double.NaN, now.a().testAccuracy());
            assertEquals(Double.NaN, now.b().testAccuracy());
        }
    }

    private static OwnForward ownA(Twins twins) {
        Examples test = twins.dataset().test();
        int[] all = IntStream.range(0, test.size()).toArray();
        return new OwnForward(SmallWorld.net(twins, Side.A), OwnForward.rows(test.inputs(), all), Statistics.BATCH);
    }

    private static double meanSquare(OwnForward own, Examples examples) {
        double sum = 0;
        for (int row = 0; row < examples.size(); row++) {
            for (int k = 0; k < examples.targets().numCols; k++) {
                sum += Math.pow(own.logits[row][k] - examples.targets().get(row, k), 2);
            }
        }
        return sum / examples.targets().getNumElements();
    }

    @Test
    void aBatchOfOneIsAnsweredWithBeta() {
        Experiment keras = SmallWorld.experiment()
                .withNetwork(SmallWorld.network(ActivationKind.TANH, Placement.BEFORE, RunningConvention.KERAS, 6, 5))
                .withTraining(SmallWorld.training(0.1, 1, OptimizerKind.SGD, 0, LossKind.CROSS_ENTROPY));
        try (Twins single = SmallWorld.twins(keras)) {
            SmallWorld.advance(single, 50);
            Network network = SmallWorld.net(single, Side.B);
            Examples test = single.dataset().test();
            OwnForward one = new OwnForward(network, OwnForward.rows(test.inputs(), 0), Statistics.BATCH);
            OwnForward other = new OwnForward(network, OwnForward.rows(test.inputs(), 1), Statistics.BATCH);

            assertArrayEquals(network.layers().get(0).normalizer().orElseThrow().beta().data, one.scaled[0][0]);
            assertArrayEquals(one.logits, other.logits);
            int answer = one.logits[0][0] >= one.logits[0][1] ? 0 : 1;
            long share = Arrays.stream(test.labels()).filter(label -> label == answer).count();
            assertEquals((double) share / test.size(), single.measure().b().testAccuracy());
        }
    }

    /** Exact at the very weights that are measured, also after further steps and after a look. */
    @Test
    void populationStatisticsAreThoseOfTheTrainingSetNow() {
        twins.apply(new SetStatistics(Side.B, Statistics.POPULATION));
        for (int i = 0; i < 3; i++) {
            SmallWorld.advance(twins, 7);
            twins.rows(Tap.SCALED, new RowAxes());
            Metrics now = twins.measure();

            assertPopulation();
            Examples test = twins.dataset().test();
            assertEquals(own(test, 0, test.size(), Statistics.POPULATION).crossEntropy(test.labels()), now.b().testLoss(), 1e-12);
        }
    }

    /** A mark left in the statistics is gone only once they have been measured again. */
    @Test
    void populationStatisticsAreNotMeasuredTwiceAtTheSameWeights() {
        twins.apply(new SetStatistics(Side.B, Statistics.POPULATION));
        SmallWorld.advance(twins, 7);
        twins.measure();
        double[] means = SmallWorld.batchNorm(network(), 0).populationMean();
        means[0] = 123;

        twins.rows(Tap.SCALED, new RowAxes());
        assertEquals(123, means[0]);
        SmallWorld.advance(twins, 1);
        twins.rows(Tap.SCALED, new RowAxes());
        assertNotEquals(123, means[0]);
    }

    /** Algorithm 2 of Ioffe and Szegedy 2015, over more batches than fit into the training set. */
    @Test
    void populationStatisticsMayBeMeansOverBatchesOfTheSizeTrainedWith() {
        Experiment averaging = SmallWorld.experiment().withMeasure(new MeasureSettings(40, 5, 2, 9, 100, false));
        try (Twins averaged = SmallWorld.twins(averaging)) {
            averaged.apply(new SetStatistics(Side.B, Statistics.POPULATION));
            SmallWorld.advance(averaged, 12);
            Network network = SmallWorld.net(averaged, Side.B);
            Metrics now = averaged.measure();
            double[][] train = OwnForward.rows(
                    averaged.dataset().train().inputs(), IntStream.range(0, averaged.dataset().train().size()).toArray());
            assertEquals(75, train.length);
            double[] means = new double[6];
            double[] variances = new double[6];
            for (int batch = 0; batch < 9; batch++) {
                int from = batch * 10;
                double[][] rows = IntStream.range(from, from + 10).mapToObj(i -> train[i % 75]).toArray(double[][]::new);
                OwnForward own = new OwnForward(network, rows, Statistics.BATCH);
                for (int unit = 0; unit < 6; unit++) {
                    double mean = OwnForward.mean(own.z[0], unit);
                    means[unit] += mean / 9;
                    for (double[] row : own.z[0]) {
                        variances[unit] += (row[unit] - mean) * (row[unit] - mean) / 9 / 9;
                    }
                }
            }

            assertArrayEquals(means, SmallWorld.batchNorm(network, 0).populationMean(), 1e-12);
            assertArrayEquals(variances, SmallWorld.batchNorm(network, 0).populationVariance(), 1e-12);
            Examples test = averaged.dataset().test();
            double[][] rows = OwnForward.rows(test.inputs(), IntStream.range(0, test.size()).toArray());
            double loss = new OwnForward(network, rows, Statistics.POPULATION).crossEntropy(test.labels());
            assertEquals(loss, now.b().testLoss(), 1e-12);
        }
    }

    private void assertPopulation() {
        Examples train = twins.dataset().train();
        int[] all = IntStream.range(0, train.size()).toArray();
        OwnForward whole = new OwnForward(network(), OwnForward.rows(train.inputs(), all), Statistics.BATCH);
        for (int layer = 0; layer < 2; layer++) {
            BatchNorm normalizer = SmallWorld.batchNorm(network(), layer);
            for (int unit = 0; unit < normalizer.units(); unit++) {
                assertEquals(OwnForward.mean(whole.z[layer], unit), normalizer.populationMean()[unit], 1e-12);
            }
            assertNotEquals(normalizer.runningMean()[0], normalizer.populationMean()[0]);
        }
    }

    private Network network() {
        return SmallWorld.net(twins, Side.B);
    }

    private Evaluation evaluate(Examples test, int batchSize, Statistics statistics) {
        Evaluation evaluation = new Evaluation(network(), test, batchSize);
        evaluation.evaluate(network(), new CrossEntropy(), statistics);
        return evaluation;
    }

    private OwnForward own(Examples examples, int from, int to, Statistics statistics) {
        return new OwnForward(network(), OwnForward.rows(examples.inputs(), IntStream.range(from, to).toArray()), statistics);
    }

    private Examples firstOfTest(int size) {
        Examples test = twins.dataset().test();
        int[] first = IntStream.range(0, size).toArray();
        return new Examples(
                new DMatrixRMaj(OwnForward.rows(test.inputs(), first)),
                new DMatrixRMaj(OwnForward.rows(test.targets(), first)),
                Arrays.copyOf(test.labels(), size));
    }
}
