package shiftscope.export;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.session.Predictions;
import shiftscope.session.Predictions.Grid;
import shiftscope.session.Predictions.Mistake;
import shiftscope.session.Predictions.Mistakes;

/** What both networks answer as a table: over the plane a row for each cell, of images a row for each wrong answer that is shown. */
final class PredictionNumbers {
    private PredictionNumbers() {}

    static NumberTable of(Predictions predictions) {
        return predictions.surface()
                .map(surface -> surface(predictions.classes(), surface))
                .orElseGet(() -> mistakes(predictions.classes(), predictions.mistakes().orElseThrow()));
    }

    private static NumberTable surface(List<String> classes, Predictions.Surface surface) {
        boolean regression = classes.isEmpty();
        NumberTable.Rows rows = regression
                ? new NumberTable.Rows("run", "x1", "x2", "answer")
                : new NumberTable.Rows("run", "x1", "x2", "answer", "probability");
        for (Side side : Side.values()) {
            Grid grid = surface.of(side);
            for (int row = 0; row < surface.rows(); row++) {
                double y = middle(surface.yLow(), surface.yHigh(), row, surface.rows());
                for (int column = 0; column < surface.columns(); column++) {
                    double x = middle(surface.xLow(), surface.xHigh(), column, surface.columns());
                    int cell = row * surface.columns() + column;
                    if (regression) {
                        rows.add(side, x, y, grid.values()[cell]);
                    } else {
                        rows.add(side, x, y, classes.get(grid.classes()[cell]), grid.values()[cell]);
                    }
                }
            }
        }
        return rows.table();
    }

    private static double middle(double low, double high, int cell, int cells) {
        return low + (high - low) * (cell + 0.5) / cells;
    }

    private static NumberTable mistakes(List<String> classes, Mistakes mistakes) {
        NumberTable.Rows rows = new NumberTable.Rows("run", "example", "label", "answer", "probability");
        for (Side side : Side.values()) {
            for (Mistake mistake : mistakes.of(side).shown()) {
                rows.add(side, mistake.index(), classes.get(mistake.label()), classes.get(mistake.answer()), mistake.probability());
            }
        }
        return rows.table();
    }
}
