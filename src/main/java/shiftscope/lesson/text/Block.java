package shiftscope.lesson.text;

import java.util.List;

/** A part of a text that stands in lines of its own. */
public sealed interface Block {
    /** Lines of text. */
    record Paragraph(List<Span> spans) implements Block {}

    /** A formula that stands alone. */
    record Display(String latex) implements Block {}

    /**
     * A list.
     *
     * @param first the number of the first item; 0 if the items have bullets
     * @param items each of blocks
     */
    record Items(int first, List<List<Block>> items) implements Block {}

    /** Somebody else's words. */
    record Quote(List<Block> blocks) implements Block {}

    /** Lines that keep their form, such as a command. */
    record Listing(String text) implements Block {}
}
