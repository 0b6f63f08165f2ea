package shiftscope.lesson.sheet;

import java.util.ArrayList;
import java.util.List;
import shiftscope.export.Formula;
import shiftscope.lesson.text.Block;
import shiftscope.lesson.text.Prose;
import shiftscope.lesson.text.Span;
import shiftscope.plot.Colour;
import shiftscope.plot.Outline;
import shiftscope.plot.Stroke;
import shiftscope.plot.Surface;
import shiftscope.plot.TextStyle;

/** Sets texts on a surface: in lines of a width, formulas on the baseline. The same without drawing says how high they are. */
final class Setter {
    /** Small letters of Computer Modern are lower than Inter's; so much larger they look alike. */
    private static final double TO_INTER = 1.17;
    private static final double LINE = 1.38;
    private static final double GAP = 0.45;
    private static final double INDENT = 1.5;

    private final Surface surface;
    private final boolean drawing;
    private final Colour text;
    private final Colour muted;

    /** @param drawing false only to measure */
    Setter(Surface surface, boolean drawing, Colour text, Colour muted) {
        this.surface = surface;
        this.drawing = drawing;
        this.text = text;
        this.muted = muted;
    }

    /** The same, only to measure. */
    Setter measuring() {
        return new Setter(surface, false, text, muted);
    }

    /** What stands in a line without a gap: a word, or a formula with the comma behind it. */
    private record Piece(String words, TextStyle style, Outline outline, double width) {
        static Piece of(Surface surface, String words, TextStyle style) {
            return new Piece(words, style, null, surface.textWidth(words, style));
        }
    }

    private TextStyle style(double size, TextStyle.Weight weight) {
        return new TextStyle(size, weight, text, TextStyle.Align.LEFT);
    }

    /**
     * Sets a text.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param size of the type
     * @return its lower edge
     */
    double prose(Prose prose, double x, double y, double width, double size) {
        double at = y;
        for (Block block : prose.blocks()) {
            at = block(block, x, at, width, size) + GAP * size;
        }
        return at;
    }

    /** One line or more of the same weight; otherwise as {@link #prose}. */
    double words(String words, TextStyle.Weight weight, double x, double y, double width, double size) {
        return lines(List.of(new Span.Words(words, Span.Style.PLAIN)), weight, x, y, width, size);
    }

    /** A box to tick, as high as a capital, on the first line of what is set beside it. */
    void box(double x, double y, double size) {
        if (drawing) {
            surface.strokeRoundRectangle(x, y + 0.42 * size, 0.75 * size, 0.75 * size, 0.12 * size, Stroke.solid(0.08 * size, muted));
        }
    }

    private double block(Block block, double x, double y, double width, double size) {
        if (block instanceof Block.Paragraph paragraph) {
            return lines(paragraph.spans(), TextStyle.Weight.REGULAR, x, y, width, size);
        }
        if (block instanceof Block.Display display) {
            return display(Formula.display(display.latex()).outline(), x, y, width, size);
        }
        if (block instanceof Block.Items items) {
            return items(items, x, y, width, size);
        }
        if (block instanceof Block.Quote quote) {
            return prose(new Prose(quote.blocks()), x + INDENT * size, y, width - INDENT * size, size) - GAP * size;
        }
        double at = y;
        for (String line : ((Block.Listing) block).text().split("\n")) {
            at = words(line, TextStyle.Weight.MEDIUM, x, at, width, size);
        }
        return at;
    }

    private double display(Outline outline, double x, double y, double width, double size) {
        double natural = TO_INTER * size;
        double fitting = outline.width() * natural > width ? width / outline.width() : natural;
        if (drawing) {
            surface.fillOutline(
                    outline, x + (width - fitting * outline.width()) / 2, y + GAP * size + fitting * outline.ascent(), fitting, text);
        }
        return y + 2 * GAP * size + fitting * outline.height();
    }

    private double items(Block.Items items, double x, double y, double width, double size) {
        double at = y;
        for (int i = 0; i < items.items().size(); i++) {
            String mark = items.first() == 0 ? "•" : items.first() + i + ".";
            words(mark, TextStyle.Weight.REGULAR, x, at, width, size);
            at = prose(new Prose(items.items().get(i)), x + INDENT * size, at, width - INDENT * size, size);
        }
        return at - GAP * size;
    }

    private double lines(List<Span> spans, TextStyle.Weight weight, double x, double y, double width, double size) {
        double space = surface.textWidth(" ", style(size, weight));
        double at = y;
        List<List<Piece>> line = new ArrayList<>();
        double used = 0;
        for (List<Piece> chunk : chunks(spans, weight, size)) {
            double wide = chunk.stream().mapToDouble(Piece::width).sum();
            if (!line.isEmpty() && (chunk.isEmpty() || used + space + wide > width)) {
                at = line(line, space, x, at, size);
                line.clear();
                used = 0;
            }
            if (!chunk.isEmpty()) {
                used += (line.isEmpty() ? 0 : space) + wide;
                line.add(chunk);
            }
        }
        return line.isEmpty() ? at : line(line, space, x, at, size);
    }

    private double line(List<List<Piece>> chunks, double space, double x, double y, double size) {
        double ascent = size;
        double descent = (LINE - 1) * size;
        for (List<Piece> chunk : chunks) {
            for (Piece piece : chunk) {
                if (piece.outline != null) {
                    ascent = Math.max(ascent, TO_INTER * size * piece.outline.ascent());
                    descent = Math.max(descent, TO_INTER * size * piece.outline.descent() + 0.1 * size);
                }
            }
        }
        double at = x;
        for (List<Piece> chunk : chunks) {
            for (Piece piece : chunk) {
                if (drawing && piece.outline != null) {
                    surface.fillOutline(piece.outline, at, y + ascent, TO_INTER * size, text);
                } else if (drawing) {
                    surface.text(piece.words, at, y + ascent, piece.style);
                }
                at += piece.width;
            }
            at += space;
        }
        return y + ascent + descent;
    }

    /** What a line may end behind; an empty chunk ends one. */
    private List<List<Piece>> chunks(List<Span> spans, TextStyle.Weight weight, double size) {
        List<List<Piece>> chunks = new ArrayList<>();
        List<Piece> open = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Span.Math math) {
                Outline outline = Formula.inline(math.latex()).outline();
                open.add(new Piece("", null, outline, TO_INTER * size * outline.width()));
                continue;
            }
            TextStyle style = style(size, weightOf(span, weight));
            for (String part : Prose.plain(List.of(span)).split("(?<=[ \n])|(?=[ \n])")) {
                if (part.equals(" ") || part.equals("\n")) {
                    if (!open.isEmpty()) {
                        chunks.add(open);
                        open = new ArrayList<>();
                    }
                    if (part.equals("\n")) {
                        chunks.add(List.of());
                    }
                } else if (!part.isEmpty()) {
                    open.add(Piece.of(surface, part, style));
                }
            }
        }
        if (!open.isEmpty()) {
            chunks.add(open);
        }
        return chunks;
    }

    private static TextStyle.Weight weightOf(Span span, TextStyle.Weight usual) {
        if (span instanceof Span.Words words && words.style() == Span.Style.STRONG) {
            return TextStyle.Weight.SEMI_BOLD;
        }
        boolean set = span instanceof Span.Words words && words.style() == Span.Style.EMPHASIS || span instanceof Span.Code;
        return set && usual == TextStyle.Weight.REGULAR ? TextStyle.Weight.MEDIUM : usual;
    }
}
