package shiftscope.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import shiftscope.plot.Numbers;
import shiftscope.plot.PlotTexts;
import shiftscope.session.Command;
import shiftscope.session.ProofReport;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.LayerProofs;
import shiftscope.ui.model.Texts;

/** Buttons for changes that should not matter where a normalizer stands, and what the last of them did to the outputs of one run. */
public final class ProofsController {
    private final LayerProofs proofs;
    private final Texts texts = Views.texts("proofs");
    private final Tooltip expected = new Tooltip();

    @FXML private Button shiftBiases;
    @FXML private Button scaleWeights;
    @FXML private Button insert;
    @FXML private Button foldAway;
    @FXML private Button undoProof;
    @FXML private TextField shift;
    @FXML private TextField factor;
    @FXML private Node report;
    @FXML private Label what;
    @FXML private Label batchAbsolute;
    @FXML private Label batchRelative;
    @FXML private Label runningAbsolute;
    @FXML private Label runningRelative;
    @FXML private Label populationAbsolute;
    @FXML private Label populationRelative;
    @FXML private Label gradient;

    ProofsController(LayerProofs proofs) {
        this.proofs = proofs;
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(shiftBiases, scaleWeights, insert, foldAway, undoProof, shift, factor, report, what, gradient)) {
            node.setId(node.getId() + proofs.side());
        }
        Bindings.committed(shift, proofs.shiftProperty());
        Bindings.committed(factor, proofs.factorProperty());
        insert.disableProperty().bind(proofs.canInsertProperty().not());
        foldAway.disableProperty().bind(proofs.canFoldAwayProperty().not());
        undoProof.disableProperty().bind(proofs.canUndoProperty().not());
        Tooltip.install(report, expected);
    }

    @FXML
    private void shiftBiases() {
        proofs.shiftBiases();
    }

    @FXML
    private void scaleWeights() {
        proofs.scaleWeights();
    }

    @FXML
    private void insert() {
        proofs.insert();
    }

    @FXML
    private void foldAway() {
        proofs.foldAway();
    }

    @FXML
    private void undo() {
        proofs.undo();
    }

    void show(Snapshot snapshot) {
        Optional<ProofReport> newest = proofs.report(snapshot);
        report.setVisible(newest.isPresent());
        newest.ifPresent(this::show);
    }

    private void show(ProofReport proof) {
        what.setText(texts.get("what", PlotTexts.describe(proof.command()), Numbers.count(proof.step())));
        change(batchAbsolute, batchRelative, proof.batch());
        change(runningAbsolute, runningRelative, proof.running());
        change(populationAbsolute, populationRelative, proof.population());
        gradient.setText(texts.get(
                "gradient.change",
                Numbers.inDigits(proof.gradientBefore()),
                Numbers.inDigits(proof.gradientAfter()),
                Numbers.inDigits(proof.gradientAfter() / proof.gradientBefore())));
        expected.setText(texts.get("expected." + kind(proof.command())));
    }

    private static void change(Label absolute, Label relative, ProofReport.Change change) {
        absolute.setText(Numbers.measured(change.absolute()));
        relative.setText(Numbers.measured(change.relative()));
    }

    private static String kind(Command command) {
        if (command instanceof Command.ShiftBiases) {
            return "shift";
        }
        if (command instanceof Command.ScaleWeights) {
            return "scale";
        }
        return command instanceof Command.InsertKeeping ? "insert" : "fold";
    }
}
