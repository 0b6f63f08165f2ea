package shiftscope.ui.window;

import java.util.concurrent.Executor;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import shiftscope.config.BadInputException;
import shiftscope.export.Formula;
import shiftscope.plot.Outline;

/** The letters of a formula as one shape, filled as style sheets say. Sharp at every size, since it is drawn anew for each. */
final class FormulaShape extends Path {
    /** Small letters of Computer Modern are lower than Inter's; so much larger they look alike. */
    private static final double TO_INTER = 1.17;

    private Outline outline;
    private double drawn;

    FormulaShape() {
        getStyleClass().setAll("formula");
        setManaged(false);
        setFillRule(FillRule.NON_ZERO);
        setStroke(null);
    }

    /**
     * Typesets a formula: at once if that takes no time, and otherwise soon, beside the window.
     *
     * @param ready told on the window's thread, in the latter case
     * @param wrong told instead if it cannot be typeset
     */
    void typeset(Formula formula, Executor background, Executor front, Runnable ready, Runnable wrong) {
        if (formula.isKept()) {
            outline = formula.outline();
            return;
        }
        background.execute(() -> {
            try {
                Outline made = formula.outline();
                front.execute(() -> {
                    outline = made;
                    drawn = 0;
                    ready.run();
                });
            } catch (BadInputException refused) {
                front.execute(wrong);
            }
        });
    }

    /** How wide it is beside text of a size; 0 until it is there. */
    double width(double textSize) {
        return outline == null ? 0 : TO_INTER * textSize * outline.width();
    }

    /** How high it stands above the baseline. */
    double ascent(double textSize) {
        return outline == null ? 0 : TO_INTER * textSize * outline.ascent();
    }

    /** How far it hangs below the baseline. */
    double descent(double textSize) {
        return outline == null ? 0 : TO_INTER * textSize * outline.descent();
    }

    /** Draws it from its own origin, the left end of the baseline. */
    void draw(double textSize) {
        if (outline == null || drawn == textSize) {
            return;
        }
        drawn = textSize;
        getElements().clear();
        for (Outline.Segment segment : outline.at(0, 0, TO_INTER * textSize)) {
            if (segment instanceof Outline.Move to) {
                getElements().add(new MoveTo(to.x(), to.y()));
            } else if (segment instanceof Outline.Line to) {
                getElements().add(new LineTo(to.x(), to.y()));
            } else if (segment instanceof Outline.Curve to) {
                getElements().add(new CubicCurveTo(to.x1(), to.y1(), to.x2(), to.y2(), to.x(), to.y()));
            } else {
                getElements().add(new ClosePath());
            }
        }
    }
}
