package shiftscope.config;

/**
 * Where examples lie on disk.
 *
 * @param path the file, or for IDX also the folder that holds it; relative to the experiment file
 * @param labelColumn CSV only: the label's column by name or by index from 0 (negative counts from the end); {@code null} is the
 *     last column
 * @param header CSV only: whether the first row holds names; {@code null} lets the program look
 */
public record FileSource(String path, String labelColumn, Boolean header) {
    public FileSource {
        if (path == null || path.isBlank()) {
            throw new BadInputException("data.file.path is missing; accepted is the path of a file.");
        }
    }
}
