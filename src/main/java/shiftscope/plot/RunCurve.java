package shiftscope.plot;

import java.util.Optional;
import shiftscope.config.Side;

/**
 * One run's curve, or the range between two.
 *
 * @param curve the number, or the upper end of the range
 * @param low the lower end of a number that is a range
 */
record RunCurve(Side side, Curve curve, Optional<Curve> low) {
    /** How much of a run's colour the area of a range has. */
    private static final double RANGE_ALPHA = 0.18;

    void addTo(NumberAxis.Extent extent) {
        extent.add(curve.values());
        low.ifPresent(lower -> extent.add(lower.values()));
    }

    /** Fills the range, if it is one. */
    void fill(Surface surface, Palette palette, LinearScale x, Scale y) {
        low.ifPresent(lower ->
                new Band(lower, curve).fill(surface, x, y, palette.of(side).withAlpha(RANGE_ALPHA)));
    }

    /** Name and newest value. */
    CurveEnds.End end(NumberAxis axis) {
        double value = curve.lastValue();
        String number = axis.brief(value);
        return new CurveEnds.End(side, value, low.isPresent() ? PlotTexts.get("curve.upTo", number) : number);
    }

    /** The newest number, or the range that it is, in a sentence. */
    String newest(NumberAxis axis) {
        String value = axis.words(curve.lastValue());
        return low.map(lower -> PlotTexts.get("curve.range", axis.words(lower.lastValue()), value)).orElse(value);
    }

    /** The number at a recorded step, or the range that it is, as exactly as there is reason to. */
    String at(NumberAxis axis, double value, long step) {
        String number = axis.exactly(value);
        return low.map(lower -> PlotTexts.get("curve.range", axis.exactly(lower.values()[lower.nearest(step)]), number))
                .orElse(number);
    }
}
