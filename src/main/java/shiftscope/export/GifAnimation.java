package shiftscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import shiftscope.config.BadInputException;
import shiftscope.plot.HeldRanges;
import shiftscope.session.Snapshot;

/** An animated GIF. Each frame has colours of its own; a comment with the last says where it comes from. */
final class GifAnimation implements Animation {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** How long the last frame stays before it begins anew, in milliseconds. */
    private static final int REST = 2_000;
    /** What every reader since Netscape's takes for "again and again". */
    private static final byte[] FOREVER = {1, 0, 0};

    private final Path path;
    private final Path beside;
    private final Figure figure;
    private final AnimationOptions options;
    private final HeldRanges ranges = new HeldRanges();
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream stream;
    private int frames;
    private int written;
    /** The newest frame, which waits until it is known whether it is the last. */
    private ColourTable.Indexed waiting;
    private Snapshot newest;

    GifAnimation(Path path, Figure figure, AnimationOptions options) throws IOException {
        if (path.getFileName() == null || !path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gif")) {
            throw new BadInputException(path + " is no name for an animation; accepted are names that end with .gif.");
        }
        this.path = path.toAbsolutePath();
        this.figure = figure;
        this.options = options;
        Files.createDirectories(this.path.getParent());
        beside = WholeFile.beside(this.path);
        Files.deleteIfExists(beside);
        stream = ImageIO.createImageOutputStream(Files.createFile(beside).toFile());
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(Snapshot snapshot) throws IOException {
        Pictures.Pixels pixels =
                Pictures.pixels(figure.picture(snapshot, ranges), new PictureOptions(options.scale(), false));
        if (waiting != null && (waiting.width() != pixels.width() || waiting.height() != pixels.height())) {
            throw new IllegalArgumentException("frames of one animation are equally large");
        }
        if (waiting != null) {
            write(options.delay(), "");
        }
        waiting = ColourTable.index(pixels);
        newest = snapshot;
        frames++;
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public void finish() throws IOException {
        if (waiting == null) {
            throw new IllegalStateException("an animation without frames, or one that is finished");
        }
        List<Origin.Entry> origin = Origin.of(newest);
        String comment = origin.stream().map(entry -> entry.key() + ": " + entry.text()).collect(Collectors.joining("\n"));
        write(options.loop() ? Math.max(REST, options.delay()) : options.delay(), comment);
        waiting = null;
        writer.endWriteSequence();
        stream.close();
        WholeFile.moveIntoPlace(beside, path);
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        if (waiting != null || frames == 0) {
            stream.close();
        }
        Files.deleteIfExists(beside);
    }

    private void write(int delay, String comment) throws IOException {
        IIOImage image = PngSurface.indexed(waiting, writer);
        IIOMetadata metadata = image.getMetadata();
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(Math.round(delay / 10.0)));
        if (written == 0 && options.loop()) {
            IIOMetadataNode extension = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(FOREVER);
        }
        if (!comment.isEmpty()) {
            // The writer takes each character for a byte, so the bytes of UTF-8 are given as characters.
            String bytes = new String(comment.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            child(child(root, "CommentExtensions"), "CommentExtension").setAttribute("value", bytes);
        }
        metadata.mergeTree(FORMAT, root);
        writer.writeToSequence(image, null);
        written++;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        IIOMetadataNode child = new IIOMetadataNode(name);
        parent.appendChild(child);
        return child;
    }
}
