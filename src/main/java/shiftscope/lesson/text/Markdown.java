package shiftscope.lesson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import shiftscope.config.BadInputException;
import shiftscope.export.FormulaSource;

/** From the source of a text to its {@link Prose}. */
final class Markdown {
    private static final int DEEPEST = 8;
    private static final Parser PARSER = Parser.builder()
            .customBlockParserFactory(DisplayParser.factory())
            .customInlineContentParserFactory(MathParser.factory())
            .build();

    private Markdown() {}

    static Prose read(String source) {
        if (source.length() > Prose.LONGEST) {
            throw new BadInputException(
                    "a text has " + source.length() + " characters; accepted are " + Prose.LONGEST + " at most.");
        }
        return new Prose(blocks(PARSER.parse(source), 0));
    }

    private static List<Block> blocks(Node parent, int depth) {
        if (depth > DEEPEST) {
            throw new BadInputException("a text has lists in lists too deep; accepted are " + DEEPEST + " levels at most.");
        }
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                blocks.add(new Block.Paragraph(spans(node, Span.Style.PLAIN)));
            } else if (node instanceof Heading) {
                blocks.add(new Block.Paragraph(spans(node, Span.Style.STRONG)));
            } else if (node instanceof DisplayNode display) {
                FormulaSource.check(display.latex());
                blocks.add(new Block.Display(display.latex()));
            } else if (node instanceof BulletList) {
                blocks.add(new Block.Items(0, items(node, depth)));
            } else if (node instanceof OrderedList list) {
                blocks.add(new Block.Items(Math.max(1, list.getMarkerStartNumber()), items(node, depth)));
            } else if (node instanceof BlockQuote) {
                blocks.add(new Block.Quote(blocks(node, depth + 1)));
            } else if (node instanceof FencedCodeBlock code) {
                blocks.add(new Block.Listing(code.getLiteral().stripTrailing()));
            } else if (node instanceof IndentedCodeBlock code) {
                blocks.add(new Block.Listing(code.getLiteral().stripTrailing()));
            } else if (!(node instanceof LinkReferenceDefinition)) {
                throw unknown(node);
            }
        }
        return blocks;
    }

    private static List<List<Block>> items(Node list, int depth) {
        List<List<Block>> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node instanceof ListItem; node = node.getNext()) {
            items.add(blocks(node, depth + 1));
        }
        return items;
    }

    private static List<Span> spans(Node parent, Span.Style style) {
        List<Span> spans = new ArrayList<>();
        collect(parent, style, spans, 0);
        return spans;
    }

    private static void collect(Node parent, Span.Style style, List<Span> spans, int depth) {
        if (depth > DEEPEST) {
            throw new BadInputException("a text has stars in stars too deep; accepted are " + DEEPEST + " levels at most.");
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                add(spans, text.getLiteral(), style);
            } else if (node instanceof SoftLineBreak) {
                add(spans, " ", style);
            } else if (node instanceof HardLineBreak) {
                add(spans, "\n", style);
            } else if (node instanceof Emphasis) {
                collect(node, style == Span.Style.PLAIN ? Span.Style.EMPHASIS : style, spans, depth + 1);
            } else if (node instanceof StrongEmphasis) {
                collect(node, Span.Style.STRONG, spans, depth + 1);
            } else if (node instanceof Code code) {
                spans.add(new Span.Code(code.getLiteral()));
            } else if (node instanceof MathNode math) {
                FormulaSource.check(math.latex());
                spans.add(new Span.Math(math.latex()));
            } else if (node instanceof Link link) {
                spans.add(new Span.Link(Prose.plain(spans(link, style)), address(link.getDestination())));
            } else {
                throw unknown(node);
            }
        }
    }

    /** Words of one style are one span, also where the parser cut them. */
    private static void add(List<Span> spans, String text, Span.Style style) {
        if (!spans.isEmpty() && spans.get(spans.size() - 1) instanceof Span.Words before && before.style() == style) {
            spans.set(spans.size() - 1, new Span.Words(before.text() + text, style));
        } else {
            spans.add(new Span.Words(text, style));
        }
    }

    private static String address(String target) {
        if (target.toLowerCase(Locale.ROOT).matches("https?://\\S+")) {
            return target;
        }
        throw new BadInputException("a text has a link to something else than a page of the web; accepted are https:// and http://.");
    }

    private static BadInputException unknown(Node node) {
        String what = node instanceof Image ? "a picture"
                : node.getClass().getSimpleName().startsWith("Html") ? "HTML"
                : "a rule across it";
        return new BadInputException("a text holds " + what + "; accepted are paragraphs, lists, quotes, code, **strong** and *emphasized*"
                + " words, links, and formulas between dollar signs.");
    }
}
