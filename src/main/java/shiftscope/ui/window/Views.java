package shiftscope.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import shiftscope.ui.model.Texts;

/** Loads a part of the window: its FXML file and texts, for a controller that has been made already. */
final class Views {
    private Views() {}

    static Parent load(String name, Object controller) {
        FXMLLoader loader = new FXMLLoader(Views.class.getResource(name + ".fxml"), texts(name).bundle());
        loader.setControllerFactory(type -> {
            if (!type.isInstance(controller)) {
                throw new IllegalStateException(name + ".fxml wants a " + type.getName() + ", not a " + controller.getClass().getName());
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".fxml cannot be loaded", e);
        }
    }

    static Texts texts(String name) {
        return Texts.beside(Views.class, name);
    }
}
