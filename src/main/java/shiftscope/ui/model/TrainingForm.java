package shiftscope.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.TrainingSettings;

/** The group <b>Training</b>, without the learning rate, which changes while a run plays. */
public final class TrainingForm {
    private final Fields fields;
    private final StringProperty batchSize;
    private final ObjectProperty<OptimizerKind> optimizer;
    private final StringProperty momentum;
    private final StringProperty l2;
    private final ObjectProperty<LossKind> loss;
    private final StringProperty seed;

    TrainingForm(Fields fields) {
        this.fields = fields;
        batchSize = fields.text(Field.BATCH_SIZE);
        optimizer = fields.choice(Field.OPTIMIZER);
        momentum = fields.text(Field.MOMENTUM);
        l2 = fields.text(Field.L2);
        loss = fields.choice(Field.LOSS);
        seed = fields.text(Field.SEED);
    }

    public StringProperty batchSizeProperty() {
        return batchSize;
    }

    public ObjectProperty<OptimizerKind> optimizerProperty() {
        return optimizer;
    }

    public StringProperty momentumProperty() {
        return momentum;
    }

    public StringProperty l2Property() {
        return l2;
    }

    public ObjectProperty<LossKind> lossProperty() {
        return loss;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    void show(Experiment experiment) {
        TrainingSettings training = experiment.training();
        fields.show(() -> {
            batchSize.set(String.valueOf(training.batchSize()));
            optimizer.set(training.optimizer());
            momentum.set(Numbers.show(training.momentum()));
            l2.set(Numbers.show(training.l2()));
            loss.set(training.loss());
            seed.set(String.valueOf(experiment.seed()));
        });
    }

    Experiment applyTo(Experiment experiment) {
        return experiment
                .withSeed(Numbers.whole(Fields.name(Field.SEED), seed.get()))
                .withTraining(new TrainingSettings(
                        experiment.training().learningRate(),
                        Numbers.count(Fields.name(Field.BATCH_SIZE), batchSize.get()),
                        optimizer.get(),
                        Numbers.decimal(Fields.name(Field.MOMENTUM), momentum.get()),
                        Numbers.decimal(Fields.name(Field.L2), l2.get()),
                        experiment.training().weightDecay(),
                        experiment.training().schedule(),
                        loss.get()));
    }
}
