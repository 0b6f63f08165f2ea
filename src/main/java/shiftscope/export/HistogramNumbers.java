package shiftscope.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

/** The histograms of one step as tables. */
final class HistogramNumbers {
    private HistogramNumbers() {}

    /** The cards of the wall, each with its step 0. */
    static NumberTable wall(Figure figure, Snapshot snapshot) {
        NumberTable.Rows rows =
                new NumberTable.Rows("step", "layer", "run", "shown", "part", "low", "high", "count", "pointed_out");
        for (Row row : snapshot.rows()) {
            if (figure.layer().isEmpty() || figure.layer().getAsInt() == row.layer()) {
                for (Side side : figure.sides()) {
                    LayerView view = row.of(side);
                    if (snapshot.step() > 0) {
                        add(rows, new Object[] {0, row.layer(), side, word(view.shown())}, view.reference(), null);
                    }
                    add(rows, new Object[] {snapshot.step(), row.layer(), side, word(view.shown())}, view.now(), view.brushed());
                }
            }
        }
        return rows.table();
    }

    /** One layer large: all of its units together, φ, and each unit. */
    static NumberTable layer(Figure figure, Snapshot snapshot) {
        LayerDetail detail = snapshot.closer().layer().orElseThrow();
        NumberTable.Rows rows = new NumberTable.Rows("run", "histogram", "unit", "part", "low", "high", "count", "pointed_out");
        for (Side side : figure.sides()) {
            LayerView view = snapshot.rows().get(detail.layer()).of(side);
            add(rows, new Object[] {side, "layer", ""}, view.now(), view.brushed());
            add(rows, new Object[] {side, "layer_step_0", ""}, view.reference(), null);
            addPhi(rows, detail, side);
            List<LayerDetail.Unit> units = detail.of(side).units();
            for (int unit = 0; unit < units.size(); unit++) {
                add(rows, new Object[] {side, "unit", unit}, units.get(unit).now(), units.get(unit).brushed());
            }
        }
        return rows.table();
    }

    /** What φ is given, and φ of it. */
    static NumberTable phi(Figure figure, Snapshot snapshot) {
        NumberTable.Rows rows = new NumberTable.Rows("run", "histogram", "unit", "part", "low", "high", "count", "pointed_out");
        for (Side side : figure.sides()) {
            addPhi(rows, snapshot.closer().layer().orElseThrow(), side);
        }
        return rows.table();
    }

    private static void addPhi(NumberTable.Rows rows, LayerDetail detail, Side side) {
        add(rows, new Object[] {side, "given", ""}, detail.of(side).given(), null);
        add(rows, new Object[] {side, "activated", ""}, detail.of(side).activated(), null);
    }

    /** A quantity as the command line names it, {@code pre-activation}. */
    static String word(Tap tap) {
        return tap.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param brushed {@code null} if no examples are pointed out */
    private static void add(NumberTable.Rows rows, Object[] first, Histogram histogram, Histogram brushed) {
        List<CountedPart> parts = CountedPart.of(histogram);
        List<CountedPart> pointedOut = brushed == null ? List.of() : CountedPart.of(brushed);
        for (int i = 0; i < parts.size(); i++) {
            CountedPart part = parts.get(i);
            Object[] row = Arrays.copyOf(first, first.length + 5);
            row[first.length] = part.part();
            row[first.length + 1] = part.low();
            row[first.length + 2] = part.high();
            row[first.length + 3] = part.count();
            row[first.length + 4] = pointedOut.isEmpty() ? null : pointedOut.get(i).count();
            rows.add(row);
        }
    }
}
