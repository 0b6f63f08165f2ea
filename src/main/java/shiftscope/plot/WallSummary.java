package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.LayerMetrics;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;

/** The wall in words. */
final class WallSummary {
    private WallSummary() {}

    static String of(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        lines.add(PlotTexts.get("summary.wall", Numbers.count(snapshot.step()), PlotTexts.formula(snapshot.tap())));
        LeftBehind.of(snapshot).ifPresent(left -> lines.add(
                PlotTexts.get("summary.left", Numbers.count(left.fork()), Numbers.count(left.slice().step()))));
        for (Row row : snapshot.rows()) {
            lines.add(PlotTexts.get("summary.row", PlotTexts.name(row)) + " " + cell(snapshot, row, Side.A) + "; "
                    + cell(snapshot, row, Side.B) + ".");
        }
        return String.join("\n", lines);
    }

    private static String cell(Snapshot snapshot, Row row, Side side) {
        LayerView view = row.of(side);
        List<String> parts = new ArrayList<>();
        parts.add(PlotTexts.get(
                "summary.cell",
                side.name(),
                Numbers.measured(view.moments().mean(), view.moments().standardDeviation()),
                Numbers.measured(view.moments().standardDeviation())));
        if (view.shown() != snapshot.tap()) {
            parts.add(PlotTexts.get("cell.otherShown", PlotTexts.symbol(view.shown())));
        }
        if (view.saturated() > 0) {
            parts.add(PlotTexts.get("summary.saturated", Numbers.percent(view.saturated())));
        }
        if (view.dead() > 0) {
            parts.add(PlotTexts.get("summary.dead", Numbers.percent(view.dead())));
        }
        Histogram now = view.now();
        if (now.under() + now.over() > 0) {
            parts.add(PlotTexts.get("summary.outside", Numbers.count(now.under() + now.over())));
        }
        if (now.nonFinite() > 0) {
            parts.add(PlotTexts.get("summary.notFinite", Numbers.count(now.nonFinite())));
        }
        List<LayerMetrics> layers = snapshot.latest().of(side).layers();
        if (row.layer() >= 1 && row.layer() <= layers.size()) {
            parts.add(PlotTexts.get("summary.shift", Numbers.fixed(layers.get(row.layer() - 1).shift(), 1)));
        }
        return String.join(", ", parts);
    }
}
