package shiftscope.ui.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import shiftscope.config.Side;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.LeftBehind;
import shiftscope.plot.Palette;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallMode;
import shiftscope.plot.WallOptions;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.ui.model.Look;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;
import shiftscope.ui.plot.WallView;

/** The centre: message bars, the headers of both runs, the choice of what is looked at, and the wall. */
public final class WallController {
    /** Below this many ems the choices are symbols without their formulas. */
    private static final double ROOM_FOR_FORMULAS = 58;
    /** Below this many ems the reassurance about step 0 gives way. */
    private static final double ROOM_FOR_IDENTICAL = 58;

    private final WindowModel model;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final List<Parent> others;
    private final WallView wall;
    private final Texts texts = Views.texts("wall");
    private final Map<Side, RunHeaderController> headerControllers = new EnumMap<>(Side.class);
    private final Region gap = new Region();
    private final BooleanProperty leftBehind = new SimpleBooleanProperty();

    @FXML private Pane wallPanel;
    @FXML private HBox headers;
    @FXML private FlowPane lookAt;
    @FXML private HBox tapsRow;
    @FXML private SegmentBar<Tap> taps;
    @FXML private SegmentBar<WallMode> modes;
    @FXML private ToggleButton log;
    @FXML private HBox bands;
    @FXML private TextField wallUnit;
    @FXML private ToggleButton outer;
    @FXML private HBox legend;
    @FXML private HBox leftLegend;
    @FXML private Label left;
    @FXML private Label identical;
    @FXML private StackPane centre;
    @FXML private ScrollPane wallScroll;

