package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import shiftscope.config.Normalization;
import shiftscope.config.Statistics;
import shiftscope.ui.model.RunSwitches;
import shiftscope.ui.model.Texts;

/**
 * The header of one run: its title, from which the kind of normalization is chosen, and its three switches. Its controls are called by
 * the run: {@code normalizeA}, {@code normalizeB}.
 */
public final class RunHeaderController {
    /** From so many ems on, the switches stand beside the title and the statistics, and not between them. */
    private static final double ROOM_FOR_TWO_LINES = 28.2;

    private final RunSwitches run;
    private final Texts texts = Views.texts("runheader");
    private final Map<Normalization, RadioMenuItem> kinds = new EnumMap<>(Normalization.class);
    private final Tooltip whyNoStatistics = new Tooltip();

    @FXML private GridPane header;
    @FXML private Node titleRow;
    @FXML private MenuButton title;
    @FXML private ToggleSwitch normalize;
    @FXML private ToggleSwitch scaleShift;
    @FXML private Node statisticsRow;
    @FXML private Label statisticsLabel;
    @FXML private SegmentBar<Statistics> statistics;

    RunHeaderController(RunSwitches run) {
        this.run = run;
    }

    @FXML
    private void initialize() {
        String side = run.side().name();
        header.getStyleClass().add(Skin.classOf(run.side()));
        List.of(header, title, normalize, scaleShift, statistics).forEach(node -> node.setId(node.getId() + side));
        initializeTitle();

        normalize.selectedProperty().bindBidirectional(run.normalizeProperty());
        scaleShift.selectedProperty().bindBidirectional(run.scaleShiftProperty());
        statistics.setChoices(
                List.of(Statistics.values()),
                choice -> "statistics" + side + capitalized(choice.name()),
                choice -> texts.get("statistics." + choice),
                choice -> texts.get("statistics." + choice + ".tip"));
        statistics.valueProperty().bindBidirectional(run.statisticsProperty());
        scaleShift.disableProperty().bind(run.normalizedProperty().not());
        statistics.disableProperty().bind(run.overBatchProperty().not());

        run.kindProperty().subscribe(kind ->
                normalize.getTooltip().setText(texts.get("normalize.tip", texts.get("kind." + kind + ".tip"))));
        run.normalizedProperty().subscribe(normalized ->
                whyNoStatistics.setText(texts.get(normalized ? "statistics.perExample" : "statistics.plain")));
        run.overBatchProperty().subscribe(this::explainStatistics);
        normalize.setAccessibleText(side + ": " + normalize.getText());
        scaleShift.setAccessibleText(side + ": " + scaleShift.getText());
        Bindings.wholly(normalize);
        Bindings.wholly(scaleShift);
    }

    private void initializeTitle() {
        title.textProperty().bind(run.titleProperty());
        title.setTooltip(new Tooltip());
        for (Normalization kind : Normalization.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("kind." + kind + ".item"));
            item.setMnemonicParsing(false);
            item.setId("kind" + run.side() + kind);
            item.setOnAction(event -> {
                run.normalizationProperty().set(kind);
                showKind();
            });
            kinds.put(kind, item);
        }
        title.getItems().setAll(kinds.values());
        run.normalizationProperty().subscribe(this::showKind);
        run.apartProperty().subscribe(this::showKind);
        showKind();
    }

    private void showKind() {
        Normalization chosen = run.normalizationProperty().get();
        kinds.forEach((kind, item) -> item.setSelected(kind == chosen));
        String what = texts.get("kind." + chosen + ".tip");
        String apart = run.apartProperty().get();
        title.getTooltip().setText(apart.isEmpty() ? texts.get("kind.tip", what) : texts.get("kind.tip.apart", what, apart));
        title.setAccessibleHelp(title.getTooltip().getText());
    }

    /** What is disabled shows no tooltip of its own, so the row around it says why. */
    private void explainStatistics(boolean choice) {
        if (choice) {
            Tooltip.uninstall(statisticsRow, whyNoStatistics);
        } else {
            Tooltip.install(statisticsRow, whyNoStatistics);
        }
    }

    /** Where the parts stand depends on the width alone, so nothing jumps. */
    void fit(double ems) {
        boolean wide = ems >= ROOM_FOR_TWO_LINES;
        GridPane.setConstraints(titleRow, 0, 0, wide ? 1 : 3, 1);
        GridPane.setConstraints(normalize, wide ? 1 : 0, wide ? 0 : 1, wide ? 2 : 1, 1);
        GridPane.setHalignment(normalize, wide ? HPos.RIGHT : HPos.LEFT);
        GridPane.setConstraints(scaleShift, 2, 1);
        GridPane.setConstraints(statisticsRow, 0, wide ? 1 : 2, wide ? 2 : 3, 1);
        statisticsLabel.setVisible(wide);
        statisticsLabel.setManaged(wide);
    }

    static String capitalized(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
