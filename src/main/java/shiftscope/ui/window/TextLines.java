package shiftscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A paragraph that wraps, in which terms of the glossary have a dotted line under them. */
final class TextLines extends Region {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");

    private static final double BELOW_BASELINE = 3;

    private final TextFlow flow = new TextFlow();
    private final List<Underline> underlines = new ArrayList<>();
    private int characters;

    private record Underline(Node node, int from, Path line) {}

    TextLines() {
        getChildren().add(flow);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Words, or something that stands in the line as one character does. */
    void add(Node node) {
        flow.getChildren().add(node);
        characters += length(node);
    }

    /** The same with a dotted line under it, which shows where the keyboard is. */
    void addUnderlined(Node node) {
        Path line = new Path();
        line.getStyleClass().setAll("term-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        node.focusedProperty().subscribe(focused -> line.pseudoClassStateChanged(FOCUSED, focused));
        underlines.add(new Underline(node, characters, line));
        getChildren().add(line);
        add(node);
    }

    private static int length(Node node) {
        return node instanceof Text text ? text.getText().length() : 1;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        for (Underline underline : underlines) {
            underline.line.getElements().setAll(underline.node instanceof Text
                    ? lines(shape(underline.from, underline.from + length(underline.node)))
                    : line(underline.node));
        }
    }

    /** JavaFX 25 has another name for this, which 21 does not know; both know this one. */
    @SuppressWarnings("deprecation")
    private PathElement[] shape(int from, int to) {
        return flow.underlineShape(from, to);
    }

    /** What stands in the line as one character has no underline of the flow's own. */
    private static List<PathElement> line(Node node) {
        double y = node.getLayoutY() + node.getBaselineOffset() + BELOW_BASELINE;
        return List.of(new MoveTo(node.getLayoutX(), y), new LineTo(node.getLayoutX() + node.getLayoutBounds().getWidth(), y));
    }

    /** One line for each box: from its first corner to its second, which are those on the left and on the right above. */
    private static List<PathElement> lines(PathElement[] boxes) {
        List<PathElement> lines = new ArrayList<>();
        for (int i = 0; i + 1 < boxes.length; i++) {
            if (boxes[i] instanceof MoveTo from && boxes[i + 1] instanceof LineTo to) {
                lines.add(new MoveTo(from.getX(), from.getY() + 1));
                lines.add(new LineTo(to.getX(), to.getY() + 1));
            }
        }
        return lines;
    }
}
