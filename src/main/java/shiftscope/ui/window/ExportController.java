package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.io.File;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import shiftscope.export.FigureView;
import shiftscope.export.Pictures;
import shiftscope.ui.model.ExportForm;
import shiftscope.ui.model.Exports;
import shiftscope.ui.model.Texts;

/** The sheet that makes files of plots. It lies beside what is shown, which goes on. */
public final class ExportController {
    private final Exports exports;
    private final Texts texts = Views.texts("export");

    @FXML private Node exportSheet;
    @FXML private Button closeExport;
    @FXML private ComboBox<FigureView> what;
    @FXML private ComboBox<ExportForm.Format> format;
    @FXML private ComboBox<ExportForm.Colours> colours;
    @FXML private ComboBox<Integer> scale;
    @FXML private Node coloursRow;
    @FXML private Node sizeRow;
    @FXML private Node scaleRow;
    @FXML private Node transparentRow;
    @FXML private Node stepsRow;
    @FXML private Node everyRow;
    @FXML private Node progressRow;
    @FXML private TextField width;
    @FXML private TextField height;
    @FXML private ToggleSwitch transparent;
    @FXML private TextField from;
    @FXML private TextField to;
    @FXML private TextField every;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private Button copy;
    @FXML private Button write;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @FXML
    private void initialize() {
        ExportForm form = exports.form();
        exportSheet.visibleProperty().bind(exports.shownProperty());
        exportSheet.managedProperty().bind(exports.shownProperty());
        closeExport.setOnAction(event -> exports.shownProperty().set(false));
        choice(what, List.of(FigureView.values()), view -> texts.get("what." + view), form.viewProperty());
        choice(format, List.of(ExportForm.Format.values()), one -> texts.get("format." + one), form.formatProperty());
        choice(colours, List.of(ExportForm.Colours.values()), one -> texts.get("colours." + one), form.coloursProperty());
        choice(scale, List.of(1, 2, 3, 4), String::valueOf, form.scaleProperty());
        Bindings.committed(width, form.widthProperty());
        Bindings.committed(height, form.heightProperty());
        Bindings.committed(from, form.fromProperty());
        Bindings.committed(to, form.toProperty());
        Bindings.committed(every, form.everyProperty());
        transparent.selectedProperty().bindBidirectional(form.transparentProperty());
        Bindings.wholly(transparent);
        form.formatProperty().subscribe(this::showRows);
        progress.progressProperty().bind(exports.progressProperty());
        shownWhile(progressRow, exports.runningProperty());
        write.disableProperty().bind(exports.runningProperty());
        cancel.setOnAction(event -> exports.cancel());
        copy.setOnAction(event -> exports.copy(ExportController::toClipboard));
        write.setOnAction(event -> askAndWrite(form.formatProperty().get()));
    }

    private static <T> void choice(ComboBox<T> box, List<T> values, Function<T, String> text, ObjectProperty<T> value) {
        Bindings.choice(box, values, text, value);
    }

    private static void shownWhile(Node row, BooleanExpression condition) {
        row.visibleProperty().bind(condition);
        row.managedProperty().bind(condition);
    }

    /** What the format cannot have is not asked for. */
    private void showRows(ExportForm.Format chosen) {
        boolean pixels = chosen == ExportForm.Format.PNG || chosen.moves();
        boolean picture = chosen != ExportForm.Format.CSV;
        Bindings.shown(coloursRow, picture);
        Bindings.shown(sizeRow, picture);
        Bindings.shown(scaleRow, pixels);
        Bindings.shown(transparentRow, picture && chosen != ExportForm.Format.GIF);
        Bindings.shown(stepsRow, chosen.moves());
        Bindings.shown(everyRow, chosen.moves());
        copy.setDisable(chosen.moves() || !picture);
    }

    private void askAndWrite(ExportForm.Format chosen) {
        File file;
        if (chosen == ExportForm.Format.FRAMES) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("save.folder"));
            file = chooser.showDialog(exportSheet.getScene().getWindow());
        } else {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(texts.get("save.title"));
            chooser.getExtensionFilters().setAll(new ExtensionFilter(texts.get("format." + chosen), "*" + chosen.ending()));
            chooser.setInitialFileName(exports.suggestedName());
            file = chooser.showSaveDialog(exportSheet.getScene().getWindow());
        }
        if (file != null) {
            exports.write(file.toPath());
        }
    }

    static void toClipboard(Pictures.Pixels pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter().setPixels(
                0, 0, pixels.width(), pixels.height(), PixelFormat.getIntArgbInstance(), pixels.argb(), 0, pixels.width());
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
