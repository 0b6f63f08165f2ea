package shiftscope.lesson.text;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;
import shiftscope.config.BadInputException;

/** {@code $$…$$} in one line or more, begun at the beginning of a line and ended at the end of one. */
final class DisplayParser extends AbstractBlockParser {
    private static final String MARK = "$$";
    private static final int MOST_INDENT = 3;

    private final DisplayNode node = new DisplayNode();
    private final StringBuilder latex = new StringBuilder();
    private boolean closed;

    private DisplayParser() {}

    static BlockParserFactory factory() {
        return (state, before) -> {
            String line = state.getLine().getContent().toString();
            int at = state.getNextNonSpaceIndex();
            return state.getIndent() <= MOST_INDENT && line.startsWith(MARK, at)
                    ? BlockStart.of(new DisplayParser()).atIndex(at + MARK.length())
                    : BlockStart.none();
        };
    }

    @Override
    public Block getBlock() {
        return node;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    /** @throws BadInputException if something follows the formula in its line */
    @Override
    public void addLine(SourceLine line) {
        String text = line.getContent().toString();
        int end = text.indexOf(MARK);
        if (end >= 0) {
            if (!text.substring(end + MARK.length()).isBlank()) {
                throw new BadInputException("a text goes on in the line of a formula that stands alone; accepted is a line of its own.");
            }
            text = text.substring(0, end);
            closed = true;
        }
        latex.append(text).append('\n');
    }

    /** @throws BadInputException if the formula does not end */
    @Override
    public void closeBlock() {
        if (!closed) {
            throw new BadInputException("a text has a formula that begins with $$ and does not end; accepted is $$ at its end.");
        }
        node.set(latex.toString());
    }
}
