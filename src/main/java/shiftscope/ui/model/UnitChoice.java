package shiftscope.ui.model;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.BadInputException;

/** The unit looked at, as people type it: a number from 0, or nothing for the whole layer. */
public final class UnitChoice {
    private static final Texts TEXTS = Texts.beside(UnitChoice.class, "sentences");

    private final Look look;
    private final Notices notices;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    UnitChoice(Look look, Notices notices) {
        this.look = look;
        this.notices = notices;
        look.unitProperty().addListener((property, before, now) -> show());
        text.addListener((property, before, now) -> typed());
    }

    public StringProperty textProperty() {
        return text;
    }

    private void typed() {
        try {
            Integer unit = text.get().isBlank() ? null : (Integer) Numbers.count(TEXTS.get("unit.name"), text.get());
            if (unit != null && unit < 0) {
                throw new BadInputException(TEXTS.get("unit.negative", text.get().strip()));
            }
            look.unitProperty().set(unit);
            show();
        } catch (BadInputException e) {
            notices.tell(e.getMessage(), this::show);
        }
    }

    private void show() {
        Integer unit = look.unitProperty().get();
        text.set(unit == null ? "" : unit.toString());
    }
}
