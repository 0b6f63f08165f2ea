package shiftscope.ui.window;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import shiftscope.lesson.Library;
import shiftscope.ui.model.Bench;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.OpenLesson;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.Undo;
import shiftscope.ui.model.ViewSettings;
import shiftscope.ui.model.WindowModel;

/** Name of the program and of the experiment, and what concerns the window as a whole. */
public final class TopBarController {
    /** Below this many ems the name of the program gives way to an open lesson, and that of the experiment always. */
    private static final double ROOM_FOR_NAME = 75;
    private static final double PATIENCE_MILLIS = 700;

    private final WindowModel model;
    private final ViewSettings view;
    private final Bench bench;
    private final Undo history;
    private final WindowActions actions;
    private final ReadOnlyBooleanProperty isFullScreen;
    private final Texts texts = Views.texts("topbar");

    @FXML private ToggleButton panel;
    @FXML private Region topBar;
    @FXML private Label program;
    @FXML private Label experiment;
    @FXML private ProgressIndicator busy;
    @FXML private Button lessonBefore;
    @FXML private Button lessonNow;
    @FXML private Label lessonPlace;
    @FXML private Label lessonTitle;
    @FXML private Button lessonAfter;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private MenuButton file;
    @FXML private Button export;
    @FXML private ToggleButton projector;
    @FXML private Button theme;
    @FXML private FontIcon themeIcon;
    @FXML private Button fullScreen;
    @FXML private FontIcon fullScreenIcon;
    @FXML private Button help;

    TopBarController(WindowModel model, WindowActions actions, ReadOnlyBooleanProperty isFullScreen) {
        this.model = model;
        view = model.view();
        bench = model.bench();
        history = model.undo();
        this.actions = actions;
        this.isFullScreen = isFullScreen;
    }

    @FXML
    private void initialize() {
        panel.selectedProperty().bindBidirectional(view.panelProperty());
        experiment.textProperty().bind(javafx.beans.binding.Bindings.createStringBinding(
                this::name, bench.experimentProperty(), bench.fileProperty(), model.documents().editedProperty()));
        showBusy();
        undo.setOnAction(event -> history.undo());
        redo.setOnAction(event -> history.redo());
        tell(undo, history.undoesProperty(), "undo");
        tell(redo, history.redoesProperty(), "redo");
        FileMenu.fill(file, model, actions);
        export.setOnAction(event -> actions.toggleExport());
        projector.selectedProperty().bindBidirectional(view.projectorProperty());
        theme.setOnAction(event -> view.darkProperty().set(!view.darkProperty().get()));
        theme.disableProperty().bind(view.projectorProperty());
        view.darkProperty().subscribe(dark -> themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon"));
        fullScreen.setOnAction(event -> actions.toggleFullScreen());
        isFullScreen.subscribe(full -> fullScreenIcon.setIconLiteral(full ? "fth-minimize" : "fth-maximize"));
        help.setOnAction(event -> actions.toggleHelp());
        LessonDesk lessons = model.lessons();
        lessonBefore.setOnAction(event -> lessons.lessonBefore());
        lessonNow.setOnAction(event -> lessons.contentsShownProperty().set(true));
        lessonAfter.setOnAction(event -> lessons.nextLesson());
        lessons.openedProperty().subscribe(this::show);
        topBar.widthProperty().subscribe(this::fit);
        lessonPlace.fontProperty().subscribe(this::fit);
    }

    /** The open lesson takes the place of the experiment's name, which is its own. */
    private void show(OpenLesson opened) {
        boolean open = opened != null;
        List.of(lessonBefore, lessonAfter).forEach(button -> Bindings.shown(button, open && opened.number() > 0));
        lessonBefore.setDisable(!model.lessons().hasLessonBefore());
        lessonAfter.setDisable(!model.lessons().hasNextLesson());
        lessonPlace.setText(!open ? texts.get("lessons")
                : opened.number() == 0 ? texts.get("lesson.file")
                : texts.get("lesson.number", opened.number(), Library.size()));
        lessonTitle.setText(open ? opened.lesson().title() : "");
        Bindings.shown(lessonTitle, open);
        fit();
        lessonNow.setAccessibleText(lessonPlace.getText() + " " + lessonTitle.getText());
    }

    /** In little room the lesson is worth more than the name of the program, whose sign stays, and the experiment's is in the title. */
    private void fit() {
        double ems = topBar.getWidth() / lessonPlace.getFont().getSize();
        boolean free = model.lessons().openedProperty().get() == null;
        Bindings.shown(program, free || ems >= ROOM_FOR_NAME);
        Bindings.shown(experiment, free && ems >= ROOM_FOR_NAME);
    }

    private String name() {
        Path path = bench.fileProperty().get();
        String name = bench.experimentProperty().get() == null ? "" : bench.experimentProperty().get().name();
        String shown = path == null ? name : texts.get("name.file", name, path.getFileName());
        return model.documents().editedProperty().get() ? texts.get("name.edited", shown) : shown;
    }

    /** Says what would be done, and is of no use while that is nothing. */
    private void tell(Button button, ReadOnlyStringProperty what, String key) {
        button.disableProperty().bind(what.isEmpty());
        what.subscribe(words -> {
            String text = words.isEmpty() ? texts.get(key + ".nothing") : texts.get(key + ".tip", words);
            button.getTooltip().setText(text);
            button.setAccessibleHelp(text);
        });
    }

    /** Most experiments are ready before anybody could wonder; a sign for those would only flicker. */
    private void showBusy() {
        PauseTransition patience = new PauseTransition(Duration.millis(PATIENCE_MILLIS));
        patience.setOnFinished(event -> busy.setVisible(bench.openingProperty().get()));
        busy.setVisible(false);
        bench.openingProperty().subscribe(opening -> {
            if (opening) {
                patience.playFromStart();
            } else {
                busy.setVisible(false);
            }
        });
    }
}
