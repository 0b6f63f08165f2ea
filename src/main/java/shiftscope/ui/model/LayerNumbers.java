package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerDetail.Spread;

/**
 * The numbers of one unit of a layer, or the means over all its units. NaN where there is no such number.
 *
 * @param batch μ and σ over the probe set as one batch
 * @param running the running averages
 * @param population over the training set
 * @param gamma γ
 * @param beta β
 * @param shift W₁ from step 0, in σ₀ of the layer
 * @param saturated share of saturated values
 */
public record LayerNumbers(
        Spread batch, Spread running, Spread population, double gamma, double beta, double shift, double saturated) {
    private static final Texts TEXTS = Texts.beside(LayerNumbers.class, "sentences");

    /** @param unit from 0; empty for the means over all */
    public static LayerNumbers of(LayerDetail.OfRun run, Optional<Integer> unit) {
        List<LayerDetail.Unit> units = unit.map(one -> List.of(run.units().get(one))).orElse(run.units());
        return new LayerNumbers(
                spread(units, LayerDetail.Unit::batch),
                spread(units, LayerDetail.Unit::running),
                spread(units, LayerDetail.Unit::population),
                mean(units, LayerDetail.Unit::gamma),
                mean(units, LayerDetail.Unit::beta),
                mean(units, LayerDetail.Unit::shift),
                mean(units, LayerDetail.Unit::saturated));
    }

    private interface SpreadOf {
        Spread of(LayerDetail.Unit unit);
    }

    private static Spread spread(List<LayerDetail.Unit> units, SpreadOf which) {
        return new Spread(mean(units, unit -> which.of(unit).mean()), mean(units, unit -> which.of(unit).deviation()));
    }

    private static double mean(List<LayerDetail.Unit> units, ToDoubleFunction<LayerDetail.Unit> number) {
        return units.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    /**
     * A table for other programs: names, then numbers in full, between tabs.
     *
     * @param name of what the numbers belong to
     */
    public String tabSeparated(String name) {
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get("unit.table.heads"));
        lines.add(String.join(
                "\t",
                name,
                text(batch.mean()),
                text(batch.deviation()),
                text(running.mean()),
                text(running.deviation()),
                text(population.mean()),
                text(population.deviation()),
                text(gamma),
                text(beta),
                text(shift),
                text(saturated)));
        return String.join("\n", lines) + "\n";
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
