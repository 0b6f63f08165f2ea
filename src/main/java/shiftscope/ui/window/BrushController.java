package shiftscope.ui.window;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.WindowModel;

/** The line that says how many examples are pointed out, above the wall and above a layer alike. */
public final class BrushController {
    private final WindowModel model;

    @FXML private HBox brushBar;
    @FXML private Label brushed;

    BrushController(WindowModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        brushBar.visibleProperty().bind(model.look().brushProperty().isNotNull());
        brushBar.managedProperty().bind(brushBar.visibleProperty());
        InvalidationListener show = changed -> show();
        model.look().brushProperty().addListener(show);
        model.bench().snapshotProperty().addListener(show);
    }

    private void show() {
        Snapshot newest = model.bench().snapshotProperty().get();
        if (newest != null) {
            brushed.setText(model.layer().brushed(newest));
        }
    }

    @FXML
    private void clear() {
        model.layer().clearBrush();
    }
}
