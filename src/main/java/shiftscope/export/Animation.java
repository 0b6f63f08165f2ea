package shiftscope.export;

import java.io.IOException;
import java.nio.file.Path;
import shiftscope.session.Snapshot;

/**
 * A run as moving pictures: one figure of one snapshot after the other, on value axes that stay where they are while the values fit.
 * Frames go to a file or folder beside as they come, so that memory holds one of them; it is moved into its place by {@link #finish}.
 *
 * <p>Snapshots have to be of one run, in the order of their steps, and made with axes that the caller keeps from one to the next.
 */
public sealed interface Animation extends AutoCloseable permits GifAnimation, FolderAnimation {
    /**
     * An animated GIF.
     *
     * @param path ends with {@code .gif}
     * @throws shiftscope.config.BadInputException if it does not
     * @throws IOException if nothing can be written there
     */
    static Animation gif(Path path, Figure figure, AnimationOptions options) throws IOException {
        return new GifAnimation(path, figure, options);
    }

    /**
     * A folder of pictures, {@code frame-00001.png} and so on.
     *
     * @param folder that is not there yet, or empty
     * @throws shiftscope.config.BadInputException if there is something in it
     * @throws IOException if nothing can be written there
     */
    static Animation folder(Path folder, Figure figure, PictureOptions options) throws IOException {
        return new FolderAnimation(folder, figure, options);
    }

    /**
     * Adds the picture of a snapshot.
     *
     * @throws shiftscope.config.BadInputException if the snapshot cannot be shown so
     * @throws IOException if it cannot be written
     */
    void add(Snapshot snapshot) throws IOException;

    /** How many pictures were added. */
    int frames();

    /**
     * Moves what was added into its place; nothing can be added afterwards.
     *
     * @throws IllegalStateException if nothing was added
     * @throws IOException if it cannot be written
     */
    void finish() throws IOException;

    /** Removes what was written, unless it is finished. */
    @Override
    void close() throws IOException;
}
