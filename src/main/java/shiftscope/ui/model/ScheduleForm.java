package shiftscope.ui.model;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;

/** The part <b>Schedule</b> of the group Training: how the learning rate moves over a run. */
public final class ScheduleForm {
    private final Fields fields;
    private final ObjectProperty<ScheduleKind> kind;
    private final StringProperty warmUp;
    private final StringProperty steps;
    private final StringProperty factor;
    private final BooleanBinding falls;

    ScheduleForm(Fields fields) {
        this.fields = fields;
        kind = fields.choice(Field.SCHEDULE);
        warmUp = fields.text(Field.WARM_UP);
        steps = fields.text(Field.SCHEDULE_STEPS);
        factor = fields.text(Field.SCHEDULE_FACTOR);
        falls = kind.isNotEqualTo(ScheduleKind.CONSTANT);
    }

    public ObjectProperty<ScheduleKind> kindProperty() {
        return kind;
    }

    public StringProperty warmUpProperty() {
        return warmUp;
    }

    public StringProperty stepsProperty() {
        return steps;
    }

    public StringProperty factorProperty() {
        return factor;
    }

    /** Whether the rate falls after the warm-up, so that it matters in how many steps and how far. */
    public BooleanBinding falls() {
        return falls;
    }

    void show(ScheduleSettings schedule) {
        fields.show(() -> {
            kind.set(schedule.kind());
            warmUp.set(String.valueOf(schedule.warmUp()));
            steps.set(String.valueOf(schedule.steps()));
            factor.set(Numbers.show(schedule.factor()));
        });
    }

    ScheduleSettings settings(ScheduleSettings standing) {
        return new ScheduleSettings(
                kind.get(),
                Fields.count(Field.WARM_UP, warmUp),
                falls.get() ? Fields.count(Field.SCHEDULE_STEPS, steps) : standing.steps(),
                falls.get() ? Fields.decimal(Field.SCHEDULE_FACTOR, factor) : standing.factor());
    }
}
