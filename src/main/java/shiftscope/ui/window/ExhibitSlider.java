package shiftscope.ui.window;

import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import shiftscope.ui.model.ExhibitNumber;

/** A number of an exhibit: its name, a slider, and a field to type it in. The last two are found by the name: {@code #slideAlpha}. */
public final class ExhibitSlider extends HBox {
    private final Label name = new Label();
    private final Slider slider = new Slider();
    private final TextField field = new TextField();

    /** One with a slider and a field. */
    public ExhibitSlider() {
        getStyleClass().add("exhibit-slider");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("exhibit-name");
        name.setMinWidth(Control.USE_PREF_SIZE);
        field.getStyleClass().addAll("number", "exhibit-number");
        getChildren().setAll(name, slider, field);
    }

    /** One of a row of numbers that are only typed. */
    static ExhibitSlider withoutSlider() {
        ExhibitSlider row = new ExhibitSlider();
        row.getChildren().remove(row.slider);
        return row;
    }

    /**
     * Shows a number.
     *
     * @param id its name in ids, beginning with a capital
     * @param meaning its tooltip
     */
    void show(ExhibitNumber number, String id, String meaning) {
        name.setText(number.name());
        Tooltip tooltip = new Tooltip(meaning);
        name.setTooltip(tooltip);
        for (Control control : new Control[] {slider, field}) {
            control.setTooltip(tooltip);
            control.setAccessibleText(number.name());
            control.setAccessibleHelp(meaning);
        }
        slider.setId("slide" + id);
        field.setId("type" + id);
        slider.setMin(number.leastPosition());
        slider.setMax(number.mostPosition());
        slider.setBlockIncrement(number.stride());
        slider.valueProperty().bindBidirectional(number.positionProperty());
        Bindings.committed(field, number.textProperty());
    }
}
