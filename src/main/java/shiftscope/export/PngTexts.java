package shiftscope.export;

import java.io.IOException;
import java.util.List;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Texts in a PNG, as chunks of the kind iTXt, which hold UTF-8. */
final class PngTexts {
    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngTexts() {}

    /** Adds texts to what will be written with an image. */
    static void addTo(IIOMetadata metadata, List<Origin.Entry> texts) throws IOException {
        IIOMetadataNode chunks = new IIOMetadataNode("iTXt");
        for (Origin.Entry entry : texts) {
            IIOMetadataNode chunk = new IIOMetadataNode("iTXtEntry");
            chunk.setAttribute("keyword", entry.key());
            chunk.setAttribute("compressionFlag", "FALSE");
            chunk.setAttribute("compressionMethod", "0");
            chunk.setAttribute("languageTag", "");
            chunk.setAttribute("translatedKeyword", "");
            chunk.setAttribute("text", entry.text());
            chunks.appendChild(chunk);
        }
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(chunks);
        try {
            metadata.mergeTree(FORMAT, root);
        } catch (IIOInvalidTreeException e) {
            throw new IOException("this Java cannot write texts into a PNG", e);
        }
    }
}
