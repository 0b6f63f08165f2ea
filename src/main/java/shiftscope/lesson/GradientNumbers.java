package shiftscope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Side;
import shiftscope.engine.ParameterVisitor;
import shiftscope.engine.Pass;
import shiftscope.measure.Norm;
import shiftscope.session.GradientProbe;
import shiftscope.session.Twins;

/** Numbers of gradients: what updates do to them, and what they promise. */
final class GradientNumbers {
    private static final Parameter FROM = new Parameter.OfNumber("from", "the first step that counts", 0, 1e6, 0);

    static final List<Quantity> ALL = List.of(
            ofLayer("gradientShift", "Internal covariate shift of the layer by its gradient definition, ‖G − G′‖ / ‖G‖ (Santurkar "
                    + "et al. 2018): median over the recorded points so far.", GradientProbe.Ics::relative),
            ofLayer("gradientCosine", "The cosine of the angle between G and G′ of the layer (Santurkar et al. 2018): median over "
                    + "the recorded points so far.", GradientProbe.Ics::cosine),
            along("lossRange", "Greatest minus least loss along the gradient, over steps of ½ to 4 learning rates (Santurkar et al. "
                    + "2018): median over the recorded points so far.", probe -> probe.mostLoss() - probe.leastLoss()),
            along("gradientChange", "Gradient predictiveness (Santurkar et al. 2018): the largest distance of the gradients on that "
                    + "way from the gradient at its start, median over the recorded points so far; the smaller, the longer a "
                    + "gradient holds.",
                    GradientProbe::predictiveness),
            along("smoothness", "Effective β-smoothness (Santurkar et al. 2018): the largest such distance divided by the distance "
                    + "gone, median over the recorded points so far.", GradientProbe::smoothness),
            new Quantity.OfRun("biasNorm", "", "‖b‖ of the layer.", List.of(CurveNumbers.LAYER), (twins, side, arguments) ->
                    Norm.of(twins.run(side).network().layers().get(CurveNumbers.layer(twins, arguments) - 1).dense().bias())),
            new Quantity.OfRun(
                    "promisedFall", "",
                    "How far the loss falls, by the gradient, when only the trained biases of the hidden layers make their step: lr "
                            + "‖∂L/∂b‖².",
                    List.of(), (twins, side, arguments) -> biasStep(twins, side).promised()),
            new Quantity.OfRun(
                    "keptFall", "", "How far the loss does fall by that step, over the probe set as one batch.",
                    List.of(), (twins, side, arguments) -> biasStep(twins, side).kept()));

    private GradientNumbers() {}

    private static Quantity ofLayer(String name, String meaning, ToDoubleFunction<GradientProbe.Ics> number) {
        return new Quantity.OfRun(name, "", meaning, List.of(CurveNumbers.LAYER, FROM), (twins, side, arguments) -> median(
                twins, side, arguments, probe -> number.applyAsDouble(probe.layers().get(CurveNumbers.layer(twins, arguments) - 1))));
    }

    private static Quantity along(String name, String meaning, ToDoubleFunction<GradientProbe> number) {
        return new Quantity.OfRun(name, "", meaning, List.of(FROM), (twins, side, arguments) -> median(twins, side, arguments, number));
    }

    private static double median(Twins twins, Side side, Arguments arguments, ToDoubleFunction<GradientProbe> number) {
        double[] values = twins.history().stream()
                .filter(metrics -> metrics.step() >= arguments.number("from"))
                .flatMap(metrics -> metrics.of(side).gradients().stream())
                .mapToDouble(number)
                .toArray();
        return median(values);
    }

    /** NaN of none. */
    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return n == 0 ? Double.NaN : (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    /**
     * A step of the hidden layers' trained biases alone.
     *
     * @param promised by how much the loss would fall if it were as the gradient says
     * @param kept by how much it falls
     */
    private record BiasStep(double promised, double kept) {}

    private static BiasStep biasStep(Twins twins, Side side) {
        RunCopy copy = RunCopy.of(twins, side);
        double before = copy.batchLoss();
        Pass pass = copy.pass();
        ParameterVisitor descent = RunCopy.descent(copy.rate());
        double[] squares = new double[1];
        copy.upTo(copy.network().depth()).visit(pass, (kind, value, gradient) -> {
            if (kind == ParameterVisitor.Kind.BIAS) {
                squares[0] += square(gradient);
                descent.visit(kind, value, gradient);
            }
        });
        return new BiasStep(copy.rate() * squares[0], before - copy.batchLoss());
    }

    private static double square(DMatrixRMaj gradient) {
        double norm = Norm.of(gradient);
        return norm * norm;
    }
}
