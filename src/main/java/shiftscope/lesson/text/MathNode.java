package shiftscope.lesson.text;

import org.commonmark.node.CustomNode;

/** A formula within a line, in the parser's tree. */
final class MathNode extends CustomNode {
    private final String latex;

    MathNode(String latex) {
        this.latex = latex;
    }

    String latex() {
        return latex;
    }
}
