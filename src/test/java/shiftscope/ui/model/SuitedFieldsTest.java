package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.DataKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.RunningAverage;
import shiftscope.config.ScheduleKind;

/** Fields that matter only beside certain others: what they count for, and what waits in them meanwhile. */
class SuitedFieldsTest {
    private final Desk desk = Desk.withStandard();
    private final ExperimentForm form = desk.model.form();
    private final TrainingForm training = form.training();

    @ParameterizedTest
    @EnumSource(value = DataKind.class, mode = EnumSource.Mode.EXCLUDE, names = {"DIGITS", "IDX", "CSV"})
    void everyGeneratedSetCanBeChosen(DataKind kind) {
        form.choose(kind);
        desk.settle();

        assertEquals("", desk.trouble());
        assertEquals(kind, desk.sessions.last().experiment.data().kind());
        assertTrue(desk.experiment().data().noise() > 0);
        assertEquals(
                kind.regression() ? LossKind.MEAN_SQUARED_ERROR : LossKind.CROSS_ENTROPY, desk.experiment().training().loss());
    }

    @Test
    void numbersBringTheirLossAndClassesBringBackTheOneBefore() {
        training.lossProperty().set(LossKind.BINARY_CROSS_ENTROPY);
        form.choose(DataKind.SINE);
        form.choose(DataKind.HILLS);
        desk.settle();
        assertEquals(LossKind.MEAN_SQUARED_ERROR, desk.experiment().training().loss());

        training.lossProperty().set(LossKind.CROSS_ENTROPY);
        assertTrue(desk.trouble().contains("hills"), desk.trouble());
        assertEquals(Set.of(Field.LOSS), form.refusedProperty().get());
        desk.model.notices().dismiss();
        assertEquals(LossKind.MEAN_SQUARED_ERROR, training.lossProperty().get());

        form.choose(DataKind.MOONS);
        desk.settle();
        assertEquals(LossKind.BINARY_CROSS_ENTROPY, desk.experiment().training().loss());

        training.lossProperty().set(LossKind.MEAN_SQUARED_ERROR);
        form.choose(DataKind.XOR);
        assertEquals(LossKind.MEAN_SQUARED_ERROR, desk.experiment().training().loss(), "classes may be learned by it, too");
    }

    @Test
    void numbersFromAFileOfSettingsLeaveNoLossBehindForClasses() {
        form.choose(DataKind.SINE);
        desk.model.bench().open(new Sitting(desk.experiment().withSeed(7), Path.of("")));
        desk.work();
        form.choose(DataKind.CIRCLES);

        assertEquals(LossKind.CROSS_ENTROPY, desk.experiment().training().loss());
    }

    @Test
    void aTableAfterNumbersIsLearnedByCrossEntropy(@TempDir Path folder) throws IOException {
        form.choose(DataKind.SINE);
        desk.settle();
        desk.model.opener().open(Files.writeString(folder.resolve("table.csv"), "1,2,a\n"));
        desk.work();

        assertEquals(DataKind.CSV, desk.experiment().data().kind());
        assertEquals(LossKind.CROSS_ENTROPY, training.lossProperty().get());
    }

    @Test
    void weightDecayCountsAsNoneWithAdamAndWaits() {
        training.weightDecayProperty().set("0.01");
        training.optimizerProperty().set(OptimizerKind.ADAM);
        assertFalse(training.decayCounts().get());
        assertEquals(0, desk.experiment().training().weightDecay());
        assertEquals("", desk.trouble());

        training.optimizerProperty().set(OptimizerKind.ADAMW);
        assertEquals(0.01, desk.experiment().training().weightDecay());

        training.optimizerProperty().set(OptimizerKind.ADAM);
        desk.model.bench().open(new Sitting(desk.experiment().withSeed(7), Path.of("")));
        training.optimizerProperty().set(OptimizerKind.SGD);
        assertEquals(0, desk.experiment().training().weightDecay(), "the decay of another experiment");
    }

    @Test
    void whatCannotBeReadDoesNotMatterInAFieldThatDoesNot() {
        training.optimizerProperty().set(OptimizerKind.NESTEROV);
        training.momentumProperty().set("much");
        assertTrue(desk.trouble().contains("Momentum"), desk.trouble());

        training.optimizerProperty().set(OptimizerKind.RMSPROP);
        assertEquals("", desk.trouble());
        assertEquals("0.9", training.momentumProperty().get());
        assertEquals(OptimizerKind.RMSPROP, desk.experiment().training().optimizer());

        form.network().sigmaProperty().set("0");
        form.network().initializationProperty().set(InitializationKind.ORTHOGONAL);
        form.newBatchWeight().textProperty().set("7");
        form.network().averageProperty().set(RunningAverage.CUMULATIVE);
        assertEquals("", desk.trouble());
        assertEquals("0.1", form.network().sigmaProperty().get());
        assertEquals("0.1", form.newBatchWeight().textProperty().get());
    }

    @Test
    void aScheduleOfItsOwnFields() {
        ScheduleForm schedule = training.schedule();
        assertFalse(schedule.falls().get());
        schedule.kindProperty().set(ScheduleKind.COSINE);
        assertTrue(schedule.falls().get());
        schedule.stepsProperty().set("many");
        assertEquals(Set.of(Field.SCHEDULE, Field.SCHEDULE_STEPS), form.refusedProperty().get());
        schedule.stepsProperty().set("300");
        schedule.warmUpProperty().set("20");
        schedule.factorProperty().set("0,25");
        desk.settle();

        assertEquals(ScheduleKind.COSINE, desk.sessions.last().experiment.training().schedule().kind());
        assertEquals(300, desk.experiment().training().schedule().steps());
        assertEquals(20, desk.experiment().training().schedule().warmUp());
        assertEquals(0.25, desk.experiment().training().schedule().factor());
    }

    @Test
    void algorithmTwoBeginsWithAUsualNumberOfBatches() {
        MeasuringForm measuring = form.measuring();
        measuring.populationProperty().set(Population.BATCHES);
        assertEquals(50, desk.experiment().measure().populationBatches());
        measuring.batchesProperty().set("8");
        assertEquals(8, desk.experiment().measure().populationBatches());

        measuring.batchesProperty().set("0");
        assertEquals(Population.EXACT, measuring.populationProperty().get());
        assertEquals(0, desk.experiment().measure().populationBatches());
        measuring.populationProperty().set(Population.BATCHES);
        assertEquals(8, desk.experiment().measure().populationBatches());

        measuring.batchesProperty().set("20000");
        assertTrue(desk.trouble().contains("populationBatches"), desk.trouble());
        assertEquals(8, desk.experiment().measure().populationBatches());
    }
}
