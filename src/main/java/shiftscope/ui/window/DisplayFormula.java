package shiftscope.ui.window;

import java.util.concurrent.Executor;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import shiftscope.export.Formula;

/** A formula that stands alone in the middle of its column, made smaller where the column is narrower than it. */
final class DisplayFormula extends Region {
    private final FormulaShape shape = new FormulaShape();
    /** Gets the size of type from style sheets; says the formula as it was written if it cannot be typeset. */
    private final Text ruler = new Text();

    DisplayFormula(String latex, Executor background, Executor front) {
        getStyleClass().add("display-formula");
        getChildren().addAll(ruler, shape);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(latex);
        ruler.fontProperty().subscribe(this::requestLayout);
        shape.typeset(Formula.display(latex), background, front, this::requestLayout, () -> ruler.setText(latex));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** The size of type at which the formula fits a width. */
    private double size(double width) {
        double size = ruler.getFont().getSize();
        double room = width - snappedLeftInset() - snappedRightInset();
        double needed = shape.width(size);
        return width < 0 || needed <= room || needed == 0 ? size : size * Math.max(0, room) / needed;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + shape.width(size(-1)) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double size = size(width);
        return snappedTopInset() + Math.ceil(shape.ascent(size) + shape.descent(size)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double size = size(getWidth());
        shape.draw(size);
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        shape.setLayoutX(snappedLeftInset() + (room - shape.width(size)) / 2);
        shape.setLayoutY(snappedTopInset() + shape.ascent(size));
        ruler.relocate(snappedLeftInset(), snappedTopInset());
    }
}
