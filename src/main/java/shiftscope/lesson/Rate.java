package shiftscope.lesson;

/**
 * How often a claim held over seeds, as {@code shiftscope lesson check} found it.
 *
 * @param times in how many it held
 * @param seeds of how many
 * @param median of the value
 * @param least value
 * @param most value
 */
public record Rate(int times, int seeds, double median, double least, double most) {}
