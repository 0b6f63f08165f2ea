package shiftscope.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import shiftscope.config.BadInputException;
import shiftscope.config.JsonPart;
import shiftscope.session.State;

/** The JSON form of a {@link State}: its bytes compressed, as text, with their number and a checksum. */
final class StateJson {
    /** How many bytes a state in a file may have. */
    static final int MOST_BYTES = 64 << 20;

    private static final String STEP = "step";
    private static final String BYTES = "bytes";
    private static final String CHECKSUM = "crc32";
    private static final String DEFLATED = "deflated";
    private static final List<String> KEYS = List.of(STEP, BYTES, CHECKSUM, DEFLATED);

    private StateJson() {}

    /** @throws BadInputException if it is too large for a file */
    static ObjectNode write(State state) {
        if (state.bytes().length > MOST_BYTES) {
            throw new BadInputException("The state takes " + (state.bytes().length >> 20) + " MB; a file accepts at most "
                    + (MOST_BYTES >> 20) + " MB, or the experiment without its state.");
        }
        return JsonNodeFactory.instance.objectNode()
                .put(STEP, state.step())
                .put(BYTES, state.bytes().length)
                .put(CHECKSUM, checksum(state.bytes()))
                .put(DEFLATED, Base64.getEncoder().encodeToString(Deflated.deflate(state.bytes())));
    }

    /** @throws BadInputException if it is damaged, or of a step later than {@code latest} */
    static State read(JsonPart part, long latest) {
        part.only(KEYS);
        long step = part.whole(STEP, 0, latest);
        int length = (int) part.whole(BYTES, 0, MOST_BYTES);
        String checksum = part.text(CHECKSUM);
        byte[] bytes = Deflated.inflate(deflated(part), length)
                .orElseThrow(() -> part.refused(DEFLATED, length + " bytes compressed by DEFLATE; these are damaged"));
        if (bytes.length != length) {
            throw part.refused(BYTES, "the number of bytes in the state, which is " + bytes.length);
        }
        if (!checksum(bytes).equals(checksum)) {
            throw part.refused(CHECKSUM, "the checksum of the state, which is \"" + checksum(bytes) + "\" (one of the two was changed)");
        }
        return new State(step, bytes);
    }

    private static byte[] deflated(JsonPart part) {
        try {
            return Base64.getDecoder().decode(part.text(DEFLATED));
        } catch (IllegalArgumentException e) {
            throw part.refused(DEFLATED, "a text in Base64");
        }
    }

    private static String checksum(byte[] bytes) {
        return String.format("%08x", Deflated.checksum(bytes));
    }
}
