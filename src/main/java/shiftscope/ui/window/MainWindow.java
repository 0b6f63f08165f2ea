package shiftscope.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import shiftscope.config.Experiment;
import shiftscope.lesson.text.Glossary;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.ViewSettings;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** The window: its scene, its size, its keys, and files that are dropped on it. */
public final class MainWindow implements WindowActions {
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;
    /** Below this many ems the Experiment panel makes room for the wall. */
    private static final double ROOM_FOR_PANEL = 76;
    /** Below this many ems the curves make room for the wall. */
    private static final double ROOM_FOR_WIDE_CURVES = 95;
    /** Below this many ems a lesson makes room for the wall. */
    private static final double ROOM_FOR_WIDE_LESSON = 60;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Stage stage;
    private final WindowModel model;
    private final WindowController controller;
    private final FileDialogs dialogs;
    private final Skin skin;
    private boolean wasRoomy = true;

    /**
     * Fills a stage that is not shown yet.
     *
     * @param background runs what takes long
     * @param front runs what touches the window
     */
    public MainWindow(Stage stage, WindowModel model, Executor background, Executor front) {
        this.stage = stage;
        this.model = model;
        dialogs = new FileDialogs(stage, model);
        skin = new Skin(model.view());
        Typeface typeface = new Typeface();
        Frames frames = new Frames(model.bench()::poll);
        RichText rich = new RichText(background, front, Glossary::standard);
        controller = new WindowController(
                parts(frames, typeface, new DataPictures(background, front), rich), model);
        Parent root = Views.load("window", controller);
        Scene scene = new Scene(root);
        skin.dress(scene);
        Shortcuts.install(scene, model, this, controller.helpShownProperty());
        acceptFiles(scene);
        stage.setScene(scene);
        stage.getIcons().add(new Image(MainWindow.class.getResource("icon.png").toExternalForm()));
        model.bench().experimentProperty().subscribe(this::showTitle);
        model.bench().fileProperty().subscribe(this::showTitle);
        model.documents().editedProperty().subscribe(this::showTitle);
        size();
        scene.widthProperty().subscribe(this::fit);
        skin.palette().subscribe(this::fit);
        frames.runWhile(stage.showingProperty().and(stage.iconifiedProperty().not()));
    }

    private WindowParts parts(Frames frames, Typeface typeface, DataPictures pictures, RichText rich) {
        TimelineController timeline =
                new TimelineController(model.timeline(), model.bench(), skin.palette(), frames, typeface);
        return new WindowParts(
                new TopBarController(model, this, stage.fullScreenProperty()),
                new ExperimentController(
                        model.form(), new DataController(model.form(), model.mnist(), this, pictures, skin.palette()), model::run),
                new WallController(model, skin.palette(), frames, typeface, List.of(
                        Views.load("layer", new LayerController(model, skin.palette(), frames, typeface)),
                        Views.load("contours", new ContoursController(model, skin.palette(), frames, typeface)),
                        Views.load("draws", new DrawsController(model, skin.palette(), frames, typeface)),
                        Views.load("predictions", new PredictionsController(
                                model.bench(), model.look(), skin.palette(), frames, typeface)),
                        Views.load("domains", new DomainsController(model, skin.palette(), frames, typeface)),
                        Views.load("chain", new ChainController(model.exhibits().stand(), model.exhibits().chain(), skin.palette(), frames, typeface)),
                        Views.load("eightnumbers", new EightNumbersController(
                                model.exhibits().stand(), model.exhibits().eightNumbers(), skin.palette(), frames, typeface)),
                        Views.load("sweep", new SweepController(model.exhibits().stand(), model.exhibits().sweep(), skin.palette(), frames, typeface)))),
                new CurvesController(model, skin.palette(), frames, typeface),
                new LessonController(model.lessons(), rich::of, frames),
                new ContentsController(model.lessons(), model.contents()),
                timeline,
                new TransportController(model.transport(), model.bench(), model.form(), model.timeline(), timeline.view()),
                new ExportController(model.exports()));
    }

    private void showTitle() {
        Texts texts = Views.texts("window");
        Path file = model.bench().fileProperty().get();
        Experiment shown = model.bench().experimentProperty().get();
        String name = file != null ? file.getFileName().toString() : shown == null ? "" : shown.name();
        String title = name.isEmpty() ? texts.get("title") : texts.get("title.of", name);
        stage.setTitle(model.documents().editedProperty().get() ? texts.get("title.edited", title) : title);
    }

    private void size() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        ViewSettings view = model.view();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(view.widthProperty().get(), screen.getWidth()));
        stage.setHeight(Math.min(view.heightProperty().get(), screen.getHeight()));
        stage.widthProperty().addListener((property, before, now) -> remember());
        stage.heightProperty().addListener((property, before, now) -> remember());
    }

    private void remember() {
        if (stage.isShowing() && !stage.isFullScreen() && !stage.isMaximized() && !stage.isIconified()) {
            model.view().widthProperty().set(stage.getWidth());
            model.view().heightProperty().set(stage.getHeight());
        }
    }

    private void fit() {
        double ems = stage.getScene().getWidth() / Skin.em(skin.palette().get());
        if (ems > 0) {
            stage.getScene().getRoot().pseudoClassStateChanged(NARROW, ems < ROOM_FOR_WIDE_CURVES);
            stage.getScene().getRoot().pseudoClassStateChanged(TIGHT, ems < ROOM_FOR_WIDE_LESSON);
            makeRoom(ems >= ROOM_FOR_PANEL);
        }
    }

    /** Whoever wants the panel back in a narrow window may open it; it is put away only when the room becomes too small. */
    private void makeRoom(boolean roomy) {
        if (roomy != wasRoomy) {
            wasRoomy = roomy;
            model.view().panelProperty().set(roomy);
        }
    }

    private void acceptFiles(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                model.opener().open(files.get(0).toPath());
            }
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    @Override
    public void chooseFile() {
        dialogs.open();
    }

    @Override
    public void save() {
        dialogs.save();
    }

    @Override
    public void saveAs(boolean state) {
        dialogs.saveAs(state);
    }

    @Override
    public void copyLine() {
        dialogs.copyLine();
    }

    @Override
    public void pasteLine() {
        dialogs.pasteLine();
    }

    @Override
    public void toggleExport() {
        model.exports().toggle();
    }

    @Override
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void toggleHelp() {
        controller.helpShownProperty().set(!controller.helpShownProperty().get());
    }
}
