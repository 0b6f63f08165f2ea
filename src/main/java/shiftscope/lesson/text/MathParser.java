package shiftscope.lesson.text;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import shiftscope.config.BadInputException;

/** {@code $…$}: what is between stays as it is, since stars and backslashes mean something else in a formula. */
final class MathParser implements InlineContentParser {
    private static final char DOLLAR = '$';

    private MathParser() {}

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of(DOLLAR);
            }

            @Override
            public InlineContentParser create() {
                return new MathParser();
            }
        };
    }

    /** @throws BadInputException where no second dollar sign follows, or two follow each other */
    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position from = scanner.position();
        while (scanner.hasNext() && scanner.peek() != DOLLAR) {
            if (scanner.next('\\') && !scanner.hasNext()) {
                break;
            }
            scanner.next();
        }
        if (!scanner.hasNext()) {
            throw new BadInputException("a text holds a dollar sign that opens no formula; accepted is \\$ for a dollar sign.");
        }
        String latex = scanner.getSource(from, scanner.position()).getContent();
        scanner.next();
        if (latex.isEmpty()) {
            throw new BadInputException(
                    "a text holds $$ within a line; accepted is a formula between $$ and $$ in lines of its own, or between $ and $.");
        }
        return ParsedInline.of(new MathNode(latex), scanner.position());
    }
}
