package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Domains;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.Library;
import shiftscope.plot.DomainsScene;
import shiftscope.session.Twins;

class DomainsExhibitTest {
    private static final DataSettings CATS = new DataSettings(DataKind.CATS, 120, 0.05, Scaling.STANDARDIZE, 0.25, null);
    private static final Path HERE = Path.of("");

    private final Desk desk = new Desk();
    private final DomainsExhibit exhibit = desk.model.exhibits().domains();

    private void open(DataSettings data) {
        desk.model.bench().open(new Sitting(Experiment.standard().withData(data), HERE));
        desk.work();
    }

    private void show() {
        Exhibit domains = new Exhibit(Exhibit.Kind.DOMAINS, Arguments.NONE, Optional.empty());
        desk.model.exhibits().stand().show(Library.lesson(13), domains, HERE);
    }

    private DomainsScene scene() {
        return exhibit.sceneProperty().get();
    }

    @Test
    void runsThatStandStillAreMeasuredBesideThemAndNotTouched() {
        open(CATS);
        desk.sees(4, false);
        desk.work();
        assertNull(scene(), "nobody looks at it");
        show();
        assertTrue(exhibit.measuringProperty().get());
        desk.work();
        assertFalse(exhibit.measuringProperty().get());
        DomainsScene.Reading reading = scene().reading().orElseThrow();
        assertEquals(4, reading.step());
        Experiment experiment = Experiment.standard().withData(CATS);
        try (Twins own = new Twins(experiment, Datasets.load(CATS, new Seed(experiment.seed()), HERE), 1)) {
            for (int step = 0; step < 4; step++) {
                own.step();
            }
            for (Side side : Side.values()) {
                Domains domains = Domains.of(own, side);
                assertEquals(domains.accuracy(Domains.Domain.SOURCE, Domains.Domain.SOURCE), reading.of(side).source());
                assertEquals(
                        domains.accuracy(Domains.Domain.SOURCE, Domains.Domain.TARGET), reading.of(side).frozen().accuracy());
                assertArrayEquals(
                        domains.shifts(Domains.Domain.SOURCE, Domains.Domain.TARGET),
                        reading.of(side).frozen().shifts().stream().mapToDouble(it -> it).toArray());
            }
        }
        assertEquals(List.of(), desk.sessions.last().commands);
        assertTrue(exhibit.messageProperty().get().contains("step 4"), exhibit.messageProperty().get());
    }

    @Test
    void statisticsAreTakenAgainOnRequestWhereThereAreAny() {
        open(CATS);
        desk.sees(3, false);
        show();
        desk.work();
        assertTrue(scene().reading().orElseThrow().b().again().isEmpty());
        exhibit.takeAgain();
        desk.work();
        DomainsScene.Reading reading = scene().reading().orElseThrow();
        assertTrue(reading.b().again().isPresent());
        assertTrue(reading.a().again().isEmpty(), "the plain network has none");
        assertTrue(reading.b().again().get().shifts().get(0) < reading.b().frozen().shifts().get(0));
        DomainsScene shown = scene();
        desk.sees(3, false);
        desk.work();
        assertSame(shown, scene(), "nothing has changed, so it stays true");
        desk.sees(5, false);
        desk.work();
        assertEquals(5, scene().reading().orElseThrow().step());
        assertTrue(scene().reading().orElseThrow().b().again().isEmpty(), "these are other weights");
    }

    @Test
    void imagesAreWhatTheNetworksAreShownBeforeTheyAreScaled() {
        open(CATS);
        desk.sees(0, false);
        show();
        desk.work();
        DataSettings raw = new DataSettings(DataKind.CATS, 120, 0.05, Scaling.RAW, 0.25, null);
        var dataset = Datasets.load(raw, new Seed(Experiment.standard().seed()), HERE);
        assertEquals(20, scene().width());
        assertEquals(30, scene().source().size());
        for (int i : new int[] {0, 29}) {
            assertEquals(dataset.source().orElseThrow().inputs().get(i, 77), scene().source().get(i)[77], 1e-7);
            assertEquals(dataset.test().inputs().get(i, 77), scene().target().get(i)[77], 1e-7);
        }
    }

    @Test
    void whatPlaysIsNotMeasuredAgainAndAgain() {
        open(CATS);
        desk.sees(1, true);
        show();
        desk.work();
        DomainsScene shown = scene();
        assertEquals(1, shown.reading().orElseThrow().step());
        desk.sees(2, true);
        desk.work();
        assertSame(shown, scene());
        desk.sees(6, false);
        desk.work();
        assertEquals(6, scene().reading().orElseThrow().step());
    }

    @Test
    void otherRunsThatPlayAreMeasuredOnceToo() {
        open(CATS);
        desk.sees(1, true);
        show();
        desk.work();
        DomainsScene shown = scene();
        open(new DataSettings(DataKind.CATS, 160, 0.05, Scaling.STANDARDIZE, 0.25, null));
        desk.sees(3, true);
        desk.work();
        assertEquals(3, scene().reading().orElseThrow().step());
        assertEquals(40, scene().source().size(), "their images, not those of the runs before");
        assertEquals(30, shown.source().size());
    }

    @Test
    void dataThatDoNotMoveAreSaidToBeSo() {
        open(new DataSettings(DataKind.MOONS, 40, 0.05, Scaling.STANDARDIZE, 0.25, null));
        desk.sees(0, false);
        show();
        desk.work();
        assertNull(scene());
        assertTrue(exhibit.messageProperty().get().contains("Cats"), exhibit.messageProperty().get());
        desk.model.exhibits().stand().clear();
        assertFalse(exhibit.measuringProperty().get());
    }
}
