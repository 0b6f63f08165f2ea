package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.ScheduleKind;
import shiftscope.config.Side;
import shiftscope.session.Command;

class ExperimentFormTest {
    private final Desk desk = Desk.withStandard();
    private final ExperimentForm form = desk.model.form();

    @Test
    void showsTheExperimentWithoutChangingIt() {
        assertEquals("100 · 100 · 100", form.network().hiddenProperty().get());
        assertEquals("1e-5", form.network().epsilonProperty().get());
        assertEquals("0.1", form.learningRate().textProperty().get());
        assertEquals(-1, form.learningRate().exponentProperty().get(), 1e-12);
        assertEquals("42", form.training().seedProperty().get());
        assertEquals(DataKind.DIGITS, form.data().kindProperty().get());
        desk.settle();
        assertEquals(1, desk.sessions.asked.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"64 · 32", "64,32", "64 32", " 64, 32 ", "64·32", "64;32"})
    void takesHiddenLayersHoweverTheyAreSeparated(String text) {
        form.network().hiddenProperty().set(text);
        desk.settle();
        assertEquals(List.of(64, 32), desk.sessions.last().experiment.network().hidden());
        assertEquals("", desk.trouble());
    }

    @Test
    void equalHiddenLayersMayBeAProduct() {
        form.network().hiddenProperty().set("8 x 60, 10");
        desk.settle();
        assertEquals(List.of(60, 60, 60, 60, 60, 60, 60, 60, 10), desk.sessions.last().experiment.network().hidden());
        assertEquals("8×60 · 10", form.network().hiddenProperty().get());
        form.network().hiddenProperty().set("99999×5");
        assertTrue(desk.trouble().contains("number of layers"), desk.trouble());
    }

    @Test
    void aChoiceRebuildsBothRuns() {
        form.network().activationProperty().set(ActivationKind.RELU);
        desk.settle();
        assertEquals(2, desk.sessions.opened.size());
        assertEquals(ActivationKind.RELU, desk.sessions.last().experiment.network().activation());
    }

    @Test
    void aRefusedFieldIsMarkedAndGoesBackWhenTheMessageIsDismissed() {
        form.network().hiddenProperty().set("100 · 0");
        assertTrue(desk.trouble().contains("hidden[1]"), desk.trouble());
        assertEquals(Set.of(Field.HIDDEN), form.refusedProperty().get());
        assertEquals("100 · 0", form.network().hiddenProperty().get());
        desk.settle();
        assertEquals(1, desk.sessions.asked.size());

        desk.model.notices().dismiss();
        assertEquals("100 · 100 · 100", form.network().hiddenProperty().get());
        assertEquals(Set.of(), form.refusedProperty().get());
        assertEquals("", desk.trouble());
    }

    @Test
    void whatTheDataRefuseIsMarkedToo() {
        desk.sessions.refusal = new BadInputException("training.batchSize is 9000, but there are 2000 examples to train on.");
        form.training().batchSizeProperty().set("9000");
        desk.settle();
        assertTrue(desk.trouble().contains("9000"));
        assertEquals(Set.of(Field.BATCH_SIZE), form.refusedProperty().get());
        assertEquals(60, desk.experiment().training().batchSize());
        desk.model.notices().dismiss();
        assertEquals("60", form.training().batchSizeProperty().get());
    }

    @Test
    void aCorrectedFieldTakesItsMessageAway() {
        form.network().sigmaProperty().set("much");
        assertTrue(desk.trouble().contains("much"), desk.trouble());
        form.network().sigmaProperty().set("0,05");
        assertEquals("", desk.trouble());
        assertEquals(Set.of(), form.refusedProperty().get());
        desk.settle();
        assertEquals(0.05, desk.sessions.last().experiment.network().sigma());
    }

    @Test
    void theLearningRateChangesWithoutARebuild() {
        form.learningRate().textProperty().set("0.5");
        assertEquals(List.of(new Command.SetLearningRate(0.5)), desk.sessions.last().commands);
        assertEquals(Math.log10(0.5), form.learningRate().exponentProperty().get(), 1e-12);
        form.learningRate().exponentProperty().set(0.301);
        assertEquals(new Command.SetLearningRate(2), desk.sessions.last().commands.get(1));
        assertEquals("2", form.learningRate().textProperty().get());
        desk.settle();
        assertEquals(1, desk.sessions.asked.size());
    }

    @Test
    void aRefusedLearningRateGoesBack() {
        form.learningRate().textProperty().set("-1");
        assertTrue(desk.trouble().contains("learningRate"), desk.trouble());
        assertEquals(Set.of(Field.LEARNING_RATE), form.refusedProperty().get());
        desk.model.notices().dismiss();
        assertEquals("0.1", form.learningRate().textProperty().get());
        assertEquals(List.of(), desk.sessions.last().commands);
    }

    @Test
    void theRateInForceIsSaidOnlyWhereAScheduleMovesIt() {
        assertEquals("", form.learningRate().inForceProperty().get());
        form.training().schedule().kindProperty().set(ScheduleKind.COSINE);
        desk.settle();
        sees(0.04321);
        assertEquals("now 0.0432 by the schedule", form.learningRate().inForceProperty().get());
        sees(0);
        assertEquals("now 0 by the schedule", form.learningRate().inForceProperty().get());

        form.training().schedule().kindProperty().set(ScheduleKind.CONSTANT);
        desk.settle();
        sees(0.1);
        assertEquals("", form.learningRate().inForceProperty().get());

        form.training().schedule().warmUpProperty().set("10");
        desk.settle();
        sees(0.01);
        assertEquals("now 0.01 by the schedule", form.learningRate().inForceProperty().get());
    }

    private void sees(double rate) {
        desk.sessions.last().showsRate(rate);
        desk.model.bench().poll();
    }

    @Test
    void aRebuildKeepsTheLearningRateAndTheSwitches() {
        form.learningRate().textProperty().set("0.5");
        desk.model.run(Side.A).normalizeProperty().set(true);
        form.training().batchSizeProperty().set("30");
        desk.settle();
        assertEquals(0.5, desk.sessions.last().experiment.training().learningRate());
        assertTrue(desk.sessions.last().experiment.a().normalizes());
        assertEquals(30, desk.sessions.last().experiment.training().batchSize());
    }

    @Test
    void anotherDataSetComesWithItsUsualNoise() {
        form.choose(DataKind.CIRCLES);
        desk.settle();
        assertEquals(DataKind.CIRCLES, desk.sessions.last().experiment.data().kind());
        assertEquals("0.08", form.data().noiseProperty().get());
    }

    @Test
    void aNewSeedIsAnotherSeed() {
        form.drawSeed();
        desk.settle();
        assertNotEquals("42", form.training().seedProperty().get());
        assertEquals(Long.parseLong(form.training().seedProperty().get()), desk.sessions.last().experiment.seed());
    }
}
