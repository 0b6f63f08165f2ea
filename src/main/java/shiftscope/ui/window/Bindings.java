package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import shiftscope.ui.model.LiveNumber;
import shiftscope.ui.model.Texts;

/** Ties controls to properties in ways that JavaFX has no binding for. */
final class Bindings {
    private Bindings() {}

    /** What is typed counts when Enter is pressed or the field is left; Esc shows again what counts. */
    static void committed(TextField field, StringProperty value) {
        field.setText(value.get());
        value.addListener((property, before, now) -> field.setText(now));
        field.setOnAction(event -> value.set(field.getText()));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                value.set(field.getText());
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(value.get());
            }
        });
    }

    /** Ties a number that changes while the runs play to its field and its slider. */
    static void live(TextField field, Slider slider, LiveNumber number) {
        committed(field, number.textProperty());
        slider.setMin(number.leastExponent());
        slider.setMax(number.mostExponent());
        slider.setBlockIncrement(0.25);
        slider.valueProperty().bindBidirectional(number.exponentProperty());
    }

    /** Lets one of the values be chosen, and passes on every value that the arrow keys come by. */
    static <T> void choice(ComboBox<T> box, List<T> values, Function<T, String> text, ObjectProperty<T> value) {
        name(box, values, text);
        value.subscribe(box::setValue);
        box.valueProperty().addListener((property, before, now) -> {
            // A list that is replaced leaves the box empty for a moment, which nobody has chosen.
            if (now != null) {
                value.set(now);
            }
        });
    }

    private static <T> void name(ComboBox<T> box, List<T> values, Function<T, String> text) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T shown) {
                return shown == null ? "" : text.apply(shown);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        box.getItems().setAll(values);
    }

    /** Takes a choice when the list is closed: what the arrow keys come by in an open list is not meant to be tried. */
    static <T> void settled(ComboBox<T> box, ObjectProperty<T> value) {
        value.subscribe(() -> box.setValue(value.get()));
        box.setValue(value.get());
        box.valueProperty().addListener((property, before, now) -> {
            if (!box.isShowing()) {
                value.set(now);
            }
        });
        box.setOnHidden(event -> value.set(box.getValue()));
    }

    /**
     * Lets one of the values be chosen, by closing the list on it. A value is called {@code key.VALUE} in the texts and explained by
     * {@code key.VALUE.tip}, where it is listed and, once chosen, on the box.
     */
    static <T extends Enum<T>> void choice(ComboBox<T> box, T[] values, Texts texts, String key, ObjectProperty<T> value) {
        Function<T, String> name = shown -> texts.get(key + "." + shown);
        Function<T, String> explanation = shown -> texts.get(key + "." + shown + ".tip");
        name(box, List.of(values), name);
        settled(box, value);
        box.setCellFactory(list -> new ExplainedCell<>(name, explanation));
        box.setButtonCell(new ExplainedCell<>(name, shown -> ""));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(value.map(explanation));
        box.setTooltip(tooltip);
        box.accessibleHelpProperty().bind(value.map(explanation));
    }

    /** Shows a node in its place, or leaves no trace of it. */
    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /**
     * Draws what scrolls without a detour. It is usually kept as a picture, so that scrolling need not draw it; where it changes with every
     * step, that is one more copy of every drawing.
     */
    static void drawnDirectly(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            if (skin != null) {
                pane.lookup(".viewport").setCache(false);
            }
        });
    }

    /** All of a switch answers a click, its words too; and Space and Enter move one that was reached by keyboard, as they do buttons. */
    static void wholly(ToggleSwitch toggle) {
        toggle.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && toggle.contains(event.getX(), event.getY())) {
                toggle.fire();
            }
            event.consume();
        });
        toggle.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (toggle.isFocusVisible() && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
                toggle.fire();
                event.consume();
            }
        });
    }

    /**
     * Puts a part of the window in its place when it is first to be seen. What is in no scene is not styled, which would keep whoever
     * starts the program waiting for parts that nobody has asked for. Until then the caller has to keep the part, since what it is bound to
     * does not.
     */
    static void placeWhenSeen(Pane place, Node part) {
        if (part.isVisible()) {
            place.getChildren().add(part);
            return;
        }
        // Told before those that would give the part the focus, which takes a scene.
        part.visibleProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable visible) {
                if (part.isVisible()) {
                    visible.removeListener(this);
                    place.getChildren().add(part);
                }
            }
        });
    }
}
