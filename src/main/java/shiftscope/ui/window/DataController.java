package shiftscope.ui.window;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.TilePane;
import shiftscope.config.DataKind;
import shiftscope.config.Scaling;
import shiftscope.plot.Palette;
import shiftscope.ui.model.DataForm;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.MnistFetch;
import shiftscope.ui.model.Numbers;
import shiftscope.ui.model.Texts;

/** The group Data of the Experiment panel: a tile with a picture per generator, and a button for files. */
public final class DataController {
    private static final List<DataKind> CLASSES = List.of(
            DataKind.DIGITS,
            DataKind.CATS,
            DataKind.CIRCLES,
            DataKind.SPIRAL,
            DataKind.XOR,
            DataKind.MOONS,
            DataKind.BLOBS,
            DataKind.SCALES);
    private static final List<DataKind> NUMBERS = List.of(DataKind.PLANE, DataKind.HILLS, DataKind.SINE);

    private final ExperimentForm experiment;
    private final MnistFetch mnist;
    private final WindowActions actions;
    private final DataPictures pictures;
    private final ObservableValue<Palette> palette;
    private final Texts texts = Views.texts("data");
    private final Map<DataKind, ToggleButton> buttons = new EnumMap<>(DataKind.class);

    @FXML private Pane tiles;
    @FXML private TilePane classTiles;
    @FXML private TilePane regressionTiles;
    @FXML private Button openData;
    @FXML private ComboBox<Scaling> scaling;
    @FXML private Slider noiseSlider;
    @FXML private Button getMnist;
    @FXML private Node fetching;
    @FXML private ProgressBar mnistProgress;
    @FXML private Button cancelMnist;
    @FXML private TextField noise;
    @FXML private TextField examples;
    @FXML private TextField testShare;

    DataController(
            ExperimentForm experiment, MnistFetch mnist, WindowActions actions, DataPictures pictures, ObservableValue<Palette> palette) {
        this.experiment = experiment;
        this.mnist = mnist;
        this.actions = actions;
        this.pictures = pictures;
        this.palette = palette;
    }

    @FXML
    private void initialize() {
        DataForm form = experiment.data();
        fill(classTiles, CLASSES);
        fill(regressionTiles, NUMBERS);
        openData.setOnAction(event -> actions.chooseFile());
        getMnist.setOnAction(event -> mnist.start());
        cancelMnist.setOnAction(event -> mnist.cancel());
        mnistProgress.progressProperty().bind(mnist.progressProperty());
        mnist.runningProperty().subscribe(running -> {
            Bindings.shown(getMnist, !running);
            Bindings.shown(fetching, running);
        });
        Bindings.choice(scaling, Scaling.values(), texts, "scaling", form.scalingProperty());
        Bindings.committed(noise, form.noiseProperty());
        Bindings.committed(examples, form.examplesProperty());
        Bindings.committed(testShare, form.testShareProperty());
        tieNoise(form);
        form.fileProperty().subscribe(file -> openData.setText(
                file == null ? texts.get("open") : texts.get("open.file", Path.of(file.path()).getFileName())));
        form.kindProperty().addListener((property, before, now) -> show(now));
    }

    private void fill(TilePane pane, List<DataKind> kinds) {
        kinds.forEach(kind -> buttons.put(kind, tile(kind)));
        pane.getChildren().setAll(kinds.stream().map(buttons::get).toList());
    }

    private ToggleButton tile(DataKind kind) {
        ToggleButton tile = new ToggleButton(texts.get("kind." + kind), pictures.of(kind, palette));
        tile.setId("data" + RunHeaderController.capitalized(kind.name()));
        tile.getStyleClass().add("tile");
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setTooltip(new Tooltip(texts.get("kind." + kind + ".tip")));
        tile.setAccessibleText(texts.get("kind." + kind).toLowerCase(Locale.ROOT));
        tile.setAccessibleHelp(texts.get("kind." + kind + ".tip"));
        tile.setOnAction(event -> {
            if (experiment.data().kindProperty().get() != kind) {
                experiment.choose(kind);
            }
            show(experiment.data().kindProperty().get());
        });
        return tile;
    }

    private void show(DataKind chosen) {
        buttons.forEach((kind, tile) -> tile.setSelected(kind == chosen));
        openData.pseudoClassStateChanged(PseudoClass.getPseudoClass("chosen"), chosen.fromFile());
        noise.setDisable(chosen.fromFile());
        noiseSlider.setDisable(chosen.fromFile());
    }

    /** The slider writes what the field reads; a field whose number is beyond the slider leaves it at its end. */
    private void tieNoise(DataForm form) {
        boolean[] following = {false};
        form.noiseProperty().addListener((property, before, now) -> {
            following[0] = true;
            try {
                noiseSlider.setValue(Double.parseDouble(now));
            } catch (NumberFormatException e) {
                noiseSlider.setValue(0);
            } finally {
                following[0] = false;
            }
        });
        noiseSlider.valueProperty().addListener((property, before, now) -> {
            if (!following[0]) {
                form.noiseProperty().set(Numbers.show(Math.round(now.doubleValue() * 100) / 100.0));
            }
        });
    }

    void addControls(Map<Field, Node> controls) {
        controls.put(Field.DATA, tiles);
        controls.put(Field.SCALING, scaling);
        controls.put(Field.NOISE, noise);
        controls.put(Field.EXAMPLES, examples);
        controls.put(Field.TEST_SHARE, testShare);
    }
}
