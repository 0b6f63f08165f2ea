package shiftscope.ui.window;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;

/** The menu of what is done with files, and rarely enough to be folded away. */
final class FileMenu {
    private final WindowModel model;
    private final Texts texts = Views.texts("topbar");
    private final Menu recent = new Menu(texts.get("recent"));

    private FileMenu(WindowModel model) {
        this.model = model;
    }

    /** Fills a menu. */
    static void fill(MenuButton button, WindowModel model, WindowActions actions) {
        FileMenu menu = new FileMenu(model);
        menu.recent.setId("recent");
        button.getItems().setAll(
                menu.item("open", actions::chooseFile),
                menu.recent,
                new SeparatorMenuItem(),
                menu.item("save", actions::save),
                menu.item("saveAs", () -> actions.saveAs(false)),
                menu.item("saveState", () -> actions.saveAs(true)),
                new SeparatorMenuItem(),
                menu.item("copyLine", actions::copyLine),
                menu.item("pasteLine", actions::pasteLine),
                new SeparatorMenuItem(),
                menu.item("export", actions::toggleExport));
        model.recent().pathsProperty().subscribe(menu::list);
    }

    /** The key is said in words behind the entry: {@link Shortcuts} hears it wherever the focus is. */
    private MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(texts.get(name));
        item.setId("file-" + name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void list(List<Path> paths) {
        recent.setDisable(paths.isEmpty());
        recent.getItems().setAll(paths.stream().map(path -> {
            MenuItem item = new MenuItem(texts.get("recent.file", path.getFileName(), path.getParent()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.opener().open(path));
            return item;
        }).toList());
    }
}
