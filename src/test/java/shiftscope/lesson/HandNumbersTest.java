package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Datasets;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.Twins;

/** Numbers of chains and of batches by hand. */
class HandNumbersTest {
    private static final int BATCH = 60;

    private static Arguments usual(String quantity) {
        Arguments arguments = Arguments.NONE;
        for (Parameter parameter : Quantities.named(quantity).parameters()) {
            if (parameter instanceof Parameter.OfWord word) {
                arguments = arguments.with(word.name(), word.words().get(0));
            } else if (parameter instanceof Parameter.OfNumbers list) {
                arguments = arguments.with(list.name(), list.usual());
            } else if (parameter instanceof Parameter.OfNumber number) {
                arguments = arguments.with(number.name(), number.usual());
            }
        }
        return arguments;
    }

    private static double calculated(String quantity, Arguments arguments) {
        return ((Quantity.Calculated) Quantities.named(quantity)).calculation().of(arguments, new Seed(3).data());
    }

    private static Arguments chain(double layers, double weight, double rate) {
        return usual("chainKept").with("layers", layers).with("from", weight).with("to", weight).with("rate", rate);
    }

    @Test
    void chainsOfOneWeightSizeAreAsWorkedOutByHand() {
        assertEquals(0.271 / 0.3, calculated("chainKept", chain(3, 1, 0.1)), 1e-14);
        assertEquals(0.031 / 0.331, calculated("chainHigherShare", chain(3, 1, 0.1)), 1e-14);
        assertEquals(1.0 / 1.44 / 1.44, calculated("chainOvershoot", chain(6, 1.2, 0.1)), 1e-12);
    }

    @Test
    void ordersLeftOutAreLeftOver() {
        Arguments three = usual("chainLeftOver").with("x", 1.0).with("depth", 3.0).with("w", List.of(1.0)).with("alpha", 0.1);
        assertEquals(0, calculated("chainLeftOver", three), 1e-15);
        assertEquals(0.029 / 1.331, calculated("chainLeftOver", three.with("orders", 1.0)), 1e-14);
        assertEquals(0.001 / 1.331, calculated("chainLeftOver", three.with("orders", 2.0)), 1e-14);
        assertEquals(0, calculated("chainLeftOver", three.with("w", List.of(0.0))), "where nothing changes nothing is left");
    }

    static Stream<String> numbersOfTheBatch() {
        return BatchNumbers.ALL.stream().map(Quantity::name);
    }

    /** What the exhibit shows takes the place of what a check draws. */
    @ParameterizedTest
    @MethodSource("numbersOfTheBatch")
    void theExhibitsNumbersCount(String quantity) {
        Arguments exhibit = Arguments.NONE
                .with("numbers", List.of(1.0, 2.0, 3.0, 6.0)).with("gamma", -2.0).with("beta", 5.0).with("epsilon", 0.5)
                .with("factors", List.of(1.0, 0.0, 0.0, 0.0));
        double expected = switch (quantity) {
            case "normalizedMean" -> 0;
            case "normalizedVariance", "varianceExpected" -> 0.875;
            case "normalizedLeast" -> -1;
            case "scaledMean", "shiftGiven" -> 5;
            case "scaledDeviation", "deviationExpected" -> 2 * Math.sqrt(0.875);
            // −1·(0 − 1/4 − ẑ_i ẑ_j/4) with ẑ = −1, −1/2, 0, 3/2: the least is that of −1/2 and 3/2.
            case "leastInfluence" -> 0.0625;
            case "gradientError" -> 0;
            default -> throw new AssertionError("nobody worked out " + quantity);
        };
        assertEquals(expected, calculated(quantity, usual(quantity).overriddenBy(exhibit)), 1e-7);
        assertEquals(calculated(quantity, usual(quantity)), calculated(quantity, usual(quantity)), "drawn from the seed");
    }

    @ParameterizedTest
    @EnumSource(value = Exhibit.Kind.class, names = {"CHAIN", "EIGHT_NUMBERS"})
    void everyParameterOfTheExhibitIsOneOfItsNumbers(Exhibit.Kind kind) {
        List<String> known = Quantities.named(kind == Exhibit.Kind.CHAIN ? "chainLeftOver" : "gradientError").parameters().stream()
                .map(Parameter::name).toList();
        assertTrue(known.containsAll(kind.parameters().stream().map(Parameter::name).toList()), known.toString());
    }

    /** A step made by hand on a copy: the loss before and after, and the gradient's squared length. */
    @Test
    void whatAStepKeepsIsMeasuredWithoutTouchingTheRuns() {
        Experiment start = Library.lesson(3).experiments().get("shallow").script().start().withSeed(4);
        try (Twins twins = new Twins(start, Datasets.load(start.data(), new Seed(4), Path.of("")), 1)) {
            twins.step();
            long before = twins.hash();
            Network copy = twins.run(Side.B).network().copy();
            Pass pass = new Pass(copy, BATCH);
            DMatrixRMaj x = rows(twins.dataset().train().inputs());
            DMatrixRMaj targets = rows(twins.dataset().train().targets());
            Loss loss = Loss.of(LossKind.MEAN_SQUARED_ERROR);
            copy.forward(x, Statistics.BATCH, pass);
            double first = copy.backward(targets, loss, pass);
            double[] squares = new double[1];
            copy.visit(pass, (kind, value, gradient) -> {
                for (int i = 0; i < value.getNumElements(); i++) {
                    squares[0] += gradient.data[i] * gradient.data[i];
                    value.data[i] -= 0.1 * gradient.data[i];
                }
            });
            copy.forward(x, Statistics.BATCH, pass);
            double second = loss.value(pass.logits(), targets);
            Quantity.OfRun kept = (Quantity.OfRun) Quantities.named("stepKept");
            assertEquals((second - first) / (-0.1 * squares[0]), kept.measurement().of(twins, Side.B, Arguments.NONE), 1e-9);
            assertNotEquals(
                    kept.measurement().of(twins, Side.A, Arguments.NONE), kept.measurement().of(twins, Side.B, Arguments.NONE));
            assertEquals(before, twins.hash());
        }
    }

    private static DMatrixRMaj rows(DMatrixRMaj all) {
        DMatrixRMaj some = new DMatrixRMaj(BATCH, all.numCols);
        System.arraycopy(all.data, 0, some.data, 0, some.getNumElements());
        return some;
    }
}
