package shiftscope.ui.model;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.TrainingSettings;

/**
 * The group <b>Training</b>, without the learning rate, which changes while a run plays. A field that does not matter keeps what the
 * experiment says, whatever stands in it.
 */
public final class TrainingForm {
    private final Fields fields;
    private final StringProperty batchSize;
    private final ObjectProperty<OptimizerKind> optimizer;
    private final ObjectProperty<LossKind> loss;
    private final StringProperty seed;
    private final StringProperty momentum;
    private final StringProperty l2;
    private final StringProperty weightDecay;
    private final ScheduleForm schedule;
    private final BooleanBinding momentumCounts;
    private final BooleanBinding decayCounts;
    /** What to go back to from data that only one loss suits; {@code null} while classes are learned. */
    private LossKind lossForClasses;
    /** What waits in the field while the optimizer is Adam. */
    private double lastDecay;

    TrainingForm(Fields fields) {
        this.fields = fields;
        batchSize = fields.text(Field.BATCH_SIZE);
        optimizer = fields.choice(Field.OPTIMIZER);
        loss = fields.choice(Field.LOSS);
        seed = fields.text(Field.SEED);
        momentum = fields.text(Field.MOMENTUM);
        l2 = fields.text(Field.L2);
        weightDecay = fields.text(Field.WEIGHT_DECAY);
        schedule = new ScheduleForm(fields);
        momentumCounts = optimizer.isEqualTo(OptimizerKind.MOMENTUM).or(optimizer.isEqualTo(OptimizerKind.NESTEROV));
        decayCounts = optimizer.isNotEqualTo(OptimizerKind.ADAM);
    }

    public StringProperty batchSizeProperty() {
        return batchSize;
    }

    public ObjectProperty<OptimizerKind> optimizerProperty() {
        return optimizer;
    }

    public ObjectProperty<LossKind> lossProperty() {
        return loss;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    public StringProperty momentumProperty() {
        return momentum;
    }

    public StringProperty l2Property() {
        return l2;
    }

    public StringProperty weightDecayProperty() {
        return weightDecay;
    }

    public ScheduleForm schedule() {
        return schedule;
    }

    /** Whether the optimizer has a momentum. */
    public BooleanBinding momentumCounts() {
        return momentumCounts;
    }

    /** Whether the optimizer can have weight decay; with Adam it counts as 0. */
    public BooleanBinding decayCounts() {
        return decayCounts;
    }

    /** Brings the loss to what suits the data: squared error for numbers, and for classes what it was before. */
    void suit(boolean regression) {
        fields.show(() -> {
            if (regression && lossForClasses == null) {
                lossForClasses = loss.get();
                loss.set(LossKind.MEAN_SQUARED_ERROR);
            } else if (!regression && lossForClasses != null) {
                loss.set(lossForClasses);
                lossForClasses = null;
            }
        });
    }

    /** Shows another experiment than the one being edited; nothing is remembered of that. */
    void open(Experiment experiment) {
        lossForClasses = experiment.data().kind().regression() ? LossKind.CROSS_ENTROPY : null;
        lastDecay = experiment.training().weightDecay();
        show(experiment);
    }

    void show(Experiment experiment) {
        TrainingSettings training = experiment.training();
        if (!experiment.data().kind().regression()) {
            lossForClasses = null;
        }
        if (training.optimizer() != OptimizerKind.ADAM) {
            lastDecay = training.weightDecay();
        }
        fields.show(() -> {
            batchSize.set(String.valueOf(training.batchSize()));
            optimizer.set(training.optimizer());
            loss.set(training.loss());
            seed.set(String.valueOf(experiment.seed()));
            momentum.set(Numbers.show(training.momentum()));
            l2.set(Numbers.show(training.l2()));
            weightDecay.set(Numbers.show(lastDecay));
        });
        schedule.show(training.schedule());
    }

    long readSeed() {
        return Numbers.whole(Fields.name(Field.SEED), seed.get());
    }

    TrainingSettings settings(TrainingSettings standing) {
        return new TrainingSettings(
                standing.learningRate(),
                Fields.count(Field.BATCH_SIZE, batchSize),
                optimizer.get(),
                momentumCounts.get() ? Fields.decimal(Field.MOMENTUM, momentum) : standing.momentum(),
                Fields.decimal(Field.L2, l2),
                decayCounts.get() ? Fields.decimal(Field.WEIGHT_DECAY, weightDecay) : 0,
                schedule.settings(standing.schedule()),
                loss.get());
    }
}
