package shiftscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The few colours that stand for the many of an image. A plot is mostly flat colours, and those stay what they are: the commonest are
 * taken as they are, the others, which are the soft edges of letters and lines, share what is left of the table by median cut.
 */
final class ColourTable {
    private static final int SIZE = 256;
    private static final int KEPT = 160;

    /** The colours {@code 0xRRGGBB} that occur, ascending, and how often each does. */
    private final int[] colours;
    private final int[] counts;

    /**
     * An image of at most 256 colours.
     *
     * @param width in pixels
     * @param height in pixels
     * @param cells index into the colours, row by row from the top
     * @param colours {@code 0xRRGGBB}
     */
    record Indexed(int width, int height, byte[] cells, int[] colours) {}

    private ColourTable(int[] pixels) {
        int[] sorted = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            sorted[i] = pixels[i] & 0xffffff;
        }
        Arrays.sort(sorted);
        int[] found = new int[sorted.length];
        int[] times = new int[sorted.length];
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                found[n++] = sorted[i];
            }
            times[n - 1]++;
        }
        colours = Arrays.copyOf(found, n);
        counts = Arrays.copyOf(times, n);
    }

    /** The same image in at most 256 colours; its alpha is not looked at. */
    static Indexed index(Pictures.Pixels image) {
        ColourTable table = new ColourTable(image.argb());
        int[] chosen = table.chosen();
        byte[] nearest = new byte[table.colours.length];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = (byte) nearest(chosen, table.colours[i]);
        }
        byte[] cells = new byte[image.argb().length];
        for (int i = 0; i < cells.length; i++) {
            int colour = image.argb()[i] & 0xffffff;
            // Neighbours are mostly alike.
            cells[i] = i > 0 && colour == (image.argb()[i - 1] & 0xffffff)
                    ? cells[i - 1]
                    : nearest[Arrays.binarySearch(table.colours, colour)];
        }
        return new Indexed(image.width(), image.height(), cells, chosen);
    }

    private int[] chosen() {
        if (colours.length <= SIZE) {
            return colours;
        }
        Integer[] byCount = new Integer[colours.length];
        Arrays.setAll(byCount, i -> i);
        Arrays.sort(byCount, Comparator.<Integer>comparingInt(i -> -counts[i]).thenComparingInt(i -> i));
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            chosen.add(colours[byCount[i]]);
        }
        List<List<Integer>> boxes = new ArrayList<>();
        boxes.add(Arrays.asList(byCount).subList(KEPT, byCount.length));
        boolean more = true;
        while (more && boxes.size() < SIZE - KEPT) {
            more = split(boxes);
        }
        boxes.forEach(box -> chosen.add(mean(box)));
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Cuts the box in which colours differ most, weighed by how many pixels see it; {@code false} if there is nothing to cut. */
    private boolean split(List<List<Integer>> boxes) {
        int worst = -1;
        int shift = 0;
        double most = 0;
        for (int i = 0; i < boxes.size(); i++) {
            double pixels = boxes.get(i).stream().mapToInt(colour -> counts[colour]).sum();
            for (int channel = 16; channel >= 0; channel -= 8) {
                double error = extent(boxes.get(i), channel) * Math.sqrt(pixels);
                if (error > most) {
                    most = error;
                    worst = i;
                    shift = channel;
                }
            }
        }
        if (worst < 0) {
            return false;
        }
        int by = shift;
        List<Integer> sorted = new ArrayList<>(boxes.get(worst));
        sorted.sort(Comparator.comparingInt(i -> colours[i] >> by & 0xff));
        int cut = middle(sorted);
        boxes.set(worst, sorted.subList(0, cut));
        boxes.add(sorted.subList(cut, sorted.size()));
        return true;
    }

    private int extent(List<Integer> box, int channel) {
        int least = 255;
        int most = 0;
        for (int i : box) {
            int value = colours[i] >> channel & 0xff;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }

    /** Where half of the pixels lie on each side, with at least one colour on each. */
    private int middle(List<Integer> sorted) {
        long all = sorted.stream().mapToLong(i -> counts[i]).sum();
        long before = 0;
        for (int i = 0; i < sorted.size() - 1; i++) {
            before += counts[sorted.get(i)];
            if (2 * before >= all) {
                return i + 1;
            }
        }
        return sorted.size() - 1;
    }

    private int mean(List<Integer> box) {
        double[] sums = new double[3];
        double pixels = 0;
        for (int i : box) {
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += (double) counts[i] * (colours[i] >> 8 * channel & 0xff);
            }
            pixels += counts[i];
        }
        int mean = 0;
        for (int channel = 0; channel < 3; channel++) {
            mean |= (int) Math.round(sums[channel] / pixels) << 8 * channel;
        }
        return mean;
    }

    private static int nearest(int[] chosen, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < chosen.length && least > 0; i++) {
            int red = (chosen[i] >> 16 & 0xff) - (colour >> 16 & 0xff);
            int green = (chosen[i] >> 8 & 0xff) - (colour >> 8 & 0xff);
            int blue = (chosen[i] & 0xff) - (colour & 0xff);
            int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
