package shiftscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;
import shiftscope.config.ProgramVersion;
import shiftscope.plot.Palette;
import shiftscope.plot.PlotTexts;

/** Pictures as files; the ending of the name chooses the format. */
public final class Pictures {
    private static final int LARGEST_SCALE = 4;

    private Pictures() {}

    /**
     * Writes a picture as SVG or PNG. The file is there whole or not at all.
     *
     * @param path ends with {@code .svg} or {@code .png}
     * @param scale pixels of a PNG per logical pixel, from 1 to 4; an SVG has none
     * @throws BadInputException if the ending or the scale is another
     * @throws IOException if the file cannot be written
     */
    public static void write(Path path, Picture picture, int scale) throws IOException {
        write(path, page(picture), scale);
    }

    /** Writes something drawn, as {@link #write(Path, Picture, int)}. */
    public static void write(Path path, Drawing drawing, int scale) throws IOException {
        write(path, new Page(drawing.width(), drawing.height(), drawing.ground(), drawing.title(), drawing.description(),
                drawing.content()::accept), scale);
    }

    private static void write(Path path, Page page, int scale) throws IOException {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new BadInputException("a picture cannot be scaled by " + scale + "; accepted are 1 to " + LARGEST_SCALE + ".");
        }
        if (name.endsWith(".svg")) {
            byte[] document = svg(page).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(path, out -> out.write(document));
        } else if (name.endsWith(".png")) {
            PngSurface sheet = new PngSurface(page.width, page.height, scale, page.ground.ground());
            page.content.accept(sheet);
            WholeFile.write(path, sheet::write);
        } else {
            throw new BadInputException(path + " is no name for a picture; accepted are names that end with .svg or .png.");
        }
    }

    /** A picture as the text of an SVG document. */
    static String svg(Picture picture) {
        return svg(page(picture));
    }

    private static String svg(Page page) {
        SvgSurface sheet = new SvgSurface(
                page.width, page.height, page.ground.ground(), page.title, page.description, PngSurface::measure);
        page.content.accept(sheet);
        return sheet.finish();
    }

    private static Page page(Picture picture) {
        return new Page(
                picture.width(),
                picture.height(),
                picture.ground(),
                picture.title(),
                PlotTexts.origin(picture.snapshot(), ProgramVersion.text()),
                sheet -> draw(sheet, picture));
    }

    /** What pictures and drawings have in common. */
    private record Page(
            double width, double height, Palette ground, String title, String description, Consumer<Sheet> content) {}

    private static void draw(Sheet sheet, Picture picture) {
        for (Picture.Part part : picture.parts()) {
            sheet.withOrigin(part.x(), part.y(), () -> part.drawing().accept(sheet));
        }
    }
}
