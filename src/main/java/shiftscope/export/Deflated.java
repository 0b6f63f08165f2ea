package shiftscope.export;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made smaller by DEFLATE (RFC 1951, without a header), and made whole again within bounds. */
final class Deflated {
    /** No byte of DEFLATE stands for more than this many. */
    private static final long MOST_FOR_A_BYTE = 1032;
    private static final int BLOCK = 1 << 14;

    private Deflated() {}

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            while (!deflater.finished()) {
                out.write(block, 0, deflater.deflate(block));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * The whole bytes again; asks for no more memory than they take.
     *
     * @param most how many there may be
     * @return nothing if there are more, or if these are not bytes made smaller, each of which is needed
     */
    static Optional<byte[]> inflate(byte[] deflated, int most) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] whole = new byte[(int) Math.min(most, MOST_FOR_A_BYTE * deflated.length)];
            int length = 0;
            while (length < whole.length && !inflater.finished()) {
                int more = inflater.inflate(whole, length, whole.length - length);
                if (more == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
                length += more;
            }
            // What fills the room exactly may not have met its end yet.
            boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0 && inflater.finished();
            return ended && inflater.getRemaining() == 0 ? Optional.of(trimmed(whole, length)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static byte[] trimmed(byte[] bytes, int length) {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** The checksum CRC-32. */
    static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
