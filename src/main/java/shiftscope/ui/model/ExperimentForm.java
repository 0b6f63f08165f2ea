package shiftscope.ui.model;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.Experiment;
import shiftscope.config.NetworkSettings;

/**
 * The Experiment panel: what A and B share. A change rebuilds both runs; one that is refused stays in its field, marked, until its
 * message is dismissed, and then goes back.
 */
public final class ExperimentForm {
    /** Seeds drawn stay short enough to be read out loud. */
    private static final int SEEDS = 100_000;

    private final Bench bench;
    private final Notices notices;
    private final Fields fields = new Fields(this::edited);
    private final DataForm data = new DataForm(fields);
    private final NetworkForm network = new NetworkForm(fields);
    private final TrainingForm training = new TrainingForm(fields);
    private final MeasuringForm measuring = new MeasuringForm(fields);
    private final LayersForm layers;
    private final LearningRate learningRate;
    private final NewBatchWeight newBatchWeight;
    private final GradientProbes gradientProbes;
    private final ReadOnlyObjectWrapper<Set<Field>> refused = new ReadOnlyObjectWrapper<>(this, "refused", Set.of());
    private final Set<Field> changed = EnumSet.noneOf(Field.class);

    public ExperimentForm(Bench bench, Notices notices) {
        this.bench = bench;
        this.notices = notices;
        layers = new LayersForm(fields, bench, notices);
        learningRate = new LearningRate(bench, notices, refused);
        newBatchWeight = new NewBatchWeight(bench, notices, refused);
        gradientProbes = new GradientProbes(bench);
        bench.whenReplaced(this::showAnother);
        bench.whenMoved(this::showStanding);
        bench.whenOpened(session -> changed.clear());
    }

    public DataForm data() {
        return data;
    }

    public NetworkForm network() {
        return network;
    }

    public TrainingForm training() {
        return training;
    }

    public MeasuringForm measuring() {
        return measuring;
    }

    /** What single layers have of their own. */
    public LayersForm layers() {
        return layers;
    }

    public LearningRate learningRate() {
        return learningRate;
    }

    /** How much a new mini-batch weighs in the running statistics. */
    public NewBatchWeight newBatchWeight() {
        return newBatchWeight;
    }

    public GradientProbes gradientProbes() {
        return gradientProbes;
    }

    /** The fields that hold what was refused. */
    public ReadOnlyObjectProperty<Set<Field>> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Takes examples from one of the program's generators, with the noise usual there, and a loss that suits them. */
    public void choose(DataKind generated) {
        training.suit(generated.regression());
        data.choose(generated);
        edited(Field.DATA);
    }

    /** Draws another seed for data, initial weights and the order of batches. */
    public void drawSeed() {
        training.seedProperty().set(String.valueOf(ThreadLocalRandom.current().nextInt(1, SEEDS)));
    }

    /** Shows the experiment as it stands, whatever the fields hold. */
    private void showStanding() {
        Experiment standing = bench.experimentProperty().get();
        changed.clear();
        refused.set(Set.of());
        if (standing != null) {
            showAll(standing);
            showLive(standing);
        }
    }

    private void showAnother() {
        training.open(bench.experimentProperty().get());
        showStanding();
    }

    /** Shows an experiment in all fields but those of numbers that change while the runs play. */
    void showAll(Experiment experiment) {
        data.show(experiment.data());
        network.show(experiment.network());
        layers.show(experiment);
        training.show(experiment);
        measuring.show(experiment.measure());
    }

    private void showLive(Experiment experiment) {
        learningRate.show(experiment);
        newBatchWeight.show(experiment);
    }

    /**
     * What the fields ask for. Switches of layers that are no longer there are left out.
     *
     * @param standing says everything that is not among the fields
     * @throws BadInputException naming the field that cannot be read or is not accepted
     */
    Experiment applyTo(Experiment standing) {
        NetworkSettings shape = network.settings(standing.network(), layers);
        return new Experiment(
                standing.name(),
                training.readSeed(),
                data.settings(standing.data()),
                shape,
                training.settings(standing.training()),
                measuring.settings(standing.measure()),
                LayersForm.within(shape.hidden().size(), standing.a()),
                LayersForm.within(shape.hidden().size(), standing.b()));
    }

    private void edited(Field field) {
        Experiment standing = bench.experimentProperty().get();
        if (standing == null) {
            return;
        }
        changed.add(field);
        try {
            Experiment wanted = applyTo(standing);
            refused.set(Set.of());
            notices.settle();
            showAll(wanted);
            showLive(wanted);
            if (wanted.equals(standing)) {
                changed.clear();
            } else {
                bench.rebuild(wanted, this::refuse);
            }
        } catch (BadInputException e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(String sentence) {
        Set<Field> marked = changed.isEmpty() ? Set.of() : EnumSet.copyOf(changed);
        notices.tell(sentence, this::showStanding);
        refused.set(marked);
    }
}
