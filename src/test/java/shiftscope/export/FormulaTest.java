package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shiftscope.config.BadInputException;
import shiftscope.plot.Outline;

class FormulaTest {
    private static final String NORMALIZED = "\\hat z_i = \\frac{z_i - \\mu_B}{\\sqrt{\\sigma_B^2 + \\varepsilon}}";
    private static final int MUTATED = 4_000;

    /** Arguments for those commands that take some. */
    private static String used(String command) {
        return switch (command) {
            case "frac", "dfrac", "tfrac", "binom", "overset", "underset", "stackrel" -> "\\" + command + "{a}{b}";
            case "sqrt", "hat", "bar", "tilde", "vec", "dot", "ddot", "widehat", "widetilde", "overline", "underline", "overbrace",
                    "underbrace", "mathrm", "mathbf", "mathbb", "mathcal", "mathit", "mathsf", "boldsymbol", "text", "textbf", "textit",
                    "operatorname", "phantom", "substack" -> "\\" + command + "{A}";
            case "left" -> "\\left( a \\right)";
            case "right" -> "\\left[ a \\right]";
            case "middle" -> "\\left( a \\middle| b \\right)";
            case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr" -> "\\" + command + "(";
            case "begin" -> "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}";
            case "end" -> "\\begin{cases} a & b \\\\ c & d \\end{cases}";
            case "not" -> "\\not= a";
            default -> "\\" + command + " a";
        };
    }

    @TestFactory
    Stream<DynamicTest> everyCommandThatIsAcceptedIsTypesetAndLeavesNothingBehind() {
        Outline before = Formula.inline(NORMALIZED).typeset();
        return FormulaSource.commands().stream().sorted().map(command -> DynamicTest.dynamicTest(command, () -> {
            assertTrue(Formula.display(used(command)).outline().width() > 0);
            assertEquals(before, Formula.inline(NORMALIZED).typeset());
        }));
    }

    @Test
    void aFormulaStandsOnItsBaseline() {
        Outline x = Formula.inline("x").outline();
        assertEquals(0.43, x.ascent(), 0.02, "the x-height of Computer Modern is 0.4306 em");
        assertEquals(0, x.descent(), 0.02);
        Outline deep = Formula.inline("x_B").outline();
        assertTrue(deep.descent() > 0.1, deep.descent() + "");
        assertTrue(Formula.display(NORMALIZED).outline().height() > Formula.inline(NORMALIZED).outline().height(),
                "a fraction that stands alone is larger than one in a line");
        assertSame(Formula.inline("x").outline(), x, "it is kept");
    }

    /** Glyphs and rules that lie over each other must go round in the same sense, or one would cut a hole into the other. */
    @Test
    void lettersAndRulesGoRoundInOneSense() {
        for (String each : List.of("x", "l", "-", "\\sqrt{x}", "\\frac{1}{2}", "\\Sigma", "\\sum", "\\overline{x}", "\\bar x")) {
            double largest = 0;
            for (double area : areas(Formula.display(each).outline())) {
                largest = Math.abs(area) > Math.abs(largest) ? area : largest;
            }
            assertTrue(largest > 0, each + " goes round the other way");
        }
    }

    private static List<Double> areas(Outline outline) {
        List<Double> areas = new java.util.ArrayList<>();
        double area = 0;
        double[] at = new double[2];
        double[] from = new double[2];
        for (Outline.Segment segment : outline.segments()) {
            double[] to = segment instanceof Outline.Move move ? new double[] {move.x(), move.y()}
                    : segment instanceof Outline.Line line ? new double[] {line.x(), line.y()}
                    : segment instanceof Outline.Curve curve ? new double[] {curve.x(), curve.y()} : from;
            if (segment instanceof Outline.Move) {
                from = to;
                area = 0;
            } else {
                area += (at[0] * to[1] - to[0] * at[1]) / 2;
            }
            if (segment instanceof Outline.Close) {
                areas.add(area);
            }
            at = to;
        }
        return areas;
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        for (String wrong : List.of(" ", "{", "}", "x}", "\\sqrt{", "\\foo", "\\sum\\limits_i", "\\includegraphics{/etc/passwd}",
                "\\newcommand{\\x}{\\x}\\x", "\\begin{array}{*{100000000}{c}}\\end{array}", "a % b", "\\hspace{1e9pt}", "x\\",
                "\\left( x", "\\begin{cases} a", "\\end{cases}", "猫", "\u0000", "x#1", "\\text{a", "$", "{".repeat(400) + "}".repeat(400),
                "x".repeat(1_001), "\\begin{tikzpicture}\\end{tikzpicture}", "\\begin", "\\jlmXML{x}",
                "\\quad".repeat(160))) {
            BadInputException refused = assertThrows(BadInputException.class, () -> Formula.inline(wrong).outline(), wrong);
            assertTrue(refused.getMessage().endsWith(".") && refused.getMessage().lines().count() == 1, refused.getMessage());
        }
    }

    @Test
    void lettersOfTheKeyboardsOfTeachersMeanTheirCommands() {
        assertEquals(Formula.inline("\\gamma \\hat x + \\beta").outline(), Formula.inline("γ \\hat x + β").outline());
        assertEquals(Formula.inline("a - b").outline(), Formula.inline("a − b").outline());
    }

    @Test
    void whateverIsWrittenIsTypesetOrRefused() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> pieces = List.of("\\", "{", "}", "_", "^", "&", "\\\\", "\\left", "\\right", "\\begin{cases}", "\\end{cases}", "(", "|",
                "\\frac", "\\sqrt", "\\text", "~", "'", "\"", "`", "[", "]", "\\not", "@", "\\hat", "\\operatorname", "\\sum",
                "\\middle", "\\bigl", "\\substack", "\\mathbb", "\\rm", "!", "1", "\\,", "\\ ");
        Outline before = Formula.inline(NORMALIZED).typeset();
        int typeset = 0;
        for (int i = 0; i < MUTATED; i++) {
            StringBuilder text = new StringBuilder(NORMALIZED);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.replace(at, at + 1, pieces.get(random.nextInt(pieces.size())));
                }
            }
            try {
                Formula.display(text.toString()).outline();
                typeset++;
            } catch (BadInputException refused) {
                assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
            }
            assertEquals(before, Formula.inline(NORMALIZED).typeset(), () -> "after " + text);
        }
        assertTrue(typeset > MUTATED / 50 && typeset < MUTATED, typeset + "");
    }
}
