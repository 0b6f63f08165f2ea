package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * The value axes of the wall, and of the layer that is shown large: one per row, shared by both runs and by step 0, kept from one look
 * to the next. A zoom takes the place of its own row's axis and of no other.
 */
public final class RowAxes {
    private static final int BINS = 40;

    private final RowAxis inputAxis = new RowAxis(BINS);
    private final List<RowAxis> axes = new ArrayList<>();
    private final LayerDetails details = new LayerDetails();
    private Tap tap;
    private Sample input;
    private Optional<Brushed> brushed = Optional.empty();
    private List<LayerView> viewsOfA;
    private List<LayerView> viewsOfB;

    /** Passes the probe set through both networks and counts what comes by at the tap. */
    List<Row> rows(Viewing viewing, Probes probes) {
        probes.each(probe -> probe.look(viewing.tap()));
        Probe a = probes.a();
        Probe b = probes.b();
        if (tap != viewing.tap()) {
            tap = viewing.tap();
            axes.clear();
        }
        brushed = Brushed.of(viewing, a, b);
        List<Edges> edges = new ArrayList<>();
        for (int i = 0; i < a.layers(); i++) {
            if (axes.size() <= i) {
                axes.add(new RowAxis(BINS));
            }
            edges.add(edges(viewing, i + 1, axes.get(i), List.of(a.now(i), b.now(i), a.start(i), b.start(i))));
        }
        probes.sideBySide().run(() -> viewsOfA = views(a, edges), () -> viewsOfB = views(b, edges));
        List<Row> rows = new ArrayList<>();
        rows.add(inputRow(viewing, a.inputs()));
        for (int i = 0; i < a.layers(); i++) {
            Row.Kind kind = i == a.layers() - 1 ? Row.Kind.OUTPUT : Row.Kind.HIDDEN;
            rows.add(new Row(i + 1, kind, a.now(i).length() / a.rows(), viewsOfA.get(i), viewsOfB.get(i)));
        }
        return rows;
    }

    private static Edges edges(Viewing viewing, int row, RowAxis axis, List<Sample> samples) {
        Optional<Viewing.Zoom> zoom = viewing.zoom(row);
        if (zoom.isPresent()) {
            return Edges.within(zoom.get());
        }
        axis.hold(samples);
        return axis.edges();
    }

    private List<LayerView> views(Probe probe, List<Edges> edges) {
        List<LayerView> views = new ArrayList<>();
        for (int i = 0; i < probe.layers(); i++) {
            Tap shown = probe.shown(tap, i);
            views.add(new LayerView(
                    shown,
                    edges.get(i).count(probe.now(i)),
                    edges.get(i).count(probe.start(i)),
                    probe.now(i).moments(),
                    probe.saturated(i),
                    probe.dead(i),
                    brushed.isPresent() ? brushed.get().count(probe.values(shown, i), edges.get(i)) : null));
        }
        return views;
    }

    /** The input is the same in both runs and at every step. */
    private Row inputRow(Viewing viewing, DMatrixRMaj x) {
        if (input == null) {
            input = Sample.of(x);
        }
        Edges edges = edges(viewing, 0, inputAxis, List.of(input));
        LayerView view = new LayerView(
                Tap.INPUT,
                edges.count(input),
                edges.count(input),
                input.moments(),
                Double.NaN,
                Double.NaN,
                brushed.isPresent() ? brushed.get().count(x, edges) : null);
        return new Row(0, Row.Kind.INPUT, x.numCols, view, view);
    }

    /** The layer that is wanted large, of what the last {@link #rows} passed; empty if there is none, or not any more. */
    Optional<LayerDetail> layer(Viewing viewing, Probes probes) {
        if (viewing.layer() < 1 || viewing.layer() > probes.a().layers()) {
            return Optional.empty();
        }
        return Optional.of(details.of(viewing.layer(), viewing.tap(), brushed, probes));
    }
}
