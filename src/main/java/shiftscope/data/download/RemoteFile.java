package shiftscope.data.download;

/**
 * A file as its publisher left it.
 *
 * @param name what it is called at the mirrors and here
 * @param bytes how long it is; for the progress shown, not checked
 * @param sha256 in 64 hexadecimal digits, small letters; what is fetched must have it
 */
public record RemoteFile(String name, long bytes, String sha256) {}
