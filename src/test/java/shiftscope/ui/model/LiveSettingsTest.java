package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.session.Command;

/** What the panel changes while the runs play, besides the learning rate: nothing is rebuilt, and a rebuild keeps it. */
class LiveSettingsTest {
    private final Desk desk = Desk.withStandard();
    private final ExperimentForm form = desk.model.form();
    private final NewBatchWeight weight = form.newBatchWeight();

    private List<Command> sent() {
        return desk.sessions.last().commands;
    }

    @Test
    void theWeightOfTheNewBatchIsSentByFieldAndBySlider() {
        assertEquals("0.1", weight.textProperty().get());
        assertEquals(-1, weight.exponentProperty().get(), 1e-12);
        weight.textProperty().set("0,25");
        weight.exponentProperty().set(-2);
        assertEquals(List.of(new Command.SetNewBatchWeight(0.25), new Command.SetNewBatchWeight(0.01)), sent());
        assertEquals("0.01", weight.textProperty().get());
        assertEquals(1, desk.sessions.opened.size(), "nothing was rebuilt");
        assertEquals(0.01, desk.experiment().network().newBatchWeight());
    }

    @Test
    void whatOtherProgramsCallTheWeightIsShownBesideIt() {
        assertEquals("PyTorch momentum = p = 0.1\nKeras momentum = 1 − p = 0.9", weight.elsewhereProperty().get());
        weight.textProperty().set("0.001");
        assertEquals("PyTorch momentum = p = 0.001\nKeras momentum = 1 − p = 0.999", weight.elsewhereProperty().get());
    }

    @Test
    void aWeightThatIsRefusedIsMarkedAndGoesBack() {
        weight.textProperty().set("1.5");
        assertTrue(desk.trouble().contains("network.newBatchWeight is 1.5"), desk.trouble());
        assertEquals(Set.of(Field.NEW_BATCH_WEIGHT), form.refusedProperty().get());
        assertEquals(List.of(), sent());
        desk.model.notices().dismiss();
        assertEquals("0.1", weight.textProperty().get());
        assertEquals(Set.of(), form.refusedProperty().get());
    }

    @Test
    void aRebuildKeepsTheWeightAndTheProbes() {
        weight.textProperty().set("0.02");
        form.gradientProbes().onProperty().set(true);
        form.training().batchSizeProperty().set("30");
        desk.settle();
        Experiment rebuilt = desk.sessions.last().experiment;
        assertEquals(2, desk.sessions.opened.size());
        assertEquals(30, rebuilt.training().batchSize());
        assertEquals(0.02, rebuilt.network().newBatchWeight());
        assertTrue(rebuilt.measure().gradientProbes());
        assertTrue(form.gradientProbes().onProperty().get());
    }

    @Test
    void probesAreSwitchedWithoutARebuildAndShownAsAnotherExperimentHasThem() {
        form.gradientProbes().onProperty().set(true);
        form.gradientProbes().onProperty().set(false);
        assertEquals(List.of(new Command.SetGradientProbes(true), new Command.SetGradientProbes(false)), sent());
        assertEquals(1, desk.sessions.opened.size());

        Experiment standing = desk.experiment();
        Experiment probed = new Command.SetGradientProbes(true).applyTo(standing);
        desk.model.bench().open(new Sitting(probed, Path.of("")));
        desk.work();
        assertTrue(form.gradientProbes().onProperty().get());
        assertEquals(List.of(), sent(), "what is shown is not asked for again");
        desk.model.bench().open(new Sitting(standing, Path.of("")));
        desk.work();
        assertFalse(form.gradientProbes().onProperty().get());
    }
}
