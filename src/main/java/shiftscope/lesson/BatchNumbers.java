package shiftscope.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import shiftscope.config.JsonPart;
import shiftscope.config.Normalization;
import shiftscope.config.RandomStream;
import shiftscope.measure.NormalizedBatch;

/** Numbers of a small batch that is normalized by hand. */
final class BatchNumbers {
    private static final double OPEN = Double.NaN;
    private static final int EIGHT = 8;
    private static final double LEAST_EPSILON = 1e-8;

    /** What the exhibit shows. */
    static final List<Parameter> SHOWN = List.of(
            new Parameter.OfNumbers("numbers", "the eight numbers x", -10, 10, List.of(1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.5)),
            new Parameter.OfNumber("gamma", "γ", -3, 3, 1),
            new Parameter.OfNumber("beta", "β", -3, 3, 0),
            new Parameter.OfNumber("epsilon", "ε", LEAST_EPSILON, 10, 1e-5),
            new Parameter.OfNumbers(
                    "factors", "the factors c of the loss L = Σ c y", -5, 5, List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)));

    private static final List<Parameter> SHOWN_OR_RANDOM = List.of(
            new Parameter.OfNumbers("numbers", "the numbers; random if left open", -10, 10, List.of()),
            new Parameter.OfNumber("gamma", "γ; random if it is left open", -3, 3, OPEN),
            new Parameter.OfNumber("beta", "β; random if it is left open", -3, 3, OPEN),
            new Parameter.OfNumber("epsilon", "ε; random if it is left open", LEAST_EPSILON, 10, OPEN),
            new Parameter.OfNumbers("factors", "the factors of the loss; random if left open", -5, 5, List.of()),
            new Parameter.OfWord("normalizer", "what normalizes", List.of(
                    JsonPart.word(Normalization.BATCH), JsonPart.word(Normalization.CONSTANT_BATCH), JsonPart.word(Normalization.NONE))));

    static final List<Quantity> ALL = List.of(
            of("normalizedMean", "Of a few numbers, normalized: the mean of ẑ.", NormalizedBatch::normalizedMean),
            of("normalizedVariance", "Of a few numbers, normalized: the biased variance of ẑ.", NormalizedBatch::normalizedVariance),
            of("varianceExpected", "Of a few numbers: σ²/(σ² + ε), which the variance of ẑ is by definition.",
                    batch -> batch.variance() / (batch.deviation() * batch.deviation())),
            of("normalizedLeast", "Of a few numbers, normalized: the least ẑ.", NormalizedBatch::normalizedLeast),
            of("scaledMean", "Of a few numbers, normalized: the mean of y.", NormalizedBatch::scaledMean),
            of("shiftGiven", "Of a few numbers: β, which the mean of y is by definition.", NormalizedBatch::beta),
            of("scaledDeviation", "Of a few numbers, normalized: the standard deviation of y.", NormalizedBatch::scaledDeviation),
            of("deviationExpected", "Of a few numbers: |γ|·√(σ²/(σ² + ε)), which the standard deviation of y is by definition.",
                    batch -> Math.abs(batch.gamma()) * Math.sqrt(batch.variance()) / batch.deviation()),
            of("leastInfluence", "Of a few numbers, normalized: the least |∂y_i/∂x_j| over all i and j.", NormalizedBatch::leastInfluence),
            of("gradientError",
                    "Of a few numbers, normalized, with L = Σ c y: the largest distance of ∂L/∂x by the formula from a finite difference, as a "
                            + "share of |γ|/√(σ² + ε) times the largest |c|.",
                    NormalizedBatch::largestError));

    private BatchNumbers() {}

    private static Quantity of(String name, String meaning, ToDoubleFunction<NormalizedBatch> number) {
        return new Quantity.Calculated(
                name, "", meaning, SHOWN_OR_RANDOM, (arguments, random) -> number.applyAsDouble(batch(arguments, random)));
    }

    /** Everything is drawn, also what is then not needed, so that what is left open does not depend on what is given. */
    private static NormalizedBatch batch(Arguments arguments, RandomStream random) {
        List<Double> numbers = IntStream.range(0, EIGHT).mapToObj(i -> random.uniform(0, 10)).toList();
        double gamma = ChainNumbers.signed(random, 0.5, 2);
        double beta = ChainNumbers.signed(random, 0.5, 2);
        double epsilon = StrictMath.pow(10, random.uniform(-5, -1));
        List<Double> factors = IntStream.range(0, EIGHT).mapToObj(i -> random.uniform(-3, 3)).toList();
        double[] x = values(arguments.list("numbers"), numbers);
        double[] c = values(arguments.list("factors"), factors);
        return new NormalizedBatch(
                kind(arguments.word("normalizer")), x,
                ChainNumbers.given(arguments.number("gamma"), gamma),
                ChainNumbers.given(arguments.number("beta"), beta),
                ChainNumbers.given(arguments.number("epsilon"), epsilon),
                IntStream.range(0, x.length).mapToDouble(i -> i < c.length ? c[i] : 0).toArray());
    }

    private static double[] values(List<Double> given, List<Double> otherwise) {
        return (given.isEmpty() ? otherwise : given).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Normalization kind(String word) {
        for (Normalization kind : Normalization.values()) {
            if (JsonPart.word(kind).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no normalizer is called " + word);
    }
}
