package shiftscope.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import shiftscope.config.BadInputException;

/**
 * A file that a user named: there, readable, not empty and not too large. Whether it is packed with gzip is told from its first two
 * bytes, not from its name.
 *
 * @param path where it lies
 * @param size bytes on disk
 * @param packed whether it is a gzip file
 */
record InputFile(Path path, long size, boolean packed) {
    /** The most bytes a file, or what it unpacks to, may have. */
    static final long MOST_BYTES = 2L << 30;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /**
     * Looks at a file before anything of it is read.
     *
     * @throws BadInputException if it cannot be used; names the path
     */
    static InputFile at(Path path) {
        if (!Files.exists(path)) {
            throw new BadInputException("There is no file " + path + "; accepted is the path of a file that exists.");
        }
        if (Files.isDirectory(path)) {
            throw new BadInputException(path + " is a folder; accepted is the path of a file.");
        }
        if (!Files.isRegularFile(path)) {
            throw new BadInputException(path + " is not an ordinary file; accepted is the path of an ordinary file.");
        }
        if (!Files.isReadable(path)) {
            throw new BadInputException(path + " may not be read by this user; accepted is a file with permission to read.");
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new BadInputException(path + " is empty; accepted is a file with examples.");
            }
            if (size > MOST_BYTES) {
                throw new BadInputException(path + " has " + size + " bytes; accepted are files of up to " + MOST_BYTES + " bytes (2 GB).");
            }
            try (InputStream in = Files.newInputStream(path)) {
                boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
                return new InputFile(path, size, packed);
            }
        } catch (IOException e) {
            throw new BadInputException(path + " could not be read (" + reason(e) + "); accepted is a file that can be read.", e);
        }
    }

    /** The file's name without its folders. */
    String name() {
        return path.getFileName().toString();
    }

    /** Its contents from the beginning, unpacked. */
    InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        if (!packed) {
            return bytes;
        }
        try {
            return new BufferedInputStream(new GZIPInputStream(bytes, 1 << 16));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The sentence for a file that broke off or broke down while it was read. */
    BadInputException unreadable(IOException e) {
        if (packed && (e instanceof ZipException || e instanceof EOFException)) {
            return new BadInputException(name() + " is a damaged gzip file (" + reason(e) + "); accepted is a whole one.", e);
        }
        return new BadInputException(name() + " could not be read (" + reason(e) + "); accepted is a file that can be read.", e);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : Shown.inline(e.getMessage());
    }
}
