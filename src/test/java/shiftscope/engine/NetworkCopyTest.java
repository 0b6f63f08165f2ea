package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

/** A copy trains on as the original would, and on its own; the hash tells any two states apart. */
class NetworkCopyTest {
    private static final int[] SIZES = {3, 5, 4, 2};
    private final RandomMatrices random = new RandomMatrices(110);

    @ParameterizedTest
    @EnumSource(Placement.class)
    void copySharesNothing(Placement placement) {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, placement, true, 1e-5);
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
        copy.layers().get(0).setNormalizer(null);
        assertEquals(true, network.layers().get(0).normalizer().isPresent());
    }

    /** Also what cannot be seen, like the count of batches behind a cumulative average, must come along. */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void copyTrainsOnToTheSameBits(Placement placement) {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.SIGMOID, placement, true, 1e-5);
        network.layers().get(1).setNormalizer(new BatchNorm(SIZES[2], 1e-3, BatchNorm.CUMULATIVE, RunningConvention.KERAS, true));
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

    @Test
    void hashChangesWithAnyBitOfAnyNumber() {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, Placement.BEFORE, true, 1e-5);
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

    private static void train(Network network, DMatrixRMaj x, DMatrixRMaj targets) {
        Pass pass = new Pass(network, x.numRows);
        Optimizer optimizer = new GradientDescent(0.1, 0.01, 0, false);
        for (int step = 0; step < 3; step++) {
            network.forward(x, Statistics.BATCH, pass);
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
                numbers.add(normalizer.runningMean());
                numbers.add(normalizer.runningVariance());
            });
        }
        return numbers;
    }

    private static List<double[]> numbers(Network network) {
        List<double[]> numbers = hashed(network);
        for (Layer layer : network.layers()) {
            layer.normalizer().ifPresent(normalizer -> {
                numbers.add(normalizer.populationMean());
                numbers.add(normalizer.populationVariance());
            });
        }
        return numbers;
    }
}
