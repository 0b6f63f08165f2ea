package shiftscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import shiftscope.config.BadInputException;
import shiftscope.config.ProgramVersion;
import shiftscope.config.ProgramVersion;
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
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new BadInputException("a picture cannot be scaled by " + scale + "; accepted are 1 to " + LARGEST_SCALE + ".");
        }
        if (name.endsWith(".svg")) {
            byte[] document = svg(picture).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(path, out -> out.write(document));
        } else if (name.endsWith(".png")) {
            PngSurface sheet = new PngSurface(picture.width(), picture.height(), scale, picture.ground().ground());
            draw(sheet, picture);
            WholeFile.write(path, sheet::write);
        } else {
            throw new BadInputException(path + " is no name for a picture; accepted are names that end with .svg or .png.");
        }
    }

    /** A picture as the text of an SVG document. */
    static String svg(Picture picture) {
        SvgSurface sheet = new SvgSurface(
                picture.width(),
                picture.height(),
                picture.ground().ground(),
                picture.title(),
                PlotTexts.origin(picture.snapshot(), ProgramVersion.text()),
                PngSurface::measure);
        draw(sheet, picture);
        return sheet.finish();
    }

    private static void draw(Sheet sheet, Picture picture) {
        for (Picture.Part part : picture.parts()) {
            sheet.withOrigin(part.x(), part.y(), () -> part.drawing().accept(sheet));
        }
    }
}
