package shiftscope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.ViewSettings;
import shiftscope.ui.model.WindowModel;

/** Puts the parts of the window in their places. */
public final class WindowController {
    /** What curves keep of the right column beside a lesson. */
    private static final double SHARE_OF_CURVES = 0.3;
    /** In front of what else may lie over the window, whichever was seen first. */
    private static final double HELP = -1;
    private static final PseudoClass LESSON = PseudoClass.getPseudoClass("lesson");

    private final WindowParts parts;
    private final WindowModel model;
    private final ViewSettings view;
    private final LessonDesk lessons;
    private final BooleanProperty helpShown = new SimpleBooleanProperty(this, "helpShown");

    /** In no scene until it is first seen, and then kept by nobody else. */
    private Parent help;
    @FXML private StackPane root;
    @FXML private BorderPane frame;

    WindowController(WindowParts parts, WindowModel model) {
        this.parts = parts;
        this.model = model;
        view = model.view();
        lessons = model.lessons();
    }

    BooleanProperty helpShownProperty() {
        return helpShown;
    }

    @FXML
    private void initialize() {
        Parent panel = Views.load("experiment", parts.experiment());
        panel.visibleProperty().bind(view.panelProperty().and(lessons.hides(shiftscope.lesson.Region.EXPERIMENT).not()));
        panel.managedProperty().bind(panel.visibleProperty());
        frame.setTop(Views.load("topbar", parts.topBar()));
        frame.setLeft(panel);
        frame.setCenter(Views.load("wall", parts.wall()));
        frame.setRight(column());
        VBox bottom = new VBox(Views.load("timeline", parts.timeline()), Views.load("transport", parts.transport()));
        bottom.getStyleClass().add("bottom");
        frame.setBottom(bottom);
        Pointing.on(root, model);
        Parent sheet = Views.load("export", parts.export());
        StackPane.setAlignment(sheet, Pos.TOP_RIGHT);
        Bindings.placeWhenSeen(root, sheet);
        Bindings.placeWhenSeen(root, Views.load("contents", parts.contents()));
        help = Views.load("help", new HelpController(helpShown));
        help.setViewOrder(HELP);
        Bindings.placeWhenSeen(root, help);
    }

    /** Curves, and below them a lesson while one is open; which has the same place in every step. */
    private Region column() {
        Region curves = (Region) Views.load("curves", parts.curves());
        Parent lesson = Views.load("lesson", parts.lesson());
        VBox column = new VBox(curves);
        column.getStyleClass().add("right-column");
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox.setVgrow(lesson, Priority.ALWAYS);
        lessons.openedProperty().subscribe(opened -> {
            boolean open = opened != null;
            Bindings.shown(lesson, open);
            root.pseudoClassStateChanged(LESSON, open);
            if (open) {
                curves.minHeightProperty().bind(column.heightProperty().multiply(SHARE_OF_CURVES));
                curves.maxHeightProperty().bind(curves.minHeightProperty());
            } else {
                curves.minHeightProperty().unbind();
                curves.maxHeightProperty().unbind();
                curves.setMinHeight(Region.USE_COMPUTED_SIZE);
                curves.setMaxHeight(Region.USE_COMPUTED_SIZE);
            }
        });
        Bindings.placeWhenSeen(column, lesson);
        return column;
    }
}
