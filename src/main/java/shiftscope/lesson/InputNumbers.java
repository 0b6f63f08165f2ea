package shiftscope.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Pass;
import shiftscope.measure.Moments;
import shiftscope.session.Twins;

/** Numbers of what comes into a network, and of how its scale matters. */
final class InputNumbers {
    private static final String INPUTS = "inputs";
    private static final Parameter OF =
            new Parameter.OfWord("of", "normalized: the layer's ẑ; inputs: what the network is given", List.of("normalized", INPUTS));

    private static final Parameter LEVEL = new Parameter.OfNumber("level", "the loss to reach", 0, 1e9, 0.3);

    static final List<Quantity> ALL = List.of(
            ofFeatures("inputMean",
                    "Distance of a feature's mean over the training set from 0, as the network is given it; mean over features.",
                    moments -> Math.abs(moments.mean())),
            ofFeatures("inputVariance", "Variance of a feature over the training set, as the network is given it; mean over features.",
                    Moments::variance),
            new Quantity.OfRun("outsideUnitRange", "",
                    "Share of a layer's ẑ that are less than 0 or greater than 1, the whole training set being one batch; or the same of "
                            + "the inputs. There is no such number of a layer without a normalizer.",
                    List.of(CurveNumbers.LAYER, OF), InputNumbers::outsideUnitRange),
            new Quantity.OfRun("stepsToLossSoFar", "steps",
                    "The first recorded step at which the test loss was at most that; the step of now if it was not yet, which is too few.",
                    List.of(LEVEL), InputNumbers::stepsToLossSoFar));

    private InputNumbers() {}

    private static Quantity ofFeatures(String name, String meaning, ToDoubleFunction<Moments> number) {
        return new Quantity.OfRun(name, "", meaning, List.of(), (twins, side, arguments) -> {
            DMatrixRMaj inputs = twins.dataset().train().inputs();
            return IntStream.range(0, inputs.numCols)
                    .mapToDouble(feature -> number.applyAsDouble(Moments.of(CommonOps_DDRM.extractColumn(inputs, feature, null).data)))
                    .average()
                    .orElseThrow();
        });
    }

    private static double stepsToLossSoFar(Twins twins, Side side, Arguments arguments) {
        double step = CurveNumbers.firstStep(twins, side, metrics -> -metrics.testLoss(), -arguments.number("level"));
        return Double.isNaN(step) ? twins.stepCount() : step;
    }

    private static double outsideUnitRange(Twins twins, Side side, Arguments arguments) {
        DMatrixRMaj inputs = twins.dataset().train().inputs();
        if (arguments.word("of").equals(INPUTS)) {
            return shareOutside(inputs);
        }
        Pass pass = new Pass(twins.run(side).network(), inputs.numRows);
        twins.run(side).network().forward(inputs, Statistics.BATCH, pass);
        int layer = CurveNumbers.layer(twins, arguments) - 1;
        return pass.layers().get(layer).hasNormalizer() ? shareOutside(pass.layers().get(layer).normalized()) : Double.NaN;
    }

    private static double shareOutside(DMatrixRMaj values) {
        return IntStream.range(0, values.getNumElements()).filter(i -> !(values.data[i] >= 0 && values.data[i] <= 1)).count()
                / (double) values.getNumElements();
    }
}
