package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.InitializationKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.OptimizerKind;
import shiftscope.config.RunSettings;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.TrainingSettings;

/** Whatever experiment is shown, its fields ask for that experiment and no other. */
class RoundTripTest {
    private static final int EXPERIMENTS = 500;

    private final RandomExperiments random = new RandomExperiments(20);
    private final Desk desk = new Desk();
    private final ExperimentForm form = desk.model.form();

    @Test
    void theFieldsAskForTheExperimentThatTheyShow() {
        for (int i = 0; i < EXPERIMENTS; i++) {
            Experiment experiment = random.next();
            form.showAll(experiment);

            assertEquals(experiment, form.applyTo(experiment));
        }
    }

    /** The standing experiment is another one, so that what is asked for can only come from the fields. */
    @Test
    void everythingThatMattersComesFromTheFields() {
        for (int i = 0; i < EXPERIMENTS; i++) {
            Experiment shown = random.next();
            Experiment standing = random.next();
            form.showAll(shown);

            Experiment asked = form.applyTo(standing);

            assertEquals(data(shown, standing), asked.data());
            assertEquals(network(shown, standing), asked.network());
            assertEquals(training(shown, standing), asked.training());
            assertEquals(shown.measure().withGradientProbes(standing.measure().gradientProbes()), asked.measure());
            assertEquals(shown.seed(), asked.seed());
            assertEquals(standing.name(), asked.name());
            assertEquals(within(shown.network().hidden().size(), standing.a()), asked.a());
            assertEquals(within(shown.network().hidden().size(), standing.b()), asked.b());
        }
    }

    private static DataSettings data(Experiment shown, Experiment standing) {
        DataSettings data = shown.data();
        double noise = data.kind().fromFile() ? standing.data().noise() : data.noise();
        return new DataSettings(data.kind(), data.examples(), noise, data.scaling(), data.testShare(), data.file());
    }

    private static NetworkSettings network(Experiment shown, Experiment standing) {
        NetworkSettings network = shown.network();
        List<InitializationKind> withNumber = List.of(InitializationKind.GAUSSIAN, InitializationKind.CONSTANT);
        return new NetworkSettings(
                network.hidden(),
                network.activation(),
                network.initialization(),
                withNumber.contains(network.initialization()) ? network.sigma() : standing.network().sigma(),
                network.placement(),
                network.epsilon(),
                standing.network().newBatchWeight(),
                network.convention(),
                network.average(),
                network.dropout(),
                network.layers());
    }

    private static TrainingSettings training(Experiment shown, Experiment standing) {
        TrainingSettings training = shown.training();
        boolean moving = List.of(OptimizerKind.MOMENTUM, OptimizerKind.NESTEROV).contains(training.optimizer());
        ScheduleSettings schedule = training.schedule();
        ScheduleSettings other = standing.training().schedule();
        return new TrainingSettings(
                standing.training().learningRate(),
                training.batchSize(),
                training.optimizer(),
                moving ? training.momentum() : standing.training().momentum(),
                training.l2(),
                training.weightDecay(),
                schedule.kind() == ScheduleKind.CONSTANT
                        ? new ScheduleSettings(ScheduleKind.CONSTANT, schedule.warmUp(), other.steps(), other.factor())
                        : schedule,
                training.loss());
    }

    private static RunSettings within(int depth, RunSettings run) {
        return new RunSettings(
                run.normalization(),
                run.scaleShift(),
                run.statistics(),
                run.layers().stream().filter(own -> own.layer() <= depth).toList());
    }

    /** Opened through the bench, which shows it as a file's experiment is shown. */
    @Test
    void whatIsOpenedIsShownAndStaysAsItIs() {
        for (int i = 0; i < 50; i++) {
            Experiment experiment = random.next();
            desk.model.bench().open(new Sitting(experiment, Path.of("")));
            desk.work();

            assertEquals(experiment, form.applyTo(desk.experiment()));
            assertEquals(experiment, desk.experiment());
            assertEquals(List.of(), desk.sessions.last().commands);
        }
        assertEquals(50, desk.sessions.asked.size());
    }
}
