package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;

/** A copy trains on as the original would, and on its own; the hash tells any two states apart. */
class NetworkCopyTest {
    private static final int[] SIZES = {3, 5, 4, 2};
    private final RandomMatrices random = new RandomMatrices(110);

    static List<Arguments> normalizers() {
        return RandomNetworks.KINDS.stream()
                .flatMap(kind -> Stream.of(Placement.values()).map(placement -> Arguments.of(kind, placement)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("normalizers")
    void copySharesNothing(Normalization kind, Placement placement) {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, kind, placement, true, 1e-5);
        Network copy = network.copy();
        assertEquals(network.hash(), copy.hash());
        List<double[]> originals = numbers(network);
        List<double[]> copies = numbers(copy);
        assertEquals(originals.size(), copies.size());
        for (int a = 0; a < originals.size(); a++) {
            assertNotSame(originals.get(a), copies.get(a));
            assertArrayEquals(originals.get(a), copies.get(a));
            double held = originals.get(a)[0];
            copies.get(a)[0] += 1;
            assertEquals(held, originals.get(a)[0]);
        }
        assertEquals(kind, copy.layers().get(0).normalizer().orElseThrow().kind());
        copy.layers().get(0).setNormalizer(null);
        assertEquals(true, network.layers().get(0).normalizer().isPresent());
    }

    /** Also what cannot be seen, like the count of batches behind a cumulative average, must come along. */
    @ParameterizedTest
    @MethodSource("normalizers")
    void copyTrainsOnToTheSameBits(Normalization kind, Placement placement) {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.SIGMOID, kind, placement, true, 1e-5);
        RunningRule cumulative = new RunningRule(RunningAverage.CUMULATIVE, 0.1, RunningConvention.KERAS);
        network.layers().get(1).setNormalizer(new BatchNorm(Normalization.BATCH, SIZES[2], 1e-3, cumulative, true));
        DMatrixRMaj x = random.gaussian(7, SIZES[0]);
        DMatrixRMaj targets = random.oneHot(7, SIZES[3]);
        train(network, x, targets);
        Network copy = network.copy();
        long before = network.hash();
        train(copy, x, targets);
        assertEquals(before, network.hash());
        train(network, x, targets);
        assertEquals(copy.hash(), network.hash());
        assertNotEquals(before, network.hash());
    }

    @Test
    void copyWithoutBiasesOrNormalizersHasNone() {
        Network network = new Network(List.of(
                new Layer(new Dense(3, 2, false), ActivationKind.RELU, Placement.AFTER),
                new Layer(new Dense(2, 2, true), ActivationKind.IDENTITY, Placement.AFTER)));
        Network copy = network.copy();
        assertEquals(null, copy.layers().get(0).dense().bias());
        assertEquals(true, copy.layers().get(0).normalizer().isEmpty());
        assertEquals(Placement.AFTER, copy.layers().get(0).placement());
        assertEquals(ActivationKind.RELU, copy.layers().get(0).activation());
    }

    @ParameterizedTest
    @EnumSource(value = Normalization.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void hashChangesWithAnyBitOfAnyNumber(Normalization kind) {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, kind, Placement.BEFORE, true, 1e-5);
        long before = network.hash();
        for (double[] numbers : hashed(network)) {
            for (int i = 0; i < numbers.length; i++) {
                long bits = Double.doubleToRawLongBits(numbers[i]);
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    numbers[i] = Double.longBitsToDouble(bits ^ 1L << bit);
                    assertNotEquals(before, network.hash(), "bit " + bit);
                }
                numbers[i] = Double.longBitsToDouble(bits);
            }
        }
        assertEquals(before, network.hash());
    }

    /** The next batch enters a cumulative average with a weight that depends on it, and an exponential one does not. */
    @Test
    void hashKnowsHowManyBatchesACumulativeAverageHasSeen() {
        for (RunningAverage average : RunningAverage.values()) {
            Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, null, true, 1e-5);
            RunningRule rule = new RunningRule(average, 0.25, RunningConvention.KERAS);
            BatchNorm normalizer = new BatchNorm(Normalization.BATCH, SIZES[1], 1e-5, rule, true);
            network.layers().get(0).setNormalizer(normalizer);
            // What is there already: neither average moves.
            double[] mean = new double[SIZES[1]];
            double[] variance = new double[SIZES[1]];
            Arrays.fill(variance, 1);
            long before = network.hash();
            normalizer.updateRunning(mean, variance, 8);
            assertEquals(average == RunningAverage.EXPONENTIAL, before == network.hash());
        }
    }

    @Test
    void hashChangesWithTheOrderOfNumbers() {
        BitHash forward = new BitHash();
        forward.add(new double[] {1, 2, 0});
        BitHash backward = new BitHash();
        backward.add(new double[] {2, 1, 0});
        BitHash shorter = new BitHash();
        shorter.add(new double[] {1, 2});
        assertNotEquals(forward.value(), backward.value());
        assertNotEquals(forward.value(), shorter.value());
    }

    /** Signs are the highest bits, which a multiplication alone moves nowhere, so that two changed signs would cancel. */
    @Test
    void hashChangesWithTwoSigns() {
        BitHash hash = new BitHash();
        hash.add(new double[] {1, 2, 3});
        BitHash turned = new BitHash();
        turned.add(new double[] {-1, 2, -3});
        assertNotEquals(hash.value(), turned.value());
    }

    @Test
    void hashOfWholeNumbersChangesWithEachOfThemAndTheirOrder() {
        Set<Long> hashes = new HashSet<>();
        int[][] differing = {{}, {0}, {1}, {0, 1}, {1, 0}, {1, 1}, {0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {0, 1, 3}, {0, 1, 2, 3}, {0, 1, 3, 2}};
        for (int[] numbers : differing) {
            BitHash hash = new BitHash();
            hash.add(numbers);
            hashes.add(hash.value());
        }
        assertEquals(differing.length, hashes.size());
    }

    private static void train(Network network, DMatrixRMaj x, DMatrixRMaj targets) {
        Pass pass = new Pass(network, x.numRows);
        Optimizer optimizer = new GradientDescent(0.1, 0.01, 0, false);
        for (int step = 0; step < 3; step++) {
            network.forward(x, RandomNetworks.chance(0.2), pass);
            network.backward(targets, new CrossEntropy(), pass);
            network.visit(pass, optimizer);
            network.updateRunning(pass);
        }
    }

    private static List<double[]> hashed(Network network) {
        List<double[]> numbers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            numbers.add(layer.dense().weights().data);
            numbers.add(layer.dense().bias().data);
            layer.normalizer().ifPresent(normalizer -> {
                numbers.add(normalizer.gamma().data);
                numbers.add(normalizer.beta().data);
            });
            if (layer.normalizerOrNull() instanceof BatchNorm normalizer) {
                numbers.add(normalizer.runningMean());
                numbers.add(normalizer.runningVariance());
            }
        }
        return numbers;
    }

    private static List<double[]> numbers(Network network) {
        List<double[]> numbers = hashed(network);
        for (Layer layer : network.layers()) {
            if (layer.normalizerOrNull() instanceof BatchNorm normalizer) {
                numbers.add(normalizer.populationMean());
                numbers.add(normalizer.populationVariance());
            }
        }
        return numbers;
    }
}
