package shiftscope.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.Viewing.Brush;

/** The probe examples that a brush points out; at least one. */
final class Brushed {
    private final int[] rows;

    private Brushed(int[] rows) {
        this.rows = rows;
    }

    /**
     * The examples for which the brush's unit lies in its range, after both runs were passed for the viewing's tap. Empty if nothing is
     * brushed, if there is no such unit (any more), or if none of its values lies there.
     */
    static Optional<Brushed> of(Viewing viewing, Probe a, Probe b) {
        return viewing.brush().flatMap(brush -> of(brush, viewing.tap(), brush.side() == Side.A ? a : b));
    }

    private static Optional<Brushed> of(Brush brush, Tap tap, Probe probe) {
        int index = brush.layer() - 1;
        if (index < 0 || index >= probe.layers()) {
            return Optional.empty();
        }
        DMatrixRMaj values = probe.unitValues(tap, index);
        if (brush.unit() < 0 || brush.unit() >= values.numCols) {
            return Optional.empty();
        }
        int[] rows = rowsWithin(brush, CommonOps_DDRM.extractColumn(values, brush.unit(), null).data);
        return rows.length == 0 ? Optional.empty() : Optional.of(new Brushed(rows));
    }

    private static int[] rowsWithin(Brush brush, double[] column) {
        double largest = Arrays.stream(column).filter(Double::isFinite).max().orElse(Double.NaN);
        return IntStream.range(0, column.length)
                .filter(row -> column[row] >= brush.low()
                        && (column[row] < brush.high() || column[row] == brush.high() && brush.high() == largest))
                .toArray();
    }

    /** The counts of these examples' values only. */
    Histogram count(DMatrixRMaj values, Edges edges) {
        double[] picked = new double[rows.length * values.numCols];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values.data, rows[i] * values.numCols, picked, i * values.numCols, values.numCols);
        }
        return edges.count(picked);
    }

    /** The same of one unit's values, one for each probe example. */
    Histogram count(double[] column, Edges edges) {
        return edges.count(Arrays.stream(rows).mapToDouble(row -> column[row]).toArray());
    }
}
