package shiftscope.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;

/** JSON as text, byte for byte the same on every machine. */
public final class JsonOutput {
    private static final PrettyPrinter LINES =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    private static final PrettyPrinter ONE_LINE =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());

    private JsonOutput() {}

    /** To be read: a line for each setting. */
    public static String lines(JsonNode node) {
        return text(node, LINES);
    }

    /** To be read: all in one line. */
    public static String oneLine(JsonNode node) {
        return text(node, ONE_LINE);
    }

    /** As short as possible. */
    public static String compact(JsonNode node) {
        return text(node, null);
    }

    private static String text(JsonNode node, PrettyPrinter printer) {
        try {
            return JsonInput.MAPPER.writer(printer).writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }
}
