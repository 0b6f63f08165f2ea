package shiftscope.ui.model;

import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LayerShape;
import shiftscope.config.RunSettings;
import shiftscope.session.Command;

/** The part <b>Single layers</b> of the group Network, a row for each hidden layer. */
public final class LayersForm {
    private final Fields fields;
    private final Bench bench;
    private final Notices notices;
    private final ObservableList<LayerForm> rows = FXCollections.observableArrayList();
    private final ObservableList<LayerForm> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper apart = new ReadOnlyIntegerWrapper(this, "apart", 0);

    LayersForm(Fields fields, Bench bench, Notices notices) {
        this.fields = fields;
        this.bench = bench;
        this.notices = notices;
        // A switch that is moved must not undo what waits in the other fields for a refusal to be mended.
        bench.experimentProperty().addListener((property, before, now) -> showSwitches(now));
    }

    /** From the lowest hidden layer upwards; rows come and go with the layers. */
    public ObservableList<LayerForm> rows() {
        return shownRows;
    }

    /** How many layers have anything of their own. */
    public ReadOnlyIntegerProperty apartProperty() {
        return apart.getReadOnlyProperty();
    }

    void show(Experiment experiment) {
        int depth = experiment.network().hidden().size();
        while (rows.size() > depth) {
            rows.remove(rows.size() - 1);
        }
        while (rows.size() < depth) {
            rows.add(new LayerForm(rows.size() + 1, fields, this::send));
        }
        rows.forEach(row -> row.show(experiment));
        count(experiment);
    }

    private void showSwitches(Experiment experiment) {
        rows.forEach(row -> row.showSwitches(experiment));
        count(experiment);
    }

    private void count(Experiment experiment) {
        TreeSet<Integer> layers = new TreeSet<>();
        experiment.network().layers().stream()
                .filter(own -> own.activation() != null || own.placement() != null)
                .forEach(own -> layers.add(own.layer()));
        experiment.a().layers().forEach(own -> layers.add(own.layer()));
        experiment.b().layers().forEach(own -> layers.add(own.layer()));
        apart.set(layers.size());
    }

    private void send(Command command) {
        try {
            bench.send(command);
        } catch (BadInputException e) {
            notices.tell(e.getMessage());
            showSwitches(bench.experimentProperty().get());
        }
    }

    /** What the first so many layers have otherwise than the network. */
    List<LayerShape> shapes(int depth) {
        return rows.stream().limit(depth).flatMap(row -> row.shape().stream()).toList();
    }

    /** The switches of a run, without those of layers beyond the depth. */
    static RunSettings within(int depth, RunSettings run) {
        return new RunSettings(
                run.normalization(),
                run.scaleShift(),
                run.statistics(),
                run.layers().stream().filter(own -> own.layer() <= depth).toList());
    }
}
