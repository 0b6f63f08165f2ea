package shiftscope.ui.model;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.MeasureSettings;

/** The group <b>Measuring</b>: how both runs are watched. None of it changes what they learn. */
public final class MeasuringForm {
    private final Fields fields;
    private final StringProperty probe;
    private final ObjectProperty<Population> population;
    private final StringProperty batches;
    private final StringProperty recordEvery;
    private final StringProperty unit;
    private final StringProperty recentSteps;
    private final BooleanBinding batchesCount;
    /** What waits in the field while statistics are exact. */
    private int lastBatches = 50;

    MeasuringForm(Fields fields) {
        this.fields = fields;
        probe = fields.text(Field.PROBE);
        population = fields.choice(Field.POPULATION);
        batches = fields.text(Field.POPULATION_BATCHES);
        recordEvery = fields.text(Field.RECORD_EVERY);
        unit = fields.text(Field.UNIT);
        recentSteps = fields.text(Field.RECENT_STEPS);
        batchesCount = population.isEqualTo(Population.BATCHES);
    }

    public StringProperty probeProperty() {
        return probe;
    }

    public ObjectProperty<Population> populationProperty() {
        return population;
    }

    /** Over how many mini-batches population statistics are averaged. */
    public StringProperty batchesProperty() {
        return batches;
    }

    public StringProperty recordEveryProperty() {
        return recordEvery;
    }

    public StringProperty unitProperty() {
        return unit;
    }

    /** How many steps ago the recent drift is counted from. */
    public StringProperty recentStepsProperty() {
        return recentSteps;
    }

    /** Whether population statistics are averaged over mini-batches at all. */
    public BooleanBinding batchesCount() {
        return batchesCount;
    }

    void show(MeasureSettings measure) {
        if (measure.populationBatches() > 0) {
            lastBatches = measure.populationBatches();
        }
        fields.show(() -> {
            probe.set(String.valueOf(measure.probe()));
            recordEvery.set(String.valueOf(measure.recordEvery()));
            recentSteps.set(String.valueOf(measure.recentSteps()));
            unit.set(String.valueOf(measure.unit()));
            population.set(measure.populationBatches() > 0 ? Population.BATCHES : Population.EXACT);
            batches.set(String.valueOf(lastBatches));
        });
    }

    /** @param standing says what no field does: whether gradients are probed */
    MeasureSettings settings(MeasureSettings standing) {
        return new MeasureSettings(
                Fields.count(Field.PROBE, probe),
                Fields.count(Field.RECORD_EVERY, recordEvery),
                Fields.count(Field.UNIT, unit),
                batchesCount.get() ? Fields.count(Field.POPULATION_BATCHES, batches) : 0,
                Fields.count(Field.RECENT_STEPS, recentSteps),
                standing.gradientProbes());
    }
}
