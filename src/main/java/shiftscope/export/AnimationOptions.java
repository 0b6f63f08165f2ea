package shiftscope.export;

import shiftscope.config.BadInputException;

/**
 * How frames become an animated GIF.
 *
 * @param scale pixels per logical pixel, from 1 to 4
 * @param delay how long a frame is shown, in milliseconds, from 20 to 10,000; GIF counts in hundredths of a second
 * @param loop whether it begins anew after the last frame, which then stays for two seconds
 */
public record AnimationOptions(int scale, int delay, boolean loop) {
    /** The least delay that readers respect, in milliseconds. */
    public static final int LEAST_DELAY = 20;
    /** The largest delay, in milliseconds. */
    public static final int MOST_DELAY = 10_000;
    /** Ten frames a second, again and again. */
    public static final AnimationOptions PLAIN = new AnimationOptions(1, 100, true);

    /** @throws BadInputException if a number is another */
    public AnimationOptions {
        new PictureOptions(scale, false);
        if (delay < LEAST_DELAY || delay > MOST_DELAY) {
            throw new BadInputException("a frame cannot be shown for " + delay + " milliseconds; accepted are " + LEAST_DELAY + " to "
                    + MOST_DELAY + ".");
        }
    }
}
