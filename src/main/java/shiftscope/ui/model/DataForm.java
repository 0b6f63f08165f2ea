package shiftscope.ui.model;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.FileSource;
import shiftscope.config.Scaling;

/** The group <b>Data</b>. */
public final class DataForm {
    /** Noise at which a set is neither trivial nor a blur. */
    private static final Map<DataKind, Double> USUAL_NOISE = Map.ofEntries(
            Map.entry(DataKind.DIGITS, 0.15),
            Map.entry(DataKind.CATS, 0.05),
            Map.entry(DataKind.CIRCLES, 0.08),
            Map.entry(DataKind.XOR, 0.1),
            Map.entry(DataKind.BLOBS, 0.2),
            Map.entry(DataKind.SPIRAL, 0.04),
            Map.entry(DataKind.MOONS, 0.1),
            Map.entry(DataKind.SCALES, 0.1),
            Map.entry(DataKind.PLANE, 0.1),
            Map.entry(DataKind.HILLS, 0.05),
            Map.entry(DataKind.SINE, 0.1));

    private final Fields fields;
    private final ReadOnlyObjectWrapper<DataKind> kind = new ReadOnlyObjectWrapper<>(this, "kind");
    private final ObjectProperty<Scaling> scaling;
    private final StringProperty noise;
    private final StringProperty examples;
    private final StringProperty testShare;
    private final ReadOnlyObjectWrapper<FileSource> file = new ReadOnlyObjectWrapper<>(this, "file");

    DataForm(Fields fields) {
        this.fields = fields;
        scaling = fields.choice(Field.SCALING);
        noise = fields.text(Field.NOISE);
        examples = fields.text(Field.EXAMPLES);
        testShare = fields.text(Field.TEST_SHARE);
    }

    /** Where the examples come from; changed by {@link ExperimentForm#choose}. */
    public ReadOnlyObjectProperty<DataKind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** The file that the examples are read from; {@code null} while they are generated. */
    public ReadOnlyObjectProperty<FileSource> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    public StringProperty noiseProperty() {
        return noise;
    }

    public StringProperty examplesProperty() {
        return examples;
    }

    public StringProperty testShareProperty() {
        return testShare;
    }

    void choose(DataKind chosen) {
        fields.show(() -> {
            kind.set(chosen);
            file.set(null);
            noise.set(Numbers.show(USUAL_NOISE.get(chosen)));
        });
    }

    void show(DataSettings data) {
        fields.show(() -> {
            kind.set(data.kind());
            file.set(data.file());
            scaling.set(data.scaling());
            noise.set(Numbers.show(data.noise()));
            examples.set(String.valueOf(data.examples()));
            testShare.set(Numbers.show(data.testShare()));
        });
    }

    DataSettings settings(DataSettings standing) {
        return new DataSettings(
                kind.get(),
                Fields.count(Field.EXAMPLES, examples),
                kind.get().fromFile() ? standing.noise() : Fields.decimal(Field.NOISE, noise),
                scaling.get(),
                Fields.decimal(Field.TEST_SHARE, testShare),
                file.get());
    }
}
