package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.measure.Histogram;

/** The value axes of the wall: one per row, shared by both runs and by step 0, kept from one look to the next. */
public final class RowAxes {
    private final List<RowAxis> axes = new ArrayList<>();
    private Tap tap;
    private Row inputRow;
    private List<LayerView> viewsOfA;
    private List<LayerView> viewsOfB;

    /** Passes the probe set through both networks and counts what comes by at the tap. */
    List<Row> rows(Tap wanted, Probe a, Probe b, SideBySide sideBySide) {
        sideBySide.run(() -> a.look(wanted), () -> b.look(wanted));
        if (tap != wanted) {
            tap = wanted;
            axes.clear();
        }
        for (int i = 0; i < a.layers(); i++) {
            if (axes.size() <= i) {
                axes.add(new RowAxis());
            }
            axes.get(i).hold(List.of(a.now(i), b.now(i), a.start(i), b.start(i)));
        }
        sideBySide.run(() -> viewsOfA = views(a), () -> viewsOfB = views(b));
        return rows(a);
    }

    private List<LayerView> views(Probe probe) {
        List<LayerView> views = new ArrayList<>();
        for (int i = 0; i < probe.layers(); i++) {
            views.add(new LayerView(
                    probe.shown(tap, i),
                    axes.get(i).count(probe.now(i)),
                    axes.get(i).count(probe.start(i)),
                    probe.now(i).moments(),
                    probe.saturated(i),
                    probe.dead(i),
                    null));
        }
        return views;
    }

    private List<Row> rows(Probe either) {
        if (inputRow == null) {
            inputRow = inputRow(either);
        }
        List<Row> rows = new ArrayList<>();
        rows.add(inputRow);
        for (int i = 0; i < either.layers(); i++) {
            Row.Kind kind = i == either.layers() - 1 ? Row.Kind.OUTPUT : Row.Kind.HIDDEN;
            int units = either.now(i).length() / either.rows();
            rows.add(new Row(i + 1, kind, units, viewsOfA.get(i), viewsOfB.get(i)));
        }
        return rows;
    }

    /** The input is the same in both runs and at every step. */
    private static Row inputRow(Probe probe) {
        DMatrixRMaj x = probe.inputs();
        RowAxis axis = new RowAxis();
        Sample sample = new Sample(x.data, x.getNumElements());
        axis.hold(List.of(sample));
        Histogram histogram = axis.count(sample);
        LayerView view = new LayerView(Tap.INPUT, histogram, histogram, sample.moments(), Double.NaN, Double.NaN, null);
        return new Row(0, Row.Kind.INPUT, x.numCols, view, view);
    }
}
