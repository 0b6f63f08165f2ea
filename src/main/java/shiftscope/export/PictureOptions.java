package shiftscope.export;

import shiftscope.config.BadInputException;

/**
 * How a picture becomes a file.
 *
 * @param scale pixels of a PNG per logical pixel, from 1 to 4; SVG and PDF have none
 * @param transparent whether what is behind the cards is left out, so that the page shows through
 */
public record PictureOptions(int scale, boolean transparent) {
    /** The largest scale. */
    public static final int MOST_SCALE = 4;
    /** One pixel per logical pixel, on the ground of the palette. */
    public static final PictureOptions PLAIN = new PictureOptions(1, false);

    /** @throws BadInputException if the scale is another */
    public PictureOptions {
        if (scale < 1 || scale > MOST_SCALE) {
            throw new BadInputException("a picture cannot be scaled by " + scale + "; accepted are 1 to " + MOST_SCALE + ".");
        }
    }
}
