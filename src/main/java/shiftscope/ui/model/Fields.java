package shiftscope.ui.model;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Makes properties that report when a person, not the program, has changed them. */
final class Fields {
    private static final Texts TEXTS = Texts.beside(Fields.class, "sentences");

    private final Consumer<Field> edited;
    private boolean showing;

    Fields(Consumer<Field> edited) {
        this.edited = edited;
    }

    StringProperty text(Field field) {
        return watched(new SimpleStringProperty(this, field.name(), ""), field);
    }

    <T> ObjectProperty<T> choice(Field field) {
        return watched(new SimpleObjectProperty<>(this, field.name()), field);
    }

    /** Changes properties without that counting as an edit. */
    void show(Runnable changes) {
        boolean before = showing;
        showing = true;
        try {
            changes.run();
        } finally {
            showing = before;
        }
    }

    /** @throws shiftscope.config.BadInputException naming the field, if the text is no number */
    static double decimal(Field field, StringProperty text) {
        return Numbers.decimal(name(field), text.get());
    }

    /** @throws shiftscope.config.BadInputException naming the field, if the text is no whole number */
    static int count(Field field, StringProperty text) {
        return Numbers.count(name(field), text.get());
    }

    /** What the field is called in sentences. */
    static String name(Field field) {
        return TEXTS.get("field." + field.name());
    }

    private <P extends Property<?>> P watched(P property, Field field) {
        property.addListener((observed, before, now) -> {
            if (!showing && now != null) {
                edited.accept(field);
            }
        });
        return property;
    }
}
