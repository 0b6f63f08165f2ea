package shiftscope.ui.window;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

/**
 * A choice in a list, explained by its tooltip.
 *
 * @param <T> what is chosen
 */
final class ExplainedCell<T> extends ListCell<T> {
    private final Function<T, String> name;
    private final Function<T, String> explanation;

    /** @param explanation may give an empty text for none */
    ExplainedCell(Function<T, String> name, Function<T, String> explanation) {
        this.name = name;
        this.explanation = explanation;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        boolean nothing = empty || item == null;
        setText(nothing ? null : name.apply(item));
        String words = nothing ? "" : explanation.apply(item);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
        setAccessibleHelp(words);
    }
}
