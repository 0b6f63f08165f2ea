package shiftscope.lesson.text;

import org.commonmark.node.CustomBlock;

/** A formula that stands alone, in the parser's tree. */
final class DisplayNode extends CustomBlock {
    private String latex = "";

    String latex() {
        return latex;
    }

    void set(String value) {
        latex = value.strip();
    }
}
