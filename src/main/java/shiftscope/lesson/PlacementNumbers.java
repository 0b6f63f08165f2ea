package shiftscope.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import shiftscope.measure.Moments;

/** Numbers of what the next layer is given. */
final class PlacementNumbers {
    static final List<Quantity> ALL = List.of(
            ofPassedOn("passedOnMean", "Mean of what the layer passes on to the next, over the probe set and all units.", Moments::mean),
            ofPassedOn("passedOnDeviation", "Standard deviation of the same.", Moments::standardDeviation));

    private PlacementNumbers() {}

    private static Quantity ofPassedOn(String name, String meaning, ToDoubleFunction<Moments> number) {
        return new Quantity.OfRun(name, "", meaning, List.of(CurveNumbers.LAYER), (twins, side, arguments) -> {
            DMatrixRMaj output = ProbePass.of(twins, side, CurveNumbers.layer(twins, arguments)).output();
            return number.applyAsDouble(Moments.of(output.data, 0, output.getNumElements()));
        });
    }
}
