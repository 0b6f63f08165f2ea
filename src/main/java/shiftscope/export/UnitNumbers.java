package shiftscope.export;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerDetail.Unit;

/** The units of a layer as a table, a row for each. */
final class UnitNumbers {
    private UnitNumbers() {}

    static NumberTable of(LayerDetail detail, List<Side> sides) {
        NumberTable.Rows rows = new NumberTable.Rows("run", "layer", "unit", "shown", "mean", "sd", "shift", "saturated", "batch_mean",
                "batch_sd", "running_mean", "running_sd", "population_mean", "population_sd", "gamma", "beta");
        for (Side side : sides) {
            List<Unit> units = detail.of(side).units();
            for (int i = 0; i < units.size(); i++) {
                Unit unit = units.get(i);
                rows.add(side, detail.layer(), i, HistogramNumbers.word(detail.of(side).shown()), unit.mean(), unit.deviation(),
                        unit.shift(), unit.saturated(), unit.batch().mean(), unit.batch().deviation(), unit.running().mean(),
                        unit.running().deviation(), unit.population().mean(), unit.population().deviation(), unit.gamma(), unit.beta());
            }
        }
        return rows.table();
    }
}
