package shiftscope.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import shiftscope.config.BadInputException;
import shiftscope.config.ProgramVersion;
import shiftscope.plot.Colour;
import shiftscope.plot.PlotTexts;
import shiftscope.session.Snapshot;

/** Figures and pictures as files; the ending of the name chooses the format. */
public final class Pictures {
    /** More pixels than this would not fit into memory beside everything else. */
    private static final double MOST_PIXELS = 1e8;

    private Pictures() {}

    /**
     * An image in memory, as for a clipboard.
     *
     * @param width in pixels
     * @param height in pixels
     * @param argb {@code 0xAARRGGBB} row by row from the top, colours not multiplied by alpha
     */
    public record Pixels(int width, int height, int[] argb) {}

    /**
     * Writes a figure as PNG, SVG, PDF or CSV. The file is there whole or not at all; missing folders are made.
     *
     * @throws BadInputException if the ending is another, the snapshot cannot be shown so, or the image would be too large
     * @throws IOException if the file cannot be written
     */
    public static void write(Path path, Figure figure, Snapshot snapshot, PictureOptions options) throws IOException {
        byte[] content = bytes(PictureFormat.of(path), figure, snapshot, options);
        WholeFile.write(path, out -> out.write(content));
    }

    /**
     * The content of such a file; otherwise as {@link #write(Path, Figure, Snapshot, PictureOptions)}.
     */
    public static byte[] bytes(PictureFormat format, Figure figure, Snapshot snapshot, PictureOptions options) {
        return format == PictureFormat.CSV
                ? written(out -> TableCsv.write(out, snapshot, figure.numbers(snapshot)))
                : bytes(format, figure.picture(snapshot), options);
    }

    /**
     * Writes a picture that is no figure, so that there are no numbers to write; otherwise as {@link #write(Path, Figure, Snapshot,
     * PictureOptions)}.
     */
    public static void write(Path path, Picture picture, PictureOptions options) throws IOException {
        byte[] content = bytes(PictureFormat.of(path), picture, options);
        WholeFile.write(path, out -> out.write(content));
    }

    private static byte[] bytes(PictureFormat format, Picture picture, PictureOptions options) {
        return switch (format) {
            case PNG -> written(out -> png(picture, options).write(out, Origin.of(picture.snapshot())));
            case SVG -> svg(picture, options).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf(picture, options);
            case CSV -> throw new BadInputException("this picture has no numbers to write as CSV.");
        };
    }

    /**
     * The pixels of a picture.
     *
     * @throws BadInputException if there would be too many
     */
    public static Pixels pixels(Picture picture, PictureOptions options) {
        return png(picture, options).pixels();
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PngSurface png(Picture picture, PictureOptions options) {
        double pixels = picture.width() * picture.height() * options.scale() * options.scale();
        if (pixels > MOST_PIXELS) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "this picture would have %.0f million pixels; accepted are %.0f million, so make it smaller or its scale less.",
                    pixels / 1e6,
                    MOST_PIXELS / 1e6));
        }
        PngSurface sheet = new PngSurface(picture.width(), picture.height(), options.scale(), ground(picture, options));
        draw(sheet, picture);
        return sheet;
    }

    /** A picture as the text of an SVG document. */
    static String svg(Picture picture, PictureOptions options) {
        SvgSurface sheet = new SvgSurface(
                picture.width(),
                picture.height(),
                ground(picture, options),
                picture.title(),
                PlotTexts.origin(picture.snapshot(), ProgramVersion.text()),
                Origin.of(picture.snapshot()),
                PngSurface::measure);
        draw(sheet, picture);
        return sheet.finish();
    }

    private static byte[] pdf(Picture picture, PictureOptions options) {
        PdfSurface sheet = new PdfSurface(
                picture.width(),
                picture.height(),
                ground(picture, options),
                Origin.of(picture.snapshot()),
                PngSurface::measure);
        draw(sheet, picture);
        return sheet.finish();
    }

    private static Colour ground(Picture picture, PictureOptions options) {
        Colour ground = picture.ground().ground();
        return options.transparent() ? ground.withAlpha(0) : ground;
    }

    private static void draw(Sheet sheet, Picture picture) {
        for (Picture.Part part : picture.parts()) {
            sheet.withOrigin(part.x(), part.y(), () -> part.drawing().accept(sheet));
        }
    }
}
