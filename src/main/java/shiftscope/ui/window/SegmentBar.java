package shiftscope.ui.window;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * Choices side by side, of which one is always chosen.
 *
 * @param <T> what is chosen
 */
public final class SegmentBar<T> extends HBox {
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    public SegmentBar() {
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER_LEFT);
        value.addListener((property, before, now) -> show());
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /**
     * Makes one button per choice.
     *
     * @param id the button of a choice is called this and the choice's name in camel case
     * @param text what stands on it
     * @param explanation its tooltip
     */
    void setChoices(List<T> choices, Function<T, String> id, Function<T, String> text, Function<T, String> explanation) {
        buttons.clear();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(text.apply(choice));
            button.setId(id.apply(choice));
            button.setTooltip(new Tooltip(explanation.apply(choice)));
            button.setAccessibleText(text.apply(choice));
            button.setAccessibleHelp(explanation.apply(choice));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                value.set(choice);
                show();
            });
            buttons.put(choice, button);
        }
        List<ToggleButton> all = List.copyOf(buttons.values());
        for (int i = 0; i < all.size(); i++) {
            String shape = i == 0 ? Styles.LEFT_PILL : i == all.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            all.get(i).getStyleClass().add(shape);
        }
        getChildren().setAll(all);
        show();
    }

    /** Writes something else on the buttons. */
    void setTexts(Function<T, String> text) {
        buttons.forEach((choice, button) -> button.setText(text.apply(choice)));
    }

    private void show() {
        buttons.forEach((choice, button) -> button.setSelected(choice.equals(value.get())));
    }
}
