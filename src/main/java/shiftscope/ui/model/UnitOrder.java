package shiftscope.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import shiftscope.session.LayerDetail;

/** In which order the units of a layer stand. */
public enum UnitOrder {
    /** as they are numbered */
    INDEX(unit -> Double.NaN),
    /** the one that has moved farthest first */
    SHIFT(LayerDetail.Unit::shift),
    /** the most saturated first */
    SATURATED(LayerDetail.Unit::saturated),
    /** the largest γ first */
    GAMMA(LayerDetail.Unit::gamma);

    private final ToDoubleFunction<LayerDetail.Unit> measure;

    UnitOrder(ToDoubleFunction<LayerDetail.Unit> measure) {
        this.measure = measure;
    }

    /** The units, from 0, in this order; equal ones as they are numbered, those without such a number last. */
    public List<Integer> sorted(List<LayerDetail.Unit> units) {
        double[] keys = units.stream().mapToDouble(measure).toArray();
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> Double.isNaN(keys[unit]) ? Double.POSITIVE_INFINITY : -keys[unit]))
                .toList();
    }
}
