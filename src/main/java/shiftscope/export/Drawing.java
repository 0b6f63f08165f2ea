package shiftscope.export;

import java.util.function.Consumer;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;

/**
 * Anything drawn that is to become a picture in a file.
 *
 * @param width in logical pixels
 * @param height in logical pixels
 * @param ground what it stands on
 * @param title what a reader's software calls it
 * @param description with what it was made, so that it can be made again
 * @param content draws it from the top left corner
 */
public record Drawing(double width, double height, Palette ground, String title, String description, Consumer<Surface> content) {}
