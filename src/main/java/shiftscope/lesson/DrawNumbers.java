package shiftscope.lesson;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.measure.Draws;
import shiftscope.measure.Quantiles;
import shiftscope.session.Twins;

/** Numbers of how batches differ, and of what that does to a network at fixed weights. */
final class DrawNumbers {
    private static final String M = "m";
    private static final String REPEATED = "one example repeated";
    private static final Parameter SIZE = new Parameter.OfNumber(M, "examples in a batch", 2, 256, 8);
    private static final Parameter WAY = new Parameter.OfWord(
            "draw", "distinct examples, as in training, or one example m times", List.of("distinct", REPEATED));
    /** From this on ẑ is taken for a bare sign. */
    private static final double SIGN = 0.99;

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun("meanSpread", "σ",
                    "Standard deviation of μ_B over 400 batches of m training examples, in σ of all examples; of what enters the first "
                            + "hidden layer's normalizer, root mean square over units.",
                    List.of(SIZE, WAY), (twins, side, arguments) -> ofSize(twins, side, arguments).mean()),
            new Quantity.OfRun("deviationSpread", "σ", "The same of σ_B.",
                    List.of(SIZE, WAY), (twins, side, arguments) -> ofSize(twins, side, arguments).deviation()),
            new Quantity.OfRun("spreadSlope", "",
                    "Slope of the logarithm of that spread of μ_B against the logarithm of m, by least squares over m = 2, 4, 8 … 256.",
                    List.of(WAY), (twins, side, arguments) -> draws(twins, side, arguments, DrawnBatches.sizes(twins)).slope()),
            new Quantity.OfRun("lossGap", "",
                    "Mean loss over the training set in batches of m under their own statistics, minus that under population statistics, "
                            + "at the same weights.",
                    List.of(SIZE), DrawNumbers::lossGap),
            new Quantity.OfRun("signShare", "",
                    "Share of a layer's ẑ that are within 0.01 of −1 or +1, the training set passed in batches of m.",
                    List.of(SIZE, CurveNumbers.LAYER), DrawNumbers::signShare),
            new Quantity.OfRun("usualGradient", "",
                    "Median |∂L/∂z| of a layer over its units and over the training set, passed in batches of m at the same weights; the "
                            + "gradient of each batch's mean loss, times m.",
                    List.of(SIZE, CurveNumbers.LAYER), DrawNumbers::usualGradient));

    private DrawNumbers() {}

    private static Draws draws(Twins twins, Side side, Arguments arguments, List<Integer> sizes) {
        Draws.Way way = arguments.word("draw").equals(REPEATED) ? Draws.Way.REPEATED : Draws.Way.DISTINCT;
        return DrawnBatches.of(twins, side, way, sizes, new Seed(twins.experiment().seed()).data());
    }

    /** A size that the exhibit shows is drawn in its turn, so that the number is the one that stands there; any other alone. */
    private static Draws.OfSize ofSize(Twins twins, Side side, Arguments arguments) {
        int m = arguments.whole(M);
        List<Integer> shown = DrawnBatches.sizes(twins);
        List<Integer> drawn = shown.contains(m) ? shown : List.of(m);
        return draws(twins, side, arguments, drawn).sizes().get(drawn.indexOf(m));
    }

    private static double lossGap(Twins twins, Side side, Arguments arguments) {
        FixedWeights fixed = new FixedWeights(twins, side);
        fixed.measurePopulation();
        int m = arguments.whole(M);
        return fixed.meanLoss(m, Statistics.BATCH) - fixed.meanLoss(m, Statistics.POPULATION);
    }

    private static double signShare(Twins twins, Side side, Arguments arguments) {
        FixedWeights fixed = new FixedWeights(twins, side);
        int layer = CurveNumbers.layer(twins, arguments) - 1;
        if (fixed.network().layers().get(layer).normalizer().isEmpty()) {
            return Double.NaN;
        }
        long[] counts = new long[2];
        fixed.passInBatches(arguments.whole(M), Statistics.BATCH, (pass, targets) -> {
            DMatrixRMaj normalized = pass.layers().get(layer).normalized();
            for (int i = 0; i < normalized.getNumElements(); i++) {
                counts[0] += Math.abs(Math.abs(normalized.data[i]) - 1) <= 1 - SIGN ? 1 : 0;
            }
            counts[1] += normalized.getNumElements();
        });
        return (double) counts[0] / counts[1];
    }

    private static double usualGradient(Twins twins, Side side, Arguments arguments) {
        FixedWeights fixed = new FixedWeights(twins, side);
        int layer = CurveNumbers.layer(twins, arguments) - 1;
        int m = arguments.whole(M);
        DoubleStream.Builder sizes = DoubleStream.builder();
        fixed.passInBatches(m, Statistics.BATCH, (pass, targets) -> {
            fixed.network().backward(targets, fixed.loss(), pass);
            DMatrixRMaj gradient = pass.layers().get(layer).preActivationGradient();
            for (int i = 0; i < gradient.getNumElements(); i++) {
                // The loss of a batch is a mean: each example has an m-th of it.
                sizes.add(m * Math.abs(gradient.data[i]));
            }
        });
        return Quantiles.of(sizes.build().sorted().toArray(), 0.5);
    }
}
