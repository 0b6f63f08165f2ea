package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

/** Changes of parameters that leave the function as it is, over random networks. */
class ReparameterizationTest {
    private static final double EPSILON = 1e-5;
    private static final int TRAINING = 40;
    private static final RunningRule RULE = new RunningRule(RunningAverage.EXPONENTIAL, 0.1, RunningConvention.PYTORCH);
    private final RandomMatrices random = new RandomMatrices(90);

    static List<Arguments> networks() {
        List<Arguments> networks = new ArrayList<>();
        for (ActivationKind activation : ActivationKind.values()) {
            for (Placement placement : Placement.values()) {
                for (int[] sizes : new int[][] {{5, 9, 4, 7, 3}, {2, 12, 3}, {1, 1, 1, 1}, {3, 1, 6, 2}}) {
                    networks.add(Arguments.of(activation, placement, sizes));
                }
            }
        }
        return networks;
    }

    /** Those with the normalizer behind the dense map, or with nothing but the identity in between. */
    static List<Arguments> networksThatTakeBack() {
        return networks().stream()
                .filter(network -> network.get()[0] == ActivationKind.IDENTITY || network.get()[1] == Placement.BEFORE)
                .toList();
    }

    private Network network(ActivationKind activation, Placement placement, int[] sizes, double epsilon) {
        return RandomNetworks.network(random, sizes, activation, placement, true, epsilon);
    }

    private static double[] logits(Network network, DMatrixRMaj x, Statistics statistics) {
        Pass pass = new Pass(network, x.numRows);
        network.forward(x, statistics, pass);
        return pass.logits().data;
    }

    private static double relative(double[] before, double[] after) {
        return largestDifference(before, after) / Arrays.stream(before).map(Math::abs).max().orElseThrow();
    }

    private static double largestDifference(double[] before, double[] after) {
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, Math.abs(after[i] - before[i]));
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("networksThatTakeBack")
    void aShiftOfTheBiasesIsTakenBack(ActivationKind activation, Placement placement, int[] sizes) {
        for (int rows : new int[] {2, 17}) {
            for (int index = 0; index < sizes.length - 2; index++) {
                Network network = network(activation, placement, sizes, EPSILON);
                DMatrixRMaj x = random.gaussian(rows, sizes[0]);
                double[] before = logits(network, x, Statistics.BATCH);
                Reparameterization.shiftBiases(network.layers().get(index).dense(), 3.7);
                double change = relative(before, logits(network, x, Statistics.BATCH));
                assertTrue(change <= 1e-10, "layer " + (index + 1) + ", batch of " + rows + ": " + change);
            }
        }
    }

    /** φ stands between, and what is added goes through it: a proof that comes out false. */
    @Test
    void aShiftInFrontOfANonlinearityIsNotTakenBack() {
        Network network = network(ActivationKind.TANH, Placement.AFTER, new int[] {5, 9, 3}, EPSILON);
        DMatrixRMaj x = random.gaussian(17, 5);
        double[] before = logits(network, x, Statistics.BATCH);
        Reparameterization.shiftBiases(network.layers().get(0).dense(), 3.7);
        assertTrue(relative(before, logits(network, x, Statistics.BATCH)) > 1e-2);
    }

    @ParameterizedTest
    @MethodSource("networksThatTakeBack")
    void aFactorOfTheWeightsIsTakenBackWithoutEpsilon(ActivationKind activation, Placement placement, int[] sizes) {
        for (double factor : new double[] {0.01, 7, 1000}) {
            for (int index = 0; index < sizes.length - 2; index++) {
                Network network = network(activation, placement, sizes, 0);
                DMatrixRMaj x = random.gaussian(17, sizes[0]);
                double[] before = logits(network, x, Statistics.BATCH);
                Reparameterization.scaleWeights(network.layers().get(index).dense(), factor);
                double change = relative(before, logits(network, x, Statistics.BATCH));
                assertTrue(change <= 1e-10, "layer " + (index + 1) + " times " + factor + ": " + change);
            }
        }
    }

