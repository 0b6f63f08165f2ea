package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.DataKind;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** Numbers, the view's memory, what is looked at, and files. */
class ViewModelsTest {
    @ParameterizedTest
    @CsvSource({"0.1,0.1", "1e-5,1e-5", "100,100", "0,0", "0.0012,0.0012", "1e12,1e12", "2.50,2.5", "-0.5,-0.5"})
    void numbersAreShownAsTheyAreTyped(double value, String shown) {
        assertEquals(shown, Numbers.show(value));
        assertEquals(value, Numbers.decimal("it", shown));
    }

    @Test
    void theViewIsRemembered() {
        Desk desk = new Desk();
        desk.model.view().darkProperty().set(true);
        desk.model.view().enlargeText();
        desk.model.view().widthProperty().set(1200);
        ViewSettings next = new ViewSettings(desk.memory);
        assertEquals(Theme.DARK, next.themeBinding().get());
        assertEquals(1.1, next.textScaleProperty().get(), 1e-12);
        assertEquals(1200, next.widthProperty().get());
        next.projectorProperty().set(true);
        assertEquals(Theme.PROJECTOR, next.themeBinding().get());
    }

    @Test
    void textStaysBetweenReadableAndReasonable() {
        ViewSettings view = new Desk().model.view();
        for (int i = 0; i < 30; i++) {
            view.enlargeText();
        }
        assertEquals(1.8, view.textScaleProperty().get());
        for (int i = 0; i < 30; i++) {
            view.shrinkText();
        }
        assertEquals(0.8, view.textScaleProperty().get());
    }

    @Test
    void whatIsLookedAtGoesToEverySession() {
        Desk desk = Desk.withStandard();
        desk.model.look().tapProperty().set(Tap.ACTIVATION);
        assertTrue(desk.sessions.last().told.contains("look ACTIVATION"));
        desk.model.bench().reset();
        desk.work();
        assertTrue(desk.sessions.last().told.contains("look ACTIVATION"));
    }

    @Test
    void theLayerLookedAtIsTheLastHiddenOneUntilAnotherIsChosen() {
        Desk desk = Desk.withStandard();
        Look look = desk.model.look();
        assertEquals(3, look.layerProperty().get());
        look.choose(0);
        assertEquals(3, look.layerProperty().get());
        look.choose(4);
        assertEquals(4, look.layerProperty().get());
        desk.model.form().network().hiddenProperty().set("20 20");
        desk.settle();
        assertEquals(2, look.layerProperty().get());
    }

    @Test
    void aRowHasOneChosenRangeUntilItGoesBackOrAnotherQuantityIsLookedAt() {
        Look look = Desk.withStandard().model.look();
        look.zoom(new Viewing.Zoom(2, 0, 1));
        look.zoom(new Viewing.Zoom(3, -1, 1));
        look.zoom(new Viewing.Zoom(2, 0, 0.5));
        assertEquals(List.of(new Viewing.Zoom(3, -1, 1), new Viewing.Zoom(2, 0, 0.5)), look.zoomsProperty().get());
        look.zoomBack(3);
        assertEquals(List.of(new Viewing.Zoom(2, 0, 0.5)), look.zoomsProperty().get());
        look.tapProperty().set(Tap.ACTIVATION);
        assertEquals(List.of(), look.zoomsProperty().get());
    }

    @Test
    void aChosenRangeDoesNotOutliveItsNetwork() {
        Desk desk = Desk.withStandard();
        Look look = desk.model.look();
        look.zoom(new Viewing.Zoom(2, 0, 1));
        desk.model.bench().reset();
        desk.work();
        assertEquals(1, look.zoomsProperty().get().size(), "the same network again");
        desk.model.form().network().hiddenProperty().set("20 20 20");
        desk.settle();
        assertEquals(List.of(), look.zoomsProperty().get());
    }

    @Test
    void onlyRowsWithALayerAreOpened() {
        Look look = Desk.withStandard().model.look();
        look.open(0);
        assertFalse(look.layerShownProperty().get());
        look.open(4);
        assertTrue(look.layerShownProperty().get());
        assertEquals(4, look.layerProperty().get());
    }

    @Test
    void opensExperimentsTablesAndImages(@TempDir Path folder) throws IOException {
        Desk desk = Desk.withStandard();
        Path experiment = Files.writeString(
                folder.resolve("seven.json"), ExperimentFile.format(Experiment.standard().withSeed(7)));
        desk.model.opener().open(experiment);
        desk.work();
        assertEquals(7, desk.experiment().seed());
        assertEquals("7", desk.model.form().training().seedProperty().get());

        desk.model.opener().open(Files.writeString(folder.resolve("table.csv"), "1,2,a\n"));
        desk.work();
        assertEquals(DataKind.CSV, desk.experiment().data().kind());
        assertEquals(7, desk.experiment().seed());

        desk.model.opener().open(Files.createFile(folder.resolve("train-images-idx3-ubyte.gz")));
        desk.work();
        assertEquals(DataKind.IDX, desk.experiment().data().kind());
    }

    @Test
    void filesThatAreNoneOfThoseChangeNothingButTheMessage(@TempDir Path folder) throws IOException {
        Desk desk = Desk.withStandard();
        desk.model.opener().open(Files.createFile(folder.resolve("cat.png")));
        desk.work();
        assertTrue(desk.trouble().contains("cat.png"), desk.trouble());
        desk.model.opener().open(folder.resolve("gone.json"));
        desk.work();
        assertTrue(desk.trouble().contains("does not exist"), desk.trouble());
        desk.model.opener().open(Files.writeString(folder.resolve("bad.json"), "{\"shiftscope\": 1, \"sed\": 3}"));
        desk.work();
        assertTrue(desk.trouble().contains("sed"), desk.trouble());
        assertEquals(Experiment.standard(), desk.experiment());
        assertEquals(1, desk.sessions.opened.size());
    }

    @Test
    void aStartWithABadFileStillOpensTheTwins(@TempDir Path folder) {
        Desk desk = new Desk();
        desk.model.opener().open(folder.resolve("gone.json"));
        desk.work();
        assertTrue(desk.trouble().contains("does not exist"), desk.trouble());
        assertEquals(Experiment.standard(), desk.experiment());
    }
}
