package shiftscope.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;
import shiftscope.session.Twins;

/** Numbers that the curves beside the wall show: at the step, or of all points recorded up to there. */
final class CurveNumbers {
    /** Which layer; 0 is the last hidden layer. */
    static final Parameter LAYER = new Parameter.OfNumber("layer", "the layer, from 1; 0 is the last hidden one", 0, 64, 0);

    private static final Parameter LEVEL = new Parameter.OfNumber("level", "the value to reach", -1e9, 1e9, 0.8);
    private static final Parameter SHARE = new Parameter.OfNumber("share", "of the value at the step, from 0 to 1", 0, 1, 0.9);

    static final List<Quantity> ALL = List.of(
            now("accuracy", "Share of the test set that is classified correctly, from 0 to 1.", RunMetrics::testAccuracy),
            now("testLoss", "Loss over the test set.", RunMetrics::testLoss),
            now("trainingLoss", "Mean loss of the mini-batches since the recorded point before.", RunMetrics::trainingLoss),
            ofLayer("shift", "σ₀", "Wasserstein-1 distance of the layer's inputs to φ from those of step 0, in units of σ₀.",
                    LayerMetrics::shift),
            ofLayer("layerMean", "", "Mean of the layer's inputs to φ over the probe set and all units.", LayerMetrics::mean),
            ofLayer("layerDeviation", "", "Standard deviation of the same.", LayerMetrics::standardDeviation),
            new Quantity.OfRun("stepsToAccuracy", "steps", "The first recorded step at which the test accuracy was at least that.",
                    List.of(LEVEL),
                    (twins, side, arguments) -> firstStep(twins, side, metrics -> metrics.testAccuracy(), arguments.number("level"))),
            new Quantity.OfRun("stepsToLoss", "steps", "The first recorded step at which the test loss was at most that.", List.of(LEVEL),
                    (twins, side, arguments) -> firstStep(twins, side, metrics -> -metrics.testLoss(), -arguments.number("level"))),
            new Quantity.OfRun("stepsToShareOfAccuracy", "steps",
                    "The first recorded step at which the test accuracy was at least that share of what it is now.", List.of(SHARE),
                    (twins, side, arguments) -> firstStep(
                            twins, side, metrics -> metrics.testAccuracy(),
                            arguments.number("share") * twins.measure().of(side).testAccuracy())));

    private CurveNumbers() {}

    private static Quantity now(String name, String meaning, ToDoubleFunction<RunMetrics> number) {
        return new Quantity.OfRun(
                name, "", meaning, List.of(), (twins, side, arguments) -> number.applyAsDouble(twins.measure().of(side)));
    }

    private static Quantity ofLayer(String name, String unit, String meaning, ToDoubleFunction<LayerMetrics> number) {
        return new Quantity.OfRun(name, unit, meaning, List.of(LAYER), (twins, side, arguments) ->
                number.applyAsDouble(twins.measure().of(side).layers().get(layer(twins, arguments) - 1)));
    }

    private static double firstStep(Twins twins, Side side, ToDoubleFunction<RunMetrics> number, double least) {
        return twins.history().stream()
                .filter(metrics -> number.applyAsDouble(metrics.of(side)) >= least)
                .mapToDouble(Metrics::step)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The layer that is asked for, from 1. */
    static int layer(Twins twins, Arguments arguments) {
        int depth = twins.run(Side.A).network().depth();
        return arguments.whole("layer") == 0 ? depth : Math.min(depth, arguments.whole("layer"));
    }
}
