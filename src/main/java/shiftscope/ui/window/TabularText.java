package shiftscope.ui.window;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A line of text that stands still while its numbers change: every digit has the width of the widest, which the typeface itself
 * grants only to programs that can ask for its tabular figures. Aligned right.
 */
public final class TabularText extends Region {
    private static final String DIGITS = "0123456789";

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Text ruler = new Text();
    private Font measured;
    private double digitWidth;

    public TabularText() {
        setAccessibleRole(AccessibleRole.TEXT);
        text.addListener((property, before, now) -> show(now));
    }

    public StringProperty textProperty() {
        return text;
    }

    private void show(String now) {
        if (now.length() != getChildren().size()) {
            getChildren().setAll(now.chars().mapToObj(character -> glyph()).toList());
        }
        for (int i = 0; i < now.length(); i++) {
            ((Label) getChildren().get(i)).setText(now.substring(i, i + 1));
        }
        setAccessibleText(now);
        requestLayout();
    }

    private static Label glyph() {
        Label glyph = new Label();
        glyph.setMinWidth(USE_PREF_SIZE);
        glyph.setPadding(Insets.EMPTY);
        return glyph;
    }

    private double width(Label glyph) {
        if (glyph.getText().isBlank()) {
            return widthOf(glyph.getText(), glyph.getFont());
        }
        if (DIGITS.contains(glyph.getText())) {
            if (!glyph.getFont().equals(measured)) {
                measured = glyph.getFont();
                digitWidth = DIGITS.chars().mapToDouble(digit -> widthOf(Character.toString(digit), measured)).max().orElse(0);
            }
            return digitWidth;
        }
        return glyph.prefWidth(-1);
    }

    private double widthOf(String line, Font font) {
        ruler.setFont(font);
        ruler.setText(line);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snappedRightInset()
                + getChildren().stream().mapToDouble(glyph -> width((Label) glyph)).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset()
                + getChildren().stream().mapToDouble(glyph -> glyph.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double x = getWidth() - snappedRightInset() - getChildren().stream().mapToDouble(glyph -> width((Label) glyph)).sum();
        for (Node child : getChildren()) {
            Label glyph = (Label) child;
            double cell = width(glyph);
            double own = glyph.prefWidth(-1);
            glyph.resizeRelocate(x + (cell - own) / 2, snappedTopInset(), own, glyph.prefHeight(-1));
            x += cell;
        }
    }
}
