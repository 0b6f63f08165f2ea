package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.ActivationKind;
import shiftscope.config.LayerShape;
import shiftscope.config.LayerSwitch;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.session.Command;

class LayersFormTest {
    private final Desk desk = Desk.withStandard();
    private final ExperimentForm form = desk.model.form();
    private final LayersForm layers = form.layers();

    private LayerForm row(int layer) {
        return layers.rows().get(layer - 1);
    }

    @Test
    void aRowForEachHiddenLayerWithNothingOfItsOwn() {
        assertEquals(List.of(1, 2, 3), layers.rows().stream().map(LayerForm::layer).toList());
        assertEquals(Optional.empty(), row(2).activationProperty().get());
        assertEquals(Optional.empty(), row(2).placementProperty().get());
        assertEquals(Optional.empty(), row(2).normalizationProperty(Side.B).get());
        assertEquals(0, layers.apartProperty().get());
    }

    @Test
    void activationAndPlacementRebuild() {
        row(2).activationProperty().set(Optional.of(ActivationKind.RELU));
        row(3).placementProperty().set(Optional.of(Placement.AFTER));
        desk.settle();

        assertEquals(
                List.of(new LayerShape(2, ActivationKind.RELU, null), new LayerShape(3, null, Placement.AFTER)),
                desk.sessions.last().experiment.network().layers());
        assertEquals(2, desk.sessions.opened.size());
        assertEquals(2, layers.apartProperty().get());

        row(2).activationProperty().set(Optional.empty());
        assertEquals(List.of(new LayerShape(3, null, Placement.AFTER)), desk.experiment().network().layers());
    }

    @Test
    void aNormalizerIsChangedWithoutARebuild() {
        row(2).normalizationProperty(Side.B).set(Optional.of(Normalization.NONE));
        row(1).normalizationProperty(Side.A).set(Optional.of(Normalization.LAYER));
        assertEquals(List.of(new LayerSwitch(2, Normalization.NONE)), desk.experiment().b().layers());
        assertEquals(List.of(new LayerSwitch(1, Normalization.LAYER)), desk.experiment().a().layers());
        row(2).normalizationProperty(Side.B).set(Optional.empty());
        assertEquals(List.of(), desk.experiment().b().layers());
        desk.settle();

        assertEquals(
                List.of(
                        new Command.SetLayerNormalization(Side.B, 2, Normalization.NONE),
                        new Command.SetLayerNormalization(Side.A, 1, Normalization.LAYER),
                        new Command.SetLayerNormalization(Side.B, 2, null)),
                desk.sessions.last().commands);
        assertEquals(1, desk.sessions.opened.size());
        assertEquals(1, layers.apartProperty().get());
    }

    @Test
    void rowsSurviveAnotherNumberOfLayersAndThoseBeyondItVanish() {
        row(1).activationProperty().set(Optional.of(ActivationKind.TANH));
        row(3).placementProperty().set(Optional.of(Placement.AFTER));
        row(2).normalizationProperty(Side.B).set(Optional.of(Normalization.RMS));
        row(3).normalizationProperty(Side.A).set(Optional.of(Normalization.BATCH));
        LayerForm first = row(1);
        form.network().hiddenProperty().set("30 20");
        desk.settle();

        assertEquals("", desk.trouble());
        assertEquals(2, layers.rows().size());
        assertEquals(first, row(1));
        assertEquals(List.of(new LayerShape(1, ActivationKind.TANH, null)), desk.sessions.last().experiment.network().layers());
        assertEquals(List.of(new LayerSwitch(2, Normalization.RMS)), desk.sessions.last().experiment.b().layers());
        assertEquals(List.of(), desk.sessions.last().experiment.a().layers());

        form.network().hiddenProperty().set("5×30");
        desk.settle();
        assertEquals(5, layers.rows().size());
        assertEquals(Optional.of(ActivationKind.TANH), row(1).activationProperty().get());
        assertEquals(Optional.of(Normalization.RMS), row(2).normalizationProperty(Side.B).get());
        assertEquals(Optional.empty(), row(3).placementProperty().get());
        assertEquals(Optional.empty(), row(3).normalizationProperty(Side.A).get());
    }

    @Test
    void aNormalizerThatIsRefusedGoesBack() {
        desk.model.run(Side.B).normalizeProperty().set(false);
        form.training().batchSizeProperty().set("1");
        desk.settle();
        assertEquals("", desk.trouble());
        row(1).normalizationProperty(Side.A).set(Optional.of(Normalization.BATCH));

        assertTrue(desk.trouble().contains("batchSize"), desk.trouble());
        assertEquals(Optional.empty(), row(1).normalizationProperty(Side.A).get());
        assertEquals(List.of(), desk.experiment().a().layers());
    }

    @Test
    void aSwitchThatIsMovedLeavesOtherRefusedFieldsAndWhatWaitsBesideThem() {
        form.network().hiddenProperty().set("100 100 none");
        row(1).activationProperty().set(Optional.of(ActivationKind.TANH));
        row(1).normalizationProperty(Side.A).set(Optional.of(Normalization.BATCH));
        assertEquals(Optional.of(ActivationKind.TANH), row(1).activationProperty().get());
        form.network().hiddenProperty().set("100 100");

        assertEquals(List.of(new LayerShape(1, ActivationKind.TANH, null)), desk.experiment().network().layers());
        assertEquals(List.of(new LayerSwitch(1, Normalization.BATCH)), desk.experiment().a().layers());
    }
}
