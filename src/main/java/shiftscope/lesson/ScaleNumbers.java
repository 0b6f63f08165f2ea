package shiftscope.lesson;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Side;
import shiftscope.engine.Reparameterization;
import shiftscope.measure.Norm;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.Twins;

/** Numbers of how large weights are, and of what their size matters to. */
final class ScaleNumbers {
    private static final Parameter BY = new Parameter.OfNumber("by", "what W is multiplied by", 1e-6, 1e6, 10);

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun(
                    "scaleChange", "",
                    "The largest change of any output, divided by the largest output, when W of the layer is multiplied by a number "
                            + "(Ioffe & Szegedy 2015, section 3.3).",
                    List.of(CurveNumbers.LAYER, ProofNumbers.STATISTICS, BY),
                    (twins, side, arguments) ->
                            ProofNumbers.change(RunCopy.of(twins, side), arguments, copy -> scale(copy, twins, arguments))),
            new Quantity.OfRun(
                    "scaledGradient", "", "‖∂L/∂W‖ of the layer over the probe set as one batch, once W is multiplied by a number.",
                    List.of(CurveNumbers.LAYER, BY),
                    (twins, side, arguments) -> Norm.of(scaledGradient(scaled(twins, side, arguments), twins, arguments))),
            new Quantity.OfRun(
                    "turn", "rad",
                    "The angle by which one step of gradient descent turns W of the layer, once W is multiplied by a number.",
                    List.of(CurveNumbers.LAYER, BY), ScaleNumbers::turn),
            new Quantity.OfRun("weightNorm", "", "‖W‖ of the layer.", List.of(CurveNumbers.LAYER), ScaleNumbers::norm),
            new Quantity.OfRun(
                    "effectiveRate", "", "The learning rate divided by ‖W‖² of the layer: how fast W turns where its length does "
                            + "not matter.",
                    List.of(CurveNumbers.LAYER), (twins, side, arguments) -> {
                        double norm = norm(twins, side, arguments);
                        return twins.run(side).learningRate() / (norm * norm);
                    }),
            new Quantity.OfRun(
                    "weightNormFalls", "",
                    "Of the recorded points so far, the share at which ‖W‖ of the layer was less than at the point before.",
                    List.of(CurveNumbers.LAYER), ScaleNumbers::falls));

    private ScaleNumbers() {}

    private static double norm(Twins twins, Side side, Arguments arguments) {
        return Norm.of(twins.run(side).network().layers().get(CurveNumbers.layer(twins, arguments) - 1).dense().weights());
    }

    private static RunCopy scaled(Twins twins, Side side, Arguments arguments) {
        RunCopy copy = RunCopy.of(twins, side);
        scale(copy, twins, arguments);
        return copy;
    }

    private static void scale(RunCopy copy, Twins twins, Arguments arguments) {
        Reparameterization.scaleWeights(copy.layer(CurveNumbers.layer(twins, arguments)).dense(), arguments.number("by"));
    }

    private static DMatrixRMaj scaledGradient(RunCopy copy, Twins twins, Arguments arguments) {
        return copy.pass().layers().get(CurveNumbers.layer(twins, arguments) - 1).weightsGradient();
    }

    /** From the parts of the gradient along W and across it, since the cosine of a small angle is 1 to rounding. */
    private static double turn(Twins twins, Side side, Arguments arguments) {
        RunCopy copy = scaled(twins, side, arguments);
        DMatrixRMaj weights = copy.layer(CurveNumbers.layer(twins, arguments)).dense().weights();
        double[] gradient = scaledGradient(copy, twins, arguments).data;
        double norm = Norm.of(weights);
        double along = Norm.product(weights.data, gradient, weights.getNumElements()) / norm;
        double[] across = new double[weights.getNumElements()];
        for (int i = 0; i < across.length; i++) {
            across[i] = gradient[i] - along * weights.data[i] / norm;
        }
        return StrictMath.atan2(copy.rate() * Norm.of(across, across.length), norm - copy.rate() * along);
    }

    private static double falls(Twins twins, Side side, Arguments arguments) {
        double[] norms = twins.history().stream()
                .mapToDouble(metrics -> layer(metrics, side, CurveNumbers.layer(twins, arguments)).learning().weightNorm())
                .filter(norm -> !Double.isNaN(norm))
                .toArray();
        if (norms.length < 2) {
            return Double.NaN;
        }
        int falls = 0;
        for (int i = 1; i < norms.length; i++) {
            falls += norms[i] < norms[i - 1] ? 1 : 0;
        }
        return (double) falls / (norms.length - 1);
    }

    private static LayerMetrics layer(Metrics metrics, Side side, int number) {
        return metrics.of(side).layers().get(number - 1);
    }
}
