package shiftscope.lesson;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.ActivationKind;
import shiftscope.config.Side;
import shiftscope.engine.Activation;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Normalizer;
import shiftscope.measure.Response;
import shiftscope.session.Twins;

/** Numbers of what γ and β do. */
final class ScaleShiftNumbers {
    /** What φ is given. */
    private static final String GIVEN = "given";
    /** ẑ; z in a layer without a normalizer. */
    private static final String NORMALIZED = "normalized";

    private static final Parameter VALUES =
            new Parameter.OfWord("values", "\"given\", what φ is given, or \"normalized\", ẑ before γ and β", List.of(GIVEN, NORMALIZED));
    private static final Parameter SLOPE =
            new Parameter.OfNumber("slope", "how steep φ must be to count as straight, as a share of its steepest", 0, 1, 0.9);

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun(
                    "straightShare",
                    "",
                    "Share of the values, over the probe set and all units, at which the slope of φ is at least that share of its greatest.",
                    List.of(CurveNumbers.LAYER, VALUES, SLOPE),
                    ScaleShiftNumbers::straightShare),
            distance("gammaDistance", "Root mean square of γ − 1 over the units of the layer; 0 while γ is as it began.",
                    Normalizer::gamma, 1),
            distance("betaDistance", "Root mean square of β over the units of the layer; 0 while β is as it began.",
                    Normalizer::beta, 0));

    private ScaleShiftNumbers() {}

    private static double straightShare(Twins twins, Side side, Arguments arguments) {
        int layer = CurveNumbers.layer(twins, arguments);
        LayerPass passed = ProbePass.of(twins, side, layer);
        DMatrixRMaj values = arguments.word("values").equals(GIVEN) ? passed.activationInput() : passed.normalized();
        ActivationKind activation = twins.run(side).network().layers().get(layer - 1).activation();
        return straightShare(activation, values, arguments.number("slope"));
    }

    /** The share of values at which φ' is at least so much of its greatest. */
    static double straightShare(ActivationKind activation, DMatrixRMaj values, double slope) {
        int straight = 0;
        for (int i = 0; i < values.getNumElements(); i++) {
            if (relativeSlope(activation, values.data[i]) >= slope) {
                straight++;
            }
        }
        return (double) straight / values.getNumElements();
    }

    /** φ' as a share of its greatest, which is 1/4 for the sigmoid and 1 for the others. */
    private static double relativeSlope(ActivationKind activation, double y) {
        double a = Response.of(activation, y);
        return switch (activation) {
            case SIGMOID -> 4 * a * (1 - a);
            case TANH -> 1 - a * a;
            case RELU -> y > 0 ? 1 : 0;
            case LEAKY_RELU -> y > 0 ? 1 : Activation.LEAK;
            case IDENTITY -> 1;
        };
    }

    private static Quantity distance(String name, String meaning, Function<Normalizer, DMatrixRMaj> parameters, double start) {
        return new Quantity.OfRun(name, "", meaning, List.of(CurveNumbers.LAYER), (twins, side, arguments) -> twins.run(side)
                .network()
                .layers()
                .get(CurveNumbers.layer(twins, arguments) - 1)
                .normalizer()
                .map(normalizer -> rootMeanSquare(parameters.apply(normalizer), start))
                .orElse(Double.NaN));
    }

    /** Of the differences from a number. */
    static double rootMeanSquare(DMatrixRMaj values, double from) {
        double sum = 0;
        for (int i = 0; i < values.getNumElements(); i++) {
            sum += (values.data[i] - from) * (values.data[i] - from);
        }
        return Math.sqrt(sum / values.getNumElements());
    }
}
