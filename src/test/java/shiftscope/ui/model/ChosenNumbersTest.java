package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.plot.LayerNumber;
import shiftscope.session.Metrics;
import shiftscope.session.Snapshot;

/** Which numbers stand side by side, and what the probes behind some of them cost. */
class ChosenNumbersTest {
    private final Desk desk = Desk.withStandard();
    private final ChosenNumbers chosen = desk.model.chosenNumbers();
    private final GradientProbes probes = desk.model.form().gradientProbes();

    @Test
    void theGradientDefinitionStandsBesideTheShiftOnceItIsMeasured() {
        assertEquals(LayerNumber.SHIFT, chosen.firstProperty().get());
        assertEquals(LayerNumber.KOLMOGOROV_SMIRNOV, chosen.secondProperty().get());
        probes.onProperty().set(true);
        assertEquals(LayerNumber.SHIFT, chosen.firstProperty().get());
        assertEquals(LayerNumber.ICS, chosen.secondProperty().get());
        probes.onProperty().set(false);
        assertEquals(LayerNumber.ICS, chosen.secondProperty().get(), "with the switch to turn them on again beside it");
    }

    @Test
    void whatSomebodyHasChosenStays() {
        chosen.secondProperty().set(LayerNumber.SATURATED);
        probes.onProperty().set(true);
        assertEquals(LayerNumber.SATURATED, chosen.secondProperty().get());
    }

    private Snapshot playing(double stepsPerSecond, double seconds) {
        Snapshot of = desk.model.bench().snapshotProperty().get();
        Metrics first = of.latest();
        return new Snapshot(of.experiment(), of.dataset(), 40, of.batchesPerEpoch(), of.viewing(), of.rows(),
                List.of(first, new Metrics(20, 0.1, first.a(), first.b()), new Metrics(40, 0.1, first.a(), first.b())), of.slices(),
                first, of.closer(), of.proofs(), of.commands(), true, stepsPerSecond, true, of.divergence(), of.time(), seconds);
    }

    @Test
    void theCostIsTheShareOfTheTimeBetweenTwoProbes() {
        probes.held(playing(400, 0.01));
        assertEquals("", probes.costProperty().get(), "they are off");
        probes.onProperty().set(true);
        probes.held(playing(400, 0));
        assertEquals("", probes.costProperty().get(), "none was made yet");
        // 20 steps take a twentieth of a second, of which a hundredth is a fifth.
        probes.held(playing(400, 0.01));
        assertEquals("costs 20% of the time", probes.costProperty().get());
        probes.held(playing(0, 0.01));
        assertEquals("costs 20% of the time", probes.costProperty().get(), "a pause says nothing new");
        probes.onProperty().set(false);
        assertEquals("", probes.costProperty().get());
    }
}