    /** With ε, W times a is what W would be with ε / a²: that is all that remains. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 3, 100})
    void whatRemainsOfAFactorIsEpsilon(double factor) {
        for (ActivationKind activation : ActivationKind.values()) {
            for (int rows : new int[] {2, 17}) {
                Network scaled = network(activation, Placement.BEFORE, new int[] {5, 9, 4, 3}, 1e-3);
                Network other = scaled.copy();
                BatchNorm own = RandomNetworks.batchNorm(other.layers().get(1));
                BatchNorm smaller =
                        new BatchNorm(Normalization.BATCH, own.units(), own.epsilon() / (factor * factor), RULE, true);
                smaller.copyScaleShift(own);
                other.layers().get(1).setNormalizer(smaller);
                DMatrixRMaj x = random.gaussian(rows, 5);
                double[] before = logits(scaled, x, Statistics.BATCH);
                Reparameterization.scaleWeights(scaled.layers().get(1).dense(), factor);
                double[] after = logits(scaled, x, Statistics.BATCH);

                assertTrue(relative(before, after) > 1e-8, "ε is to be seen");
                assertTrue(relative(logits(other, x, Statistics.BATCH), after) <= 1e-10, activation + ", batch of " + rows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 5})
    void theGradientOfTheWeightsIsDividedByTheFactor(double factor) {
        Network network = network(ActivationKind.TANH, Placement.BEFORE, new int[] {5, 9, 4, 3}, 0);
        DMatrixRMaj x = random.gaussian(17, 5);
        DMatrixRMaj targets = random.oneHot(17, 3);
        double[] before = gradient(network, x, targets);
        Reparameterization.scaleWeights(network.layers().get(1).dense(), factor);
        double[] after = gradient(network, x, targets);
        for (int i = 0; i < before.length; i++) {
            assertEquals(before[i], factor * after[i], 1e-12);
        }
    }

    private static double[] gradient(Network network, DMatrixRMaj x, DMatrixRMaj targets) {
        Pass pass = new Pass(network, x.numRows);
        network.forward(x, Statistics.BATCH, pass);
        network.backward(targets, new CrossEntropy(), pass);
        return pass.layers().get(1).weightsGradient().data;
    }

    /** Only positive factors are taken back: with another the signs of x̂ turn. */
    @Test
    void aNegativeFactorTurnsTheSigns() {
        Network network = network(ActivationKind.TANH, Placement.BEFORE, new int[] {5, 9, 3}, EPSILON);
        DMatrixRMaj x = random.gaussian(17, 5);
        Pass pass = new Pass(network, 17);
        network.forward(x, Statistics.BATCH, pass);
        double[] before = pass.layers().get(0).normalized().data.clone();
        Reparameterization.scaleWeights(network.layers().get(0).dense(), -1);
        network.forward(x, Statistics.BATCH, pass);
        double[] turned = Arrays.stream(pass.layers().get(0).normalized().data).map(v -> -v).toArray();
        assertArrayEquals(before, turned, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsInsertedAsTheIdentityChangesNoInference(ActivationKind activation, Placement placement, int[] sizes) {
        for (double epsilon : new double[] {EPSILON, 1e-3}) {
            for (int index = 0; index < sizes.length - 2; index++) {
                Network network = network(activation, placement, sizes, epsilon);
                network.layers().get(index).setNormalizer(null);
                DMatrixRMaj training = random.gaussian(TRAINING, sizes[0]);
                DMatrixRMaj x = random.gaussian(17, sizes[0]);
                WholeSetStatistics statistics = new WholeSetStatistics(network, training);
                statistics.measure(network);
                double[] population = logits(network, x, Statistics.POPULATION);
                double[] running = logits(network, x, Statistics.RUNNING);

                BatchNorm fresh = new BatchNorm(Normalization.BATCH, sizes[index + 1], epsilon, RULE, true);
                network.layers().get(index).setNormalizer(fresh);
                statistics.measure(network);
                assertEquals(-1, fresh.becomeIdentity());
                statistics.measure(network);

                String where = "layer " + (index + 1) + ", ε " + epsilon;
                assertArrayEquals(population, logits(network, x, Statistics.POPULATION), 1e-10, where);
                assertArrayEquals(running, logits(network, x, Statistics.RUNNING), 1e-10, where);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsFoldedAwayChangesNoInference(ActivationKind activation, Placement placement, int[] sizes) {
        for (Statistics statistics : List.of(Statistics.RUNNING, Statistics.POPULATION)) {
            for (int index = 0; index < sizes.length - 2; index++) {
                Network network = network(activation, placement, sizes, EPSILON);
                BatchNorm folded = RandomNetworks.batchNorm(network.layers().get(index));
                DMatrixRMaj training = random.gaussian(TRAINING, sizes[0]);
                DMatrixRMaj x = random.gaussian(17, sizes[0]);
                WholeSetStatistics population = new WholeSetStatistics(network, training);
                population.measure(network);
                double[] before = logits(network, x, statistics);
                if (statistics == Statistics.RUNNING) {
                    Reparameterization.fold(network, index, folded.runningMean(), folded.runningVariance());
                } else {
                    Reparameterization.fold(network, index, folded.populationMean(), folded.populationVariance());
                    population.measure(network);
                }
                assertTrue(network.layers().get(index).normalizer().isEmpty());
                assertArrayEquals(before, logits(network, x, statistics), 1e-10, statistics + ", layer " + (index + 1));
            }
        }
    }

    /** Where there is no spread, normalizing gives β whatever comes, and so does what it is folded into. */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void aUnitWithoutSpreadFoldsIntoBeta(Placement placement) {
        Network network = network(ActivationKind.TANH, placement, new int[] {3, 4, 2}, 0);
        BatchNorm folded = RandomNetworks.batchNorm(network.layers().get(0));
        folded.runningVariance()[1] = 0;
        DMatrixRMaj x = random.gaussian(17, 3);
        double[] before = logits(network, x, Statistics.RUNNING);
        Reparameterization.fold(network, 0, folded.runningMean(), folded.runningVariance());
        assertArrayEquals(before, logits(network, x, Statistics.RUNNING), 1e-12);
    }

    @Test
    void noIdentityIsThereWithoutSpreadAndWithoutEpsilon() {
        BatchNorm fresh = new BatchNorm(Normalization.BATCH, 3, 0, RULE, true);
        fresh.populationVariance()[1] = 0;
        assertEquals(1, fresh.becomeIdentity());
        assertArrayEquals(new double[] {1, 1, 1}, fresh.gamma().data);
        assertArrayEquals(new double[] {0, 0, 0}, fresh.beta().data);
        BatchNorm withEpsilon = new BatchNorm(Normalization.BATCH, 3, 0.25, RULE, true);
        withEpsilon.populationVariance()[1] = 0;
        assertEquals(-1, withEpsilon.becomeIdentity());
        assertEquals(0.5, withEpsilon.gamma().data[1]);
    }

    /** A cumulative average goes on from the population as if that had been its first batch. */
    @Test
    void theRunningStatisticsOfTheIdentityBeginAtThePopulation() {
        RunningRule cumulative = new RunningRule(RunningAverage.CUMULATIVE, 0.1, RunningConvention.KERAS);
        BatchNorm fresh = new BatchNorm(Normalization.BATCH, 1, EPSILON, cumulative, true);
        fresh.populationMean()[0] = 4;
        fresh.populationVariance()[0] = 9;
        fresh.becomeIdentity();
        assertArrayEquals(new double[] {4}, fresh.runningMean());
        assertArrayEquals(new double[] {9}, fresh.runningVariance());
        fresh.updateRunning(new double[] {2}, new double[] {1}, 10);
        assertArrayEquals(new double[] {3}, fresh.runningMean());
        assertArrayEquals(new double[] {5}, fresh.runningVariance());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAnOptimizerForgetsCanBeKept(boolean adam) {
        DMatrixRMaj gradient = random.gaussian(1, 6);
        DMatrixRMaj kept = random.gaussian(1, 6);
        DMatrixRMaj twin = kept.copy();
        DMatrixRMaj unknown = random.gaussian(1, 6);
        Optimizer optimizer = adam ? new Adam(0.1, 0, 0.9, 0.999, 1e-8) : new GradientDescent(0.1, 0, 0.9, false);
        for (int step = 0; step < 3; step++) {
            optimizer.visit(ParameterVisitor.Kind.BIAS, kept, gradient);
            optimizer.visit(ParameterVisitor.Kind.BIAS, twin, gradient);
        }
        Runnable bringBack = optimizer.keep(List.of(kept, unknown));
        optimizer.forget(kept);
        bringBack.run();
        optimizer.visit(ParameterVisitor.Kind.BIAS, kept, gradient);
        optimizer.visit(ParameterVisitor.Kind.BIAS, twin, gradient);
        assertArrayEquals(twin.data, kept.data);
    }
}
