package shiftscope.lesson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;

/**
 * A text as a reader takes it in.
 *
 * @param blocks in their order
 */
public record Prose(List<Block> blocks) {
    /** The longest text, in characters of its source. */
    public static final int LONGEST = 4_000;

    private static final Span SPACE = new Span.Words(" ", Span.Style.PLAIN);

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads Markdown (CommonMark) with formulas between dollar signs: {@code $…$} in the line, {@code $$…$$} alone. A dollar sign of the
     * text is {@code \$}. Headings are set as strong paragraphs.
     *
     * @throws BadInputException if the text is longer than {@link #LONGEST}, holds HTML or pictures, a formula that
     *     {@link shiftscope.export.FormulaSource} refuses, a dollar sign that stands alone, or a link to anything but a page of the web
     */
    public static Prose of(String markdown) {
        return Markdown.read(markdown);
    }

    /** The same with words before it: in its first line, or in one of their own where it does not begin with a paragraph. */
    public Prose after(Span.Words words) {
        boolean inLine = !blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph;
        List<Span> spans = new ArrayList<>(List.of(words));
        if (inLine) {
            spans.add(SPACE);
            spans.addAll(((Block.Paragraph) blocks.get(0)).spans());
        }
        List<Block> all = new ArrayList<>(List.of(new Block.Paragraph(spans)));
        all.addAll(blocks.subList(inLine ? 1 : 0, blocks.size()));
        return new Prose(all);
    }

    /** The same with words behind it: in its last line, or in one of their own where it does not end with a paragraph. */
    public Prose before(Span.Words words) {
        int last = blocks.size() - 1;
        boolean inLine = last >= 0 && blocks.get(last) instanceof Block.Paragraph;
        List<Span> spans = new ArrayList<>();
        if (inLine) {
            spans.addAll(((Block.Paragraph) blocks.get(last)).spans());
            spans.add(SPACE);
        }
        spans.add(words);
        List<Block> all = new ArrayList<>(blocks.subList(0, inLine ? last : last + 1));
        all.add(new Block.Paragraph(spans));
        return new Prose(all);
    }

    /** All formulas that stand alone or in a line, in their order. */
    public void forEachFormula(Consumer<Block.Display> alone, Consumer<Span.Math> inLine) {
        forEach(blocks, block -> {
            if (block instanceof Block.Display display) {
                alone.accept(display);
            } else if (block instanceof Block.Paragraph paragraph) {
                paragraph.spans().forEach(span -> {
                    if (span instanceof Span.Math math) {
                        inLine.accept(math);
                    }
                });
            }
        });
    }

    /** All paragraphs, also those in lists and quotes, in their order. */
    public List<Block.Paragraph> paragraphs() {
        List<Block.Paragraph> paragraphs = new ArrayList<>();
        forEach(blocks, block -> {
            if (block instanceof Block.Paragraph paragraph) {
                paragraphs.add(paragraph);
            }
        });
        return paragraphs;
    }

    private static void forEach(List<Block> blocks, Consumer<Block> action) {
        for (Block block : blocks) {
            action.accept(block);
            if (block instanceof Block.Items items) {
                items.items().forEach(item -> forEach(item, action));
            } else if (block instanceof Block.Quote quote) {
                forEach(quote.blocks(), action);
            }
        }
    }

    /** The text without its form, with formulas as LaTeX: for those who hear it, and for what has room for letters only. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        forEach(blocks, block -> {
            String separator = plain.isEmpty() ? "" : "\n";
            if (block instanceof Block.Paragraph paragraph) {
                plain.append(separator).append(plain(paragraph.spans()));
            } else if (block instanceof Block.Display display) {
                plain.append(separator).append(display.latex());
            } else if (block instanceof Block.Listing listing) {
                plain.append(separator).append(listing.text());
            }
        });
        return plain.toString();
    }

    /** The same of a part of a paragraph. */
    public static String plain(List<Span> spans) {
        StringBuilder plain = new StringBuilder();
        for (Span span : spans) {
            plain.append(
                    span instanceof Span.Words words ? words.text()
                            : span instanceof Span.Code code ? code.text()
                            : span instanceof Span.Math math ? math.latex()
                            : ((Span.Link) span).text());
        }
        return plain.toString();
    }
}
