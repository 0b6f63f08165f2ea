package shiftscope.lesson.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;

class ProseTest {
    private static Span words(String text) {
        return new Span.Words(text, Span.Style.PLAIN);
    }

    private static Block paragraph(Span... spans) {
        return new Block.Paragraph(List.of(spans));
    }

    @Test
    void wordsAreSetOff() {
        assertEquals(
                List.of(paragraph(words("Plain, "), new Span.Words("soft", Span.Style.EMPHASIS), words(" and "),
                        new Span.Words("strong, both", Span.Style.STRONG), words("; "), new Span.Code("b.normalization"), words("."))),
                Prose.of("Plain, *soft* and **strong, *both***;\n`b.normalization`.").blocks());
    }

    @Test
    void whatIsInAFormulaIsNoMarkdown() {
        assertEquals(
                List.of(paragraph(words("Where "), new Span.Math("a_i * b_j * \\hat c_{**}"), words(" costs $3."))),
                Prose.of("Where $a_i * b_j * \\hat c_{**}$ costs \\$3.").blocks());
        assertEquals(List.of(paragraph(new Span.Math("5\\$"), words(" a"))), Prose.of("$5\\$$ a").blocks());
    }

    @Test
    void aFormulaThatStandsAloneIsABlock() {
        assertEquals(
                List.of(paragraph(words("Before")), new Block.Display("a\n= b\n- c"), paragraph(words("after"))),
                Prose.of("Before\n$$\na\n= b\n- c\n$$\nafter").blocks());
        assertEquals(List.of(new Block.Display("x")), Prose.of("$$x$$").blocks());
        assertEquals(List.of(new Block.Display("\\begin{aligned} a &= b \\\\\nc &= d \\end{aligned}")),
                Prose.of("$$\\begin{aligned} a &= b \\\\\nc &= d \\end{aligned}$$").blocks());
    }

    @Test
    void listsAndQuotesHoldBlocks() {
        assertEquals(
                List.of(new Block.Items(3, List.of(
                        List.of(paragraph(words("one"))),
                        List.of(paragraph(words("two")), new Block.Items(0, List.of(List.of(paragraph(words("deep"))))))))),
                Prose.of("3. one\n4. two\n   - deep").blocks());
        assertEquals(List.of(new Block.Quote(List.of(paragraph(words("said"))))), Prose.of("> said").blocks());
        assertEquals(List.of(new Block.Items(0, List.of(List.of(paragraph(words("a")), new Block.Display("x"))))),
                Prose.of("- a\n\n  $$x$$").blocks());
        assertEquals(List.of(new Block.Listing("shiftscope run\n  --steps 3")), Prose.of("```\nshiftscope run\n  --steps 3\n```").blocks());
    }

    @Test
    void headingsAreStrongAndLinksKeepTheirAddress() {
        assertEquals(
                List.of(new Block.Paragraph(List.of(new Span.Words("Then", Span.Style.STRONG))),
                        paragraph(words("see "), new Span.Link("the paper", "https://arxiv.org/abs/1502.03167"))),
                Prose.of("## Then\nsee [the *paper*](https://arxiv.org/abs/1502.03167)").blocks());
    }

    @Test
    void whatIsHeardHasTheFormulasAsLatex() {
        assertEquals("The mean \\mu_B of\nx\none\ntwo", Prose.of("The *mean* $\\mu_B$ of\n\n$$x$$\n\n- one\n- two").plain());
    }

    @Test
    void allFormulasAreFound() {
        List<String> found = new ArrayList<>();
        Prose.of("$a$\n\n- $b$\n\n$$c$$\n\n> $d$").forEachFormula(alone -> found.add("!" + alone.latex()), in -> found.add(in.latex()));
        assertEquals(List.of("a", "b", "!c", "d"), found);
    }

    @Test
    void whatIsNotAcceptedIsToldInOneSentence() {
        for (String wrong : List.of(
                "It costs $3.", "an <b>element</b>", "<div>\nblock\n</div>", "![a picture](x.png)", "a\n\n---\n\nb", "$$x", "$$x$$ and more",
                "in $$x$$ a line", "[a](file:///etc/passwd)", "[a](javascript:alert)", "$\\foo$", "$ $", "> $$\n> x", "- $$\n- x",
                ">".repeat(300) + " deep", "*".repeat(300) + "a" + "*".repeat(300), "x".repeat(4_001), "$\\", "$x\\")) {
            BadInputException refused = assertThrows(BadInputException.class, () -> Prose.of(wrong), wrong);
            assertTrue(refused.getMessage().endsWith(".") && refused.getMessage().lines().count() == 1, refused.getMessage());
        }
    }

    @Test
    void anEmptyTextIsEmpty() {
        assertEquals(List.of(), Prose.of("").blocks());
        assertEquals("", Prose.of(" \n").plain());
    }
}
