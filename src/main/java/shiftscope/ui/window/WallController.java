package shiftscope.ui.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import shiftscope.config.Side;
import shiftscope.plot.Palette;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallPlot;
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
    private static final double ROOM_FOR_IDENTICAL = 44;

    private final WindowModel model;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final List<Parent> others;
    private final WallView wall;
    private final Texts texts = Views.texts("wall");
    private final Map<Side, RunHeaderController> headerControllers = new EnumMap<>(Side.class);
    private final Region gap = new Region();

    @FXML private Pane wallPanel;
    @FXML private HBox headers;
    @FXML private SegmentBar<Tap> taps;
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
                0, Views.load("notices", new NoticesController(model.notices(), model.transport())));
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
        wallPanel.widthProperty().subscribe(() -> frames.soon(this::fit));

        wallScroll.setContent(wall.canvas());
        wallScroll.visibleProperty().bind(look.wallShown());
        centre.getChildren().addAll(others);
        wall.setOnRow(look::choose);
        frames.addQuick(wall.canvas());
        palette.subscribe(this::show);
        identical.setVisible(false);
        model.bench().snapshotProperty().addListener((property, before, now) -> show(now));
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
        identical.setVisible(newest.identicalAtStart());
        if (!newest.playing()) {
            wallScroll.setAccessibleText(WallPlot.summary(newest));
        }
    }

    private void fit() {
        double em = Skin.em(palette.getValue());
        double ems = wallPanel.getWidth() / em;
        double column = (wall.canvas().getWidth() - WallLayout.spineWidth(palette.getValue())) / 2;
        headerControllers.values().forEach(controller -> controller.fit(column / em));
        headers.setMaxWidth(wall.canvas().getWidth());
        taps.setTexts(tap -> texts.get((ems < ROOM_FOR_FORMULAS ? "short." : "long.") + tap));
        identical.setManaged(ems >= ROOM_FOR_IDENTICAL);
    }
}
