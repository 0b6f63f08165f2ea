package shiftscope.ui.window;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/**
 * A choice that a single layer may make for itself. As long as it does not, the box shows in grey letters what holds for it anyway.
 *
 * @param <T> what is chosen
 */
final class OwnChoice<T> extends ComboBox<Optional<T>> {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    /**
     * What the choices are called, and what they mean.
     *
     * @param name of a value, short enough for the box
     * @param listed of a value where there is more room
     * @param meaning of a value, for a tooltip
     * @param none the choice to have nothing of one's own
     * @param noneMeaning for its tooltip
     */
    record Words<T>(
            Function<T, String> name, Function<T, String> listed, Function<T, String> meaning, String none, String noneMeaning) {}

    private final ObservableValue<T> inherited;
    private final Words<T> words;

    /**
     * A choice among values, headed by the choice to have none.
     *
     * @param inherited what holds unless the layer has its own
     * @param own what is chosen
     */
    OwnChoice(T[] values, Words<T> words, ObservableValue<T> inherited, ObjectProperty<Optional<T>> own) {
        this.inherited = inherited;
        this.words = words;
        getStyleClass().add("own-choice");
        setMaxWidth(Double.MAX_VALUE);
        getItems().add(Optional.empty());
        getItems().addAll(Stream.of(values).map(Optional::of).toList());
        setCellFactory(list -> new ExplainedCell<>(
                chosen -> chosen.map(words.listed()).orElse(words.none()),
                chosen -> chosen.map(words.meaning()).orElse(words.noneMeaning())));
        ExplainedCell<Optional<T>> shown = new ExplainedCell<>(this::effective, chosen -> "");
        setButtonCell(shown);
        Bindings.settled(this, own);
        own.subscribe(chosen -> pseudoClassStateChanged(OWN, own.get().isPresent()));
        inherited.addListener((property, before, now) -> shown.setText(effective(getValue())));
    }

    /**
     * Says what is chosen here.
     *
     * @param title for those who cannot see where the box stands
     */
    void explain(String title, String explanation) {
        setAccessibleText(title);
        setAccessibleHelp(explanation);
        setTooltip(new Tooltip(explanation));
    }

    private String effective(Optional<T> chosen) {
        return chosen.or(() -> Optional.ofNullable(inherited.getValue())).map(words.name()).orElse("");
    }
}
