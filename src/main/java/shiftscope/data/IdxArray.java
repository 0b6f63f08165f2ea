package shiftscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import shiftscope.config.BadInputException;

/**
 * An array of unsigned bytes in the IDX format of MNIST: the bytes {@code 00 00 08 rank}, then one big-endian 32-bit size per
 * dimension, then the values, the last dimension fastest. <a href="http://yann.lecun.com/exdb/mnist/">Its description</a>.
 *
 * @param count the first dimension: how many entries the file declares
 * @param shape the other dimensions, those of one entry; empty for single numbers
 * @param entries the first entries, at most as many as were asked for, one after the other
 */
record IdxArray(long count, int[] shape, byte[][] entries) {
    private static final int UNSIGNED_BYTE = 0x08;

    /**
     * Reads the first entries.
     *
     * @param most how many at most; of what follows nothing is read, so that no file can unpack to more than was asked for
     * @param ranks the numbers of dimensions that are accepted
     * @param meaning what these are, for the sentence
     * @throws BadInputException for anything but a whole file of such an array
     */
    static IdxArray read(InputFile file, int most, List<Integer> ranks, String meaning) {
        try (InputStream in = file.open()) {
            long[] sizes = header(in, file, ranks, meaning);
            long entry = 1;
            int[] shape = new int[sizes.length - 1];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = (int) sizes[i + 1];
                entry *= sizes[i + 1];
            }
            long begin = 4 + 4L * sizes.length;
            long whole = begin + sizes[0] * entry;
            if (!file.packed() && file.size() != whole) {
                throw wrongLength(file, whole, String.valueOf(file.size()));
            }
            int taken = (int) Math.min(most, sizes[0]);
            Capacity.check(file.name(), taken, entry, 1);
            byte[][] entries = new byte[taken][];
            for (int i = 0; i < taken; i++) {
                entries[i] = in.readNBytes((int) entry);
                if (entries[i].length < entry) {
                    throw wrongLength(file, whole, String.valueOf(begin + i * entry + entries[i].length));
                }
            }
            // Asking for one byte more makes gzip compare its checksum.
            if (taken == sizes[0] && in.read() >= 0) {
                throw wrongLength(file, whole, "more");
            }
            return new IdxArray(sizes[0], shape, entries);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static long[] header(InputStream in, InputFile file, List<Integer> ranks, String meaning) throws IOException {
        byte[] magic = in.readNBytes(4);
        String accepted = "; accepted is " + meaning + " in an IDX file, which begins with the bytes "
                + ranks.stream().map(rank -> "00 00 08 0" + rank).collect(Collectors.joining(" or ")) + ".";
        if (magic.length < 4) {
            throw new BadInputException(file.name() + " ends after " + magic.length + " bytes" + accepted);
        }
        if (magic[0] != 0 || magic[1] != 0 || magic[2] != UNSIGNED_BYTE || !ranks.contains((int) magic[3])) {
            throw new BadInputException(
                    file.name() + " begins with the bytes " + HexFormat.ofDelimiter(" ").formatHex(magic) + accepted);
        }
        int rank = magic[3];
        byte[] bytes = in.readNBytes(4 * rank);
        if (bytes.length < 4 * rank) {
            throw wrongLength(file, 4 + 4L * rank, String.valueOf(4 + bytes.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long[] sizes = LongStream.generate(() -> Integer.toUnsignedLong(buffer.getInt())).limit(rank).toArray();
        double declared = 1;
        for (long size : sizes) {
            declared *= size;
        }
        if (declared == 0 || declared > InputFile.MOST_BYTES) {
            throw new BadInputException(file.name() + " declares "
                    + Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(" × ")) + " values; accepted are 1 to "
                    + InputFile.MOST_BYTES + " (2 GB) in all.");
        }
        return sizes;
    }

    private static BadInputException wrongLength(InputFile file, long expected, String found) {
        return new BadInputException(file.name() + " should have " + expected + " bytes" + (file.packed() ? " when unpacked" : "")
                + " by its header, but has " + found + "; accepted is a whole IDX file.");
    }
}
