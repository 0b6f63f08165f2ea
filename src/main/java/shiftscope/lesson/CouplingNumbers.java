package shiftscope.lesson;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.Chance;
import shiftscope.engine.Pass;
import shiftscope.measure.LayerShift;
import shiftscope.measure.Norm;
import shiftscope.session.Twins;

/** Numbers of how far an update of one layer moves others. */
final class CouplingNumbers {
    private static final String INPUT = "input";
    private static final Parameter TAP = new Parameter.OfWord(
            "tap", "what the layer is given by the one below (input), or what its φ is given (scaled)", List.of(INPUT, "scaled"));
    private static final Parameter LENGTH = new Parameter.OfNumber(
            "length", "how long the update is: ‖ΔW‖ / ‖W‖; 0 is what the learning rate makes it", 0, 10, 0);

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun(
                    "ripple", "σ",
                    "Wasserstein-1 distance that values of the layer move by one update of layer 1 alone, by the gradient of the "
                            + "probe set as one batch: mean over units, in units of σ before.",
                    List.of(CurveNumbers.LAYER, TAP, LENGTH), (twins, side, arguments) -> ripple(twins, side, arguments).distributions()),
            new Quantity.OfRun(
                    "rippleOfExamples", "σ",
                    "How far the same update moves the values of single examples: mean of the absolute changes, in units of σ before.",
                    List.of(CurveNumbers.LAYER, TAP, LENGTH), (twins, side, arguments) -> ripple(twins, side, arguments).examples()),
            new Quantity.OfRun(
                    "updateLength", "", "‖ΔW‖ / ‖W‖ of layer 1 by one step of gradient descent on the probe set.", List.of(),
                    (twins, side, arguments) -> {
                        RunCopy copy = RunCopy.of(twins, side);
                        Pass pass = copy.pass();
                        return copy.rate() * Norm.of(pass.layers().get(0).weightsGradient()) / Norm.of(copy.layer(1).dense().weights());
                    }),
            new Quantity.OfRun(
                    "stepShift", "σ",
                    "Wasserstein-1 distance between what φ of the layer is given in one step of training and in the next, noise "
                            + "included, on the same examples: mean over units, in units of σ in the first.",
                    List.of(CurveNumbers.LAYER), CouplingNumbers::stepShift));

    private CouplingNumbers() {}

    /**
     * How far values of a layer moved, in units of their σ before.
     *
     * @param distributions of each unit over all examples
     * @param examples one by one
     */
    private record Moved(double distributions, double examples) {}

    private static Moved ripple(Twins twins, Side side, Arguments arguments) {
        RunCopy copy = RunCopy.of(twins, side);
        int layer = CurveNumbers.layer(twins, arguments);
        boolean ofInput = arguments.word("tap").equals(INPUT);
        Pass pass = copy.pass();
        double[] before = values(pass, layer, ofInput).data.clone();
        double length = arguments.number("length");
        double step = length == 0
                ? copy.rate()
                : length * Norm.of(copy.layer(1).dense().weights()) / Norm.of(pass.layers().get(0).weightsGradient());
        RunCopy.descend(copy.upTo(1), pass, step);
        copy.network().forward(copy.examples().inputs(), Statistics.BATCH, pass);
        return moved(before, values(pass, layer, ofInput));
    }

    private static DMatrixRMaj values(Pass pass, int layer, boolean ofInput) {
        return ofInput ? pass.inputOf(layer - 1) : pass.layers().get(layer - 1).activationInput();
    }

    private static Moved moved(double[] before, DMatrixRMaj now) {
        LayerShift.Reference reference = LayerShift.Reference.of(before, now.numRows, now.numCols);
        double distributions = 0;
        for (double shift : reference.unitShifts(now.data)) {
            distributions += shift / now.numCols;
        }
        double examples = 0;
        for (int i = 0; i < now.getNumElements(); i++) {
            examples += Math.abs(now.data[i] - before[i]) / now.getNumElements();
        }
        return new Moved(distributions, examples / reference.sigma());
    }

    /** The noise is drawn anew, from streams that no run draws from. */
    private static double stepShift(Twins twins, Side side, Arguments arguments) {
        RunCopy copy = RunCopy.of(twins, side);
        int layer = CurveNumbers.layer(twins, arguments);
        Seed seed = new Seed(twins.experiment().seed() + twins.stepCount());
        Chance chance = new Chance(seed.noise(), seed.dropout(), twins.experiment().network().dropout());
        Pass pass = new Pass(copy.network(), copy.examples().size());
        copy.network().forward(copy.examples().inputs(), chance, pass);
        copy.network().backward(copy.examples().targets(), copy.loss(), pass);
        double[] before = values(pass, layer, false).data.clone();
        RunCopy.descend(copy.network(), pass, copy.rate());
        copy.network().forward(copy.examples().inputs(), chance, pass);
        return moved(before, values(pass, layer, false)).distributions();
    }
}
