package shiftscope.plot;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import shiftscope.session.GradientProbe;
import shiftscope.session.LayerMetrics;
import shiftscope.session.RunMetrics;

/** A number of a layer, or of a whole run, that is plotted against the step. Formulas: {@code docs/science.md}, live shift metrics. */
public enum LayerNumber {
    /** W₁/σ₀ since step 0 */
    SHIFT(NumberAxis.FROM_ZERO, layer(layer -> layer.drift().wasserstein())),
    /** W₁/σ₀ since as many steps ago as the settings say */
    RECENT_SHIFT(NumberAxis.SMALL_FROM_ZERO, layer(layer -> layer.recent().wasserstein())),
    /** greatest distance of the distribution functions */
    KOLMOGOROV_SMIRNOV(NumberAxis.SMALL_FROM_ZERO, layer(layer -> layer.drift().kolmogorovSmirnov())),
    /** Jensen–Shannon divergence, in bits */
    JENSEN_SHANNON(NumberAxis.SMALL_FROM_ZERO, layer(layer -> layer.drift().jensenShannon())),
    /** |μ − μ₀| / σ₀ */
    MEAN_DRIFT(NumberAxis.FROM_ZERO, layer(layer -> layer.drift().mean())),
    /** |ln σ/σ₀| */
    SIGMA_DRIFT(NumberAxis.SMALL_FROM_ZERO, layer(layer -> layer.drift().deviation())),
    /** share of saturated values */
    SATURATED(NumberAxis.SHARE, layer(LayerMetrics::saturated)),
    /** share of dead units */
    DEAD(NumberAxis.SHARE, layer(LayerMetrics::dead)),
    /** ‖∂L/∂W‖ */
    GRADIENT_NORM(NumberAxis.LOGARITHMIC, layer(layer -> layer.learning().gradientNorm())),
    /** log₁₀ ‖ΔW‖/‖W‖ */
    UPDATE_RATIO(NumberAxis.FITTED, layer(layer -> layer.learning().updateRatio())),
    /** lr/‖W‖² */
    EFFECTIVE_RATE(NumberAxis.LOGARITHMIC, layer(layer -> layer.learning().effectiveRate())),
    /** ‖G − G′‖ */
    ICS(NumberAxis.LOGARITHMIC, shift(GradientProbe.Ics::difference)),
    /** ‖G − G′‖/‖G‖ */
    ICS_RELATIVE(NumberAxis.SMALL_FROM_ZERO, shift(GradientProbe.Ics::relative)),
    /** cos(G, G′) */
    ICS_COSINE(NumberAxis.COSINE, shift(GradientProbe.Ics::cosine)),
    /** the largest loss along the step; {@link #low} is the least */
    LOSS_RANGE(NumberAxis.LOGARITHMIC, probe(GradientProbe::mostLoss)),
    /** the largest distance of the gradients along the step from the one at its start */
    PREDICTIVENESS(NumberAxis.LOGARITHMIC, probe(GradientProbe::predictiveness)),
    /** effective β-smoothness */
    SMOOTHNESS(NumberAxis.LOGARITHMIC, probe(GradientProbe::smoothness));

    /** Where updates usually are: a thousandth of the weights, on the axis of {@link #UPDATE_RATIO}. */
    private static final double USUAL_UPDATE = -3;

    private final NumberAxis axis;
    private final Source source;

    /** Reads a number of a layer from 1; NaN where there is none. */
    private interface Source {
        double of(RunMetrics run, int layer);
    }

    LayerNumber(NumberAxis axis, Source source) {
        this.axis = axis;
        this.source = source;
    }

    private static Source layer(ToDoubleFunction<LayerMetrics> number) {
        return (run, layer) -> has(run.layers().size(), layer) ? number.applyAsDouble(run.layers().get(layer - 1)) : Double.NaN;
    }

    private static Source shift(ToDoubleFunction<GradientProbe.Ics> number) {
        return (run, layer) -> run.gradients()
                .filter(probe -> has(probe.layers().size(), layer))
                .map(probe -> number.applyAsDouble(probe.layers().get(layer - 1)))
                .orElse(Double.NaN);
    }

    private static Source probe(ToDoubleFunction<GradientProbe> number) {
        return (run, layer) -> run.gradients().map(number::applyAsDouble).orElse(Double.NaN);
    }

    private static boolean has(int layers, int layer) {
        return layer >= 1 && layer <= layers;
    }

    /**
     * The number itself; NaN where it was not measured.
     *
     * @param layer 1 … L for hidden layers, L + 1 for the output; a number of a whole run takes any
     */
    public double of(RunMetrics run, int layer) {
        return source.of(run, layer);
    }

    /** The lower end of a number that is a range; NaN for all others. */
    public double low(RunMetrics run) {
        return this == LOSS_RANGE ? run.gradients().map(GradientProbe::leastLoss).orElse(Double.NaN) : Double.NaN;
    }

    /** Whether it is a range, from {@link #low} to {@link #of}. */
    public boolean isRange() {
        return this == LOSS_RANGE;
    }

    /** Whether every layer has its own. */
    public boolean perLayer() {
        return this != LOSS_RANGE && this != PREDICTIVENESS && this != SMOOTHNESS;
    }

    /** Whether it is measured only while gradient probes are on. */
    public boolean probed() {
        return ordinal() >= ICS.ordinal();
    }

    /** A value that it usually has. */
    OptionalDouble usual() {
        return this == UPDATE_RATIO ? OptionalDouble.of(USUAL_UPDATE) : OptionalDouble.empty();
    }

    NumberAxis axis() {
        return axis;
    }

    /** What its plot is called. */
    String title(String layer) {
        return PlotTexts.get("number." + name(), layer);
    }

    /** What it is measured in, or a formula; may be empty. */
    String unit() {
        return PlotTexts.get("number." + name() + ".unit");
    }
}
