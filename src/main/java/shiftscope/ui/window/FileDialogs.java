package shiftscope.ui.window;

import java.io.File;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import shiftscope.ui.model.Documents;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;

/** Asks for files by the dialogs of the system, and talks to its clipboard. */
final class FileDialogs {
    private final Stage stage;
    private final WindowModel model;
    private final Texts texts = Views.texts("topbar");

    FileDialogs(Stage stage, WindowModel model) {
        this.stage = stage;
        this.model = model;
    }

    void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("choose.title"));
        chooser.getExtensionFilters().setAll(
                new ExtensionFilter(
                        texts.get("choose.all"), "*.json", "*.csv", "*.csv.gz", "*.tsv", "*ubyte", "*ubyte.gz", "*.idx", "*.idx.gz"),
                new ExtensionFilter(texts.get("choose.experiments"), "*.json"),
                new ExtensionFilter(texts.get("choose.tables"), "*.csv", "*.csv.gz", "*.tsv"),
                new ExtensionFilter(texts.get("choose.images"), "*ubyte", "*ubyte.gz", "*.idx", "*.idx.gz"),
                new ExtensionFilter(texts.get("choose.any"), "*.*"));
        File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) {
            model.opener().open(chosen.toPath());
        }
    }

    /** Saves to the file it came from, and asks for one if there is none. */
    void save() {
        if (!model.documents().save()) {
            saveAs(false);
        }
    }

    /** @param state whether the state of both networks goes with it */
    void saveAs(boolean state) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("save.title"));
        chooser.getExtensionFilters().setAll(new ExtensionFilter(texts.get("choose.experiments"), "*" + Documents.ENDING));
        Path before = model.bench().fileProperty().get();
        if (before != null) {
            chooser.setInitialDirectory(before.getParent().toFile());
            chooser.setInitialFileName(before.getFileName().toString());
        } else {
            chooser.setInitialFileName(texts.get("save.name") + Documents.ENDING);
        }
        File chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            model.documents().saveAs(chosen.toPath(), state);
        }
    }

    /** Puts the experiment into the clipboard as a line. */
    void copyLine() {
        model.documents().shareLine(line -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(line);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** Opens what the clipboard holds. */
    void pasteLine() {
        String text = Clipboard.getSystemClipboard().getString();
        model.documents().paste(text == null ? "" : text);
    }
}
