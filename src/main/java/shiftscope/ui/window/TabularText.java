package shiftscope.ui.window;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A line of text that stands still while its numbers change: every digit has the width of the widest, which the typeface itself
 * grants only to programs that can ask for its tabular figures. Aligned right. What changes only its digits does not concern the layout
 * of the window, which would else be made anew with every step.
 */
public final class TabularText extends Region {
    private static final String DIGITS = "0123456789";

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    /** Not managed, so that a layout it asks for is its own alone. */
    private final Pane line = new Pane() {
        @Override
        protected void layoutChildren() {
            place();
        }
    };
    private final Text ruler = new Text();
    private Font measured;
    private double digitWidth;

    public TabularText() {
        setAccessibleRole(AccessibleRole.TEXT);
        line.setManaged(false);
        getChildren().add(line);
        text.addListener((property, before, now) -> show(before, now));
    }

    public StringProperty textProperty() {
        return text;
    }

    private void show(String before, String now) {
        List<Node> glyphs = line.getChildren();
        while (glyphs.size() < now.length()) {
            glyphs.add(glyph());
        }
        for (int i = 0; i < glyphs.size(); i++) {
            ((Label) glyphs.get(i)).setText(i < now.length() ? now.substring(i, i + 1) : "");
        }
        setAccessibleText(now);
        line.requestLayout();
        if (!equallyWide(before, now)) {
            requestLayout();
        }
    }

    private static boolean equallyWide(String one, String other) {
        return one.length() == other.length()
                && IntStream.range(0, one.length()).allMatch(i -> one.charAt(i) == other.charAt(i)
                        || isDigit(one.charAt(i)) && isDigit(other.charAt(i)));
    }

    private static boolean isDigit(char character) {
        return DIGITS.indexOf(character) >= 0;
    }

    private Label glyph() {
        Label glyph = new Label();
        glyph.setMinWidth(USE_PREF_SIZE);
        glyph.setPadding(Insets.EMPTY);
        glyph.fontProperty().addListener(changed -> requestLayout());
        return glyph;
    }

    private Stream<Label> glyphs() {
        return line.getChildren().stream().limit(text.get().length()).map(Label.class::cast);
    }

    private double lineWidth() {
        return glyphs().mapToDouble(this::width).sum();
    }

    private double width(Label glyph) {
        if (glyph.getText().isBlank()) {
            return widthOf(glyph.getText(), glyph.getFont());
        }
        if (isDigit(glyph.getText().charAt(0))) {
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
        return snappedLeftInset() + snappedRightInset() + lineWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + glyphs().mapToDouble(glyph -> glyph.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(0, 0, getWidth(), getHeight());
        line.requestLayout();
    }

    private void place() {
        double x = getWidth() - snappedRightInset() - lineWidth();
        for (Label glyph : glyphs().toList()) {
            double cell = width(glyph);
            double own = glyph.prefWidth(-1);
            glyph.resizeRelocate(x + (cell - own) / 2, snappedTopInset(), own, glyph.prefHeight(-1));
            x += cell;
        }
    }
}
