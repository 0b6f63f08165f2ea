package shiftscope.ui.window;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import shiftscope.export.FigureView;
import shiftscope.ui.model.Exports;
import shiftscope.ui.model.Texts;

/** The menu of the other mouse button over a plot. */
final class PlotMenu {
    private PlotMenu() {}

    /** @param view what the plot is, when the menu is opened */
    static void on(Node plot, Exports exports, Supplier<FigureView> view) {
        Texts texts = Views.texts("export");
        MenuItem export = new MenuItem(texts.get("menu.export"));
        MenuItem copy = new MenuItem(texts.get("menu.copy"));
        ContextMenu menu = new ContextMenu(export, copy);
        export.setOnAction(event -> exports.show(view.get()));
        copy.setOnAction(event -> {
            exports.form().viewProperty().set(view.get());
            exports.copy(ExportController::toClipboard);
        });
        plot.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(plot, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }
}
