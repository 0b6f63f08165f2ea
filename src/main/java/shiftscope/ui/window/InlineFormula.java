package shiftscope.ui.window;

import java.util.concurrent.Executor;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import shiftscope.export.Formula;

/** A formula in a line of text, on its baseline, with the punctuation that must not be parted from it. */
final class InlineFormula extends Region {
    private final FormulaShape shape = new FormulaShape();
    private final Text before;
    /** Gets the size of type from style sheets, as the words around do, even if it is empty. */
    private final Text after;

    /**
     * @param before an opening bracket or nothing
     * @param after a comma, a full stop or nothing
     */
    InlineFormula(String before, String latex, String after, Executor background, Executor front) {
        this.before = new Text(before);
        this.after = new Text(after);
        getChildren().addAll(this.before, shape, this.after);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(before + latex + after);
        this.after.fontProperty().subscribe(this::requestLayout);
        shape.typeset(Formula.inline(latex), background, front, this::requestLayout, () -> this.after.setText(latex + after));
    }

    private double size() {
        return after.getFont().getSize();
    }

    private static double width(Text text) {
        return text.getText().isEmpty() ? 0 : text.getLayoutBounds().getWidth();
    }

    private static double below(Text text) {
        return text.getLayoutBounds().getHeight() - text.getBaselineOffset();
    }

    @Override
    public double getBaselineOffset() {
        return Math.max(after.getBaselineOffset(), shape.ascent(size()));
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(before) + shape.width(size()) + width(after);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getBaselineOffset() + Math.max(below(after), shape.descent(size()));
    }

    @Override
    protected void layoutChildren() {
        double baseline = getBaselineOffset();
        shape.draw(size());
        before.relocate(0, baseline - before.getBaselineOffset());
        shape.setLayoutX(width(before));
        shape.setLayoutY(baseline);
        after.relocate(width(before) + shape.width(size()), baseline - after.getBaselineOffset());
    }
}
