package shiftscope.export;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import shiftscope.config.BadInputException;
import shiftscope.plot.Outline;

/** Typesets formulas written in LaTeX. The first takes as long as reading the typefaces does; what was typeset once is kept. */
public final class Formula {
    static {
        // Letters are outlines in memory: AWT is not to look for a display, least of all for one that does not answer.
        System.setProperty("java.awt.headless", "true");
    }

    private static final int MOST_KEPT = 2_000;
    /** In units of the size of type. What is larger is no formula, but would be drawn all the same. */
    private static final double MOST_EXTENT = 60;

    /** The library rounds some spaces in proportion to the size it is told, so it is told a large one. */
    private static final float SIZE = 1_000;

    private static final Map<Formula, Outline> KEPT = new ConcurrentHashMap<>();

    private final String latex;
    private final boolean display;

    private Formula(String latex, boolean display) {
        this.latex = latex;
        this.display = display;
    }

    /** One within a line of text. */
    public static Formula inline(String latex) {
        return new Formula(latex.strip(), false);
    }

    /** One that stands alone, with limits above and below its sums. */
    public static Formula display(String latex) {
        return new Formula(latex.strip(), true);
    }

    /** Whether {@link #outline} takes no time. */
    public boolean isKept() {
        return KEPT.containsKey(this);
    }

    /**
     * Its letters and rules.
     *
     * @throws BadInputException if it cannot be typeset; says why
     */
    public Outline outline() {
        Outline kept = KEPT.get(this);
        if (kept == null) {
            FormulaSource.check(latex);
            kept = typeset();
            if (KEPT.size() >= MOST_KEPT) {
                KEPT.clear();
            }
            KEPT.put(this, kept);
        }
        return kept;
    }

    /** The same, anew. */
    Outline typeset() {
        // The library keeps what it reads in fields that all threads share.
        synchronized (Formula.class) {
            try {
                Box box = new TeXFormula(FormulaSource.ascii(latex))
                        .createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, SIZE)
                        .getBox();
                if (!(box.getWidth() >= 0 && box.getWidth() < MOST_EXTENT && extent(box) < MOST_EXTENT)) {
                    throw FormulaSource.refused(latex, "it is too large");
                }
                OutlineGraphics graphics = new OutlineGraphics();
                box.draw(graphics, 0, 0);
                return new Outline(box.getWidth(), box.getHeight(), box.getDepth(), graphics.kept());
            } catch (BadInputException refused) {
                throw refused;
            } catch (RuntimeException | StackOverflowError wrong) {
                // Of many kinds: the library has them for what it understands to be wrong, and others where it does not.
                throw FormulaSource.refused(latex, "it is not complete LaTeX");
            }
        }
    }

    private static double extent(Box box) {
        return Math.abs(box.getHeight()) + Math.abs(box.getDepth());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.latex.equals(latex) && formula.display == display;
    }

    @Override
    public int hashCode() {
        return 31 * latex.hashCode() + Boolean.hashCode(display);
    }

    @Override
    public String toString() {
        return latex;
    }
}
