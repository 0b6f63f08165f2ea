package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

/** The functions against values with fifty digits, and both ways of computing them against each other. */
class ElementaryTest {
    private static final MathContext DIGITS = new MathContext(50);
    private static final double MOST_ULPS = 2;

    private static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.05")) > 0) {
            small = small.divide(BigDecimal.valueOf(2), new MathContext(70));
            halvings++;
        }
        MathContext wide = new MathContext(70);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 40; i++) {
            term = term.multiply(small, wide).divide(BigDecimal.valueOf(i), wide);
            sum = sum.add(term, wide);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, wide);
        }
        return sum;
    }

    private static BigDecimal sigmoid(BigDecimal x) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate())), DIGITS);
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(x.multiply(BigDecimal.valueOf(2)));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("exp", (DoubleUnaryOperator) Elementary::exp, (UnaryOperator<BigDecimal>) ElementaryTest::exp),
                Arguments.of("sigmoid", (DoubleUnaryOperator) Elementary::sigmoid, (UnaryOperator<BigDecimal>) ElementaryTest::sigmoid),
                Arguments.of("tanh", (DoubleUnaryOperator) Elementary::tanh, (UnaryOperator<BigDecimal>) ElementaryTest::tanh));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void withinTwoUnitsInTheLastPlace(String name, DoubleUnaryOperator own, UnaryOperator<BigDecimal> exact) {
        RandomStream random = new Seed(300).data();
        for (double scale : new double[] {1e-6, 0.01, 0.3, 1, 3, 10, 30, 200}) {
            for (int i = 0; i < 400; i++) {
                double x = Math.max(-700, Math.min(700, scale * random.gaussian()));
                assertWithin(MOST_ULPS, name + "(" + x + ")", exact.apply(new BigDecimal(x)), own.applyAsDouble(x));
            }
        }
    }

    /** Where {@code e^2x - 1} is a difference, and up to where tanh is 1 to the last bit. */
    @Test
    void tanhWhereItIsOffTheMost() {
        RandomStream random = new Seed(303).data();
        for (int i = 0; i < 40_000; i++) {
            double x = (i % 2 == 0 ? 0.8 : 4) * random.uniform();
            assertWithin(MOST_ULPS, "tanh(" + x + ")", tanh(new BigDecimal(x)), Elementary.tanh(x));
        }
    }

    /** Where {@code e^-x} is large, so that an error of it is one of the result. */
    @Test
    void sigmoidWhereItIsOffTheMost() {
        RandomStream random = new Seed(304).data();
        for (int i = 0; i < 20_000; i++) {
            double x = -45 * random.uniform();
            assertWithin(MOST_ULPS, "sigmoid(" + x + ")", sigmoid(new BigDecimal(x)), Elementary.sigmoid(x));
        }
    }

    private static void assertWithin(double most, String what, BigDecimal expected, double got) {
        BigDecimal error = new BigDecimal(got).subtract(expected).abs();
        BigDecimal unit = new BigDecimal(Math.ulp(expected.doubleValue()));
        assertTrue(
                error.compareTo(unit.multiply(BigDecimal.valueOf(most))) <= 0,
                () -> what + " is off by " + error.divide(unit, new MathContext(4)) + " units in the last place");
    }

    /** {@code log(1 + x) = Σ 2 s^(2k+1) / (2k+1)} with {@code s = x / (2 + x)}, at most 1/3. */
    private static BigDecimal log1p(BigDecimal x) {
        BigDecimal s = x.divide(x.add(BigDecimal.valueOf(2)), DIGITS);
        BigDecimal power = s.multiply(BigDecimal.valueOf(2));
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 1; k < 100; k += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
            power = power.multiply(s, DIGITS).multiply(s, DIGITS);
        }
        return sum;
    }

    @Test
    void logarithmWithinTwoUnitsInTheLastPlace() {
        RandomStream random = new Seed(302).data();
        for (double scale : new double[] {1e-300, 1e-17, 1e-8, 1e-3, 0.1, 0.4, 1}) {
            for (int i = 0; i < 400; i++) {
                double x = scale * random.uniform();
                assertWithin(MOST_ULPS, "log1p(" + x + ")", log1p(new BigDecimal(x)), Elementary.log1p(x));
            }
        }
        assertEquals(0, Elementary.log1p(0));
        assertEquals(Math.log(2), Elementary.log1p(1));
        assertTrue(Double.isNaN(Elementary.log1p(Double.NaN)));
    }

    @Test
    void theEndsOfTheLine() {
        assertEquals(1, Elementary.sigmoid(Double.POSITIVE_INFINITY));
        assertEquals(0, Elementary.sigmoid(Double.NEGATIVE_INFINITY), 1e-300);
        assertEquals(1, Elementary.tanh(Double.POSITIVE_INFINITY));
        assertEquals(-1, Elementary.tanh(Double.NEGATIVE_INFINITY));
        assertEquals(0, Elementary.tanh(0));
        assertEquals(0.5, Elementary.sigmoid(0));
        assertTrue(Double.isNaN(Elementary.exp(Double.NaN)));
        assertTrue(Double.isNaN(Elementary.sigmoid(Double.NaN)));
        assertTrue(Double.isNaN(Elementary.tanh(Double.NaN)));
    }

    @Test
    void everyKernelGivesTheSameBitsAtEveryLength() {
        List<Functions> kernels = Stream.of(Kernel.values())
                .filter(Kernel::isHere)
                .map(kernel -> kernel.arithmetic().functions())
                .toList();
        RandomStream random = new Seed(301).data();
        for (int n = 0; n < 40; n++) {
            double[] x = new double[n + 2];
            for (int i = 0; i < n; i++) {
                x[i] = 300 * random.gaussian() * random.uniform() * random.uniform();
            }
            if (n > 8) {
                x[0] = Double.NaN;
                x[3] = Double.POSITIVE_INFINITY;
                x[5] = Double.NEGATIVE_INFINITY;
                x[8] = -0.0;
            }
            for (Functions functions : kernels) {
                double[] sigmoid = new double[n + 2];
                double[] tanh = x.clone();
                functions.sigmoid(x, sigmoid, n);
                functions.tanh(tanh, tanh, n);
                double[] exp = x.clone();
                functions.exp(exp, exp, n);
                for (int i = 0; i < n; i++) {
                    assertEquals(Elementary.sigmoid(x[i]), sigmoid[i], 0, "sigmoid(" + x[i] + ")");
                    assertEquals(Elementary.tanh(x[i]), tanh[i], 0, "tanh(" + x[i] + ")");
                    assertEquals(Elementary.exp(x[i]), exp[i], 0, "exp(" + x[i] + ")");
                }
                assertEquals(0, sigmoid[n], "written beyond the end");
                assertEquals(x[n], tanh[n], "written beyond the end");
                assertEquals(x[n], exp[n], "written beyond the end");
            }
        }
    }

    /** With gates and numbers that are not finite or a zero of either sign, apart and in place. */
    @Test
    void everyKernelGatesTheSameBitsAtEveryLength() {
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0};
        List<Functions> kernels = Stream.of(Kernel.values())
                .filter(Kernel::isHere)
                .map(kernel -> kernel.arithmetic().functions())
                .toList();
        RandomStream random = new Seed(302).data();
        for (int n = 0; n < 40; n++) {
            double[] gate = new double[n];
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                gate[i] = i % 7 < special.length ? special[i % 7] : random.gaussian();
                x[i] = i % 9 < special.length ? special[i % 9] : random.gaussian();
            }
            for (double share : new double[] {0, 0.01}) {
                for (Functions functions : kernels) {
                    double[] apart = new double[n + 1];
                    double[] overGate = gate.clone();
                    double[] overX = x.clone();
                    functions.gate(gate, x, share, apart, n);
                    functions.gate(overGate, x, share, overGate, n);
                    functions.gate(gate, overX, share, overX, n);
                    for (int i = 0; i < n; i++) {
                        double expected = gate[i] > 0 ? x[i] : share == 0 ? 0.0 : share * x[i];
                        // Unlike numbers, these tell the zeros apart.
                        assertEquals(Double.valueOf(expected), Double.valueOf(apart[i]));
                        assertEquals(Double.valueOf(expected), Double.valueOf(overGate[i]));
                        assertEquals(Double.valueOf(expected), Double.valueOf(overX[i]));
                    }
                    assertEquals(0, apart[n], "written beyond the end");
                }
            }
        }
    }
}