    /** @param others what may stand in the place of the wall; each shows itself when it is its turn */
    WallController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface, List<Parent> others) {
        this.model = model;
        this.others = others;
        this.palette = palette;
        this.frames = frames;
        wall = new WallView(typeface);
    }

    @FXML
    private void initialize() {
        wallPanel.getChildren().add(
                0, Views.load("notices", new NoticesController(model.notices(), model.transport(), model.timeline())));
        wallPanel.getChildren().add(wallPanel.getChildren().indexOf(centre), Views.load("brush", new BrushController(model)));
        headers.getChildren().setAll(header(Side.A), gap, header(Side.B));
        // The headers stand over the columns of the wall, also while a scroll bar takes some of its width.
        wall.canvas().widthProperty().subscribe(() -> frames.soon(this::fit));

        Look look = model.look();
        taps.setChoices(
                List.of(Tap.values()),
                tap -> "tap" + (tap.ordinal() + 1),
                tap -> texts.get("long." + tap),
                tap -> texts.get("tip." + tap));
        taps.valueProperty().bindBidirectional(look.tapProperty());
        // What is disabled has no tooltip of its own.
        Tooltip unused = new Tooltip(texts.get("lookAt.unused"));
        taps.disableProperty().bind(look.predictionsShown());
        look.predictionsShown().subscribe(shown -> {
            if (shown) {
                Tooltip.install(tapsRow, unused);
            } else {
                Tooltip.uninstall(tapsRow, unused);
            }
            taps.setAccessibleHelp(shown ? unused.getText() : "");
        });
        wallPanel.widthProperty().subscribe(() -> frames.soon(this::fit));

        wallScroll.setContent(wall.canvas());
        wallScroll.visibleProperty().bind(look.wallShown().and(model.exhibits().stand().shownProperty().isNull()));
        others.forEach(other -> Bindings.placeWhenSeen(centre, other));
        // Where nothing is trained there is nothing to switch or to look at in a run.
        BooleanBinding runs = model.exhibits().stand().shows(Exhibit.Kind.CHAIN).or(model.exhibits().stand().shows(Exhibit.Kind.EIGHT_NUMBERS)).not();
        shownWhile(runs, headers);
        shownWhile(runs, lookAt);
        Bindings.drawnDirectly(wallScroll);
        wall.setOnRow(look::choose);
        wall.setOnOpen(look::open);
        wall.setOnZoom(look::zoom);
        wall.setOnZoomBack(look::zoomBack);
        wall.setScrolls(() -> wall.canvas().getHeight() > wallScroll.getViewportBounds().getHeight() + 1);
        views(look);
        PlotMenu.on(centre, model.exports(), model.exports()::whatIsShown);
        frames.addQuick(wall.canvas());
        palette.subscribe(this::show);
        identical.setVisible(false);
        model.bench().snapshotProperty().addListener((property, before, now) -> show(now));
    }

    /** The choice of a view, and what each of them can be asked for. */
    private void views(Look look) {
        modes.setChoices(
                List.of(WallMode.values()),
                mode -> "mode" + mode.ordinal(),
                mode -> texts.get("view." + mode),
                mode -> texts.get("view." + mode + ".tip"));
        modes.valueProperty().bindBidirectional(look.modeProperty());
        log.selectedProperty().bindBidirectional(look.logCountsProperty());
        outer.selectedProperty().bindBidirectional(look.outerBandsProperty());
        Bindings.committed(wallUnit, model.unit().textProperty());
        BooleanBinding percentiles = look.modeProperty().isEqualTo(WallMode.PERCENTILES);
        shownWhile(percentiles, bands);
        BooleanBinding now = look.modeProperty().isEqualTo(WallMode.NOW);
        shownWhile(now.or(look.modeProperty().isEqualTo(WallMode.RIDGES)), log);
        shownWhile(now, legend);
        shownWhile(now.and(leftBehind), leftLegend);
        look.modeProperty().subscribe(mode -> {
            wall.setKind(switch (mode) {
                case NOW, PREDICTIONS -> WallView.Kind.NOW;
                case RIDGES -> WallView.Kind.RIDGES;
                case HEAT -> WallView.Kind.HEAT_MAP;
                case PERCENTILES -> WallView.Kind.PERCENTILES;
            });
            describe();
        });
        for (ObservableValue<?> asked : List.of(
                look.logCountsProperty(), look.outerBandsProperty(), look.unitProperty(), look.zoomsProperty())) {
            asked.subscribe(() -> wall.setOptions(options(look)));
        }
    }

    private static WallOptions options(Look look) {
        Integer unit = look.unitProperty().get();
        return new WallOptions(
                look.logCountsProperty().get(),
                look.outerBandsProperty().get(),
                unit == null ? OptionalInt.empty() : OptionalInt.of(unit),
                look.zoomsProperty().get());
    }

    private static void shownWhile(BooleanExpression condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void describe() {
        wallScroll.setAccessibleText(wall.summary());
    }

    private Node header(Side side) {
        RunHeaderController controller = new RunHeaderController(model.run(side));
        headerControllers.put(side, controller);
        Parent header = Views.load("runheader", controller);
        HBox.setHgrow(header, Priority.ALWAYS);
        ((Region) header).setPrefWidth(100);
        ((Region) header).setMaxWidth(Double.MAX_VALUE);
        return header;
    }

    private void show(Palette now) {
        double spine = WallLayout.spineWidth(now);
        gap.setMinWidth(spine);
        gap.setMaxWidth(spine);
        wall.setPalette(now);
        frames.soon(this::fit);
    }

    private void show(Snapshot newest) {
        wall.show(newest);
        showIdentical();
        showLeft();
        if (!newest.playing()) {
            describe();
        }
    }

    private void showIdentical() {
        Snapshot newest = model.bench().snapshotProperty().get();
        identical.setVisible(identical.isManaged() && newest != null && newest.identicalAtStart());
    }

    /** Says of which steps the outline of a future left behind is, if there is one. */
    private void showLeft() {
        Snapshot newest = model.bench().snapshotProperty().get();
        Optional<LeftBehind> shown = newest == null ? Optional.empty() : LeftBehind.of(newest);
        boolean narrow = wallPanel.getWidth() < ROOM_FOR_FORMULAS * Skin.em(palette.getValue());
        left.setText(shown.map(future -> narrow ? future.shortWords() : future.words()).orElse(""));
        leftBehind.set(shown.isPresent());
    }

    private void fit() {
        double em = Skin.em(palette.getValue());
        double ems = wallPanel.getWidth() / em;
        double column = (wall.canvas().getWidth() - WallLayout.spineWidth(palette.getValue())) / 2;
        headerControllers.values().forEach(controller -> controller.fit(column / em));
        headers.setMaxWidth(wall.canvas().getWidth());
        taps.setTexts(tap -> texts.get((ems < ROOM_FOR_FORMULAS ? "short." : "long.") + tap));
        modes.setTexts(mode -> texts.get((ems < ROOM_FOR_FORMULAS ? "view.short." : "view.") + mode));
        identical.setManaged(ems >= ROOM_FOR_IDENTICAL);
        showIdentical();
        showLeft();
    }
}
