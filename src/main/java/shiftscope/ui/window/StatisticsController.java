package shiftscope.ui.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import shiftscope.config.RunningAverage;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.plot.Box;
import shiftscope.plot.LagPlot;
import shiftscope.plot.Numbers;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.session.Snapshot;
import shiftscope.session.StatisticsComparison;
import shiftscope.session.StatisticsComparison.Score;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** Both runs under all three statistics at the same weights, and how much a new batch weighs in the running ones. */
public final class StatisticsController {
    private static final PseudoClass IN_FORCE = PseudoClass.getPseudoClass("in-force");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");
    private static final String UNKNOWN = "–";
    /** Below this many ems the longest name is shortened, so that the numbers have their distance. */
    private static final double ROOM_FOR_NAMES = 17;

    private final WindowModel model;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("statistics");
    private final PlotCanvas lagBars;
    private final Map<Side, Map<Statistics, Row>> rows = new EnumMap<>(Side.class);
    private Optional<StatisticsComparison> comparison = Optional.empty();

    @FXML private TitledPane statisticsCard;
    @FXML private GridPane scores;
    @FXML private StackPane lags;
    @FXML private TextField batchWeight;
    @FXML private Slider batchWeightSlider;
    @FXML private Label elsewhere;

    /** The numbers of one run under one of the statistics. */
    private record Row(Label loss, Label accuracy) {
        void show(Score score) {
            loss.setText(score == null ? UNKNOWN : Numbers.measured(score.loss()));
            accuracy.setText(score == null ? UNKNOWN : Numbers.percentWithDecimal(score.accuracy()));
        }

        void mark(boolean inForce) {
            loss.pseudoClassStateChanged(IN_FORCE, inForce);
            accuracy.pseudoClassStateChanged(IN_FORCE, inForce);
        }
    }

    StatisticsController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        this.palette = palette;
        this.frames = frames;
        lagBars = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        statisticsCard.expandedProperty().bindBidirectional(model.look().statisticsProperty());
        table();
        lagBars.setPainter(this::paint);
        lags.getChildren().add(lagBars);
        Tooltip.install(lags, new Tooltip(texts.get("lags.tip")));
        lags.setAccessibleHelp(texts.get("lags.tip"));
        frames.addSlow(lagBars);
        palette.subscribe(() -> fit(comparison));

        ExperimentForm form = model.form();
        Bindings.live(batchWeight, batchWeightSlider, form.newBatchWeight());
        elsewhere.textProperty().bind(form.newBatchWeight().elsewhereProperty());
        BooleanBinding unused = form.network().averageProperty().isEqualTo(RunningAverage.CUMULATIVE);
        batchWeight.disableProperty().bind(unused);
        batchWeightSlider.disableProperty().bind(unused);
        form.refusedProperty().addListener((property, before, now) ->
                batchWeight.pseudoClassStateChanged(REFUSED, now.contains(Field.NEW_BATCH_WEIGHT)));
    }

    private void table() {
        for (Side side : Side.values()) {
            int column = 1 + 2 * side.ordinal();
            Label name = cell(side.name(), "run-name", Skin.classOf(side));
            scores.add(name, column, 0, 2, 1);
            scores.add(apart(side, explained("loss")), column, 1);
            scores.add(explained("accuracy"), column + 1, 1);
            Map<Statistics, Row> ofRun = new EnumMap<>(Statistics.class);
            for (Statistics statistics : Statistics.values()) {
                Row row = new Row(apart(side, cell(UNKNOWN, "score")), cell(UNKNOWN, "score"));
                row.loss().setId("loss" + side + statistics);
                row.accuracy().setId("accuracy" + side + statistics);
                scores.add(row.loss(), column, 2 + statistics.ordinal());
                scores.add(row.accuracy(), column + 1, 2 + statistics.ordinal());
                ofRun.put(statistics, row);
            }
            rows.put(side, ofRun);
        }
        for (Statistics statistics : Statistics.values()) {
            Label name = explained(statistics.name());
            GridPane.setHalignment(name, HPos.LEFT);
            scores.add(name, 0, 2 + statistics.ordinal());
            scores.widthProperty().subscribe(width -> frames.soon(() -> {
                boolean wide = width.doubleValue() >= ROOM_FOR_NAMES * Skin.em(palette.getValue());
                name.setText(texts.get((wide ? "" : "short.") + statistics));
            }));
        }
    }

    /** The numbers of the second run stand apart from those of the first. */
    private static Label apart(Side side, Label label) {
        if (side == Side.B) {
            label.getStyleClass().add("next-run");
        }
        return label;
    }

    private Label explained(String key) {
        Label label = cell(texts.get(key), "muted");
        label.setTooltip(new Tooltip(texts.get(key + ".tip")));
        return label;
    }

    private static Label cell(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Label.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    void show(Snapshot newest) {
        if (!statisticsCard.isExpanded()) {
            return;
        }
        Optional<StatisticsComparison> now = newest.closer().statistics();
        for (Side side : Side.values()) {
            for (Statistics statistics : Statistics.values()) {
                Row row = rows.get(side).get(statistics);
                row.show(now.map(of -> of.of(side).scores().get(statistics)).orElse(null));
                row.mark(newest.experiment().run(side).statistics() == statistics);
            }
        }
        fit(now);
        lags.setAccessibleText(now.map(LagPlot::summary).orElse(texts.get("measuring")));
    }

    private void fit(Optional<StatisticsComparison> now) {
        comparison = now;
        double height = now.map(of -> LagPlot.height(of, palette.getValue())).orElse(0.0);
        if (height != lagBars.getMinHeight()) {
            frames.soon(() -> lagBars.setMinHeight(height));
        }
        lagBars.redraw();
    }

    private void paint(Surface surface, double width, double height) {
        comparison.ifPresent(of -> LagPlot.draw(surface, of, palette.getValue(), new Box(0, 0, width, height)));
    }
}
