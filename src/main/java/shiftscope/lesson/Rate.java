package shiftscope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How often a claim held over seeds, as {@code shiftscope lesson check} found it. Every seed counts: where there was no number, the claim
 * did not hold, and that number stands behind all others.
 *
 * @param times in how many it held
 * @param seeds of how many
 * @param median of the value
 * @param least value
 * @param most value; NaN if there was no number with some seed
 */
public record Rate(int times, int seeds, double median, double least, double most) {
    /** A claim that holds in a smaller share of seeds has to say so in its text. */
    private static final double USUAL = 0.9;

    private static final Pattern STATED = Pattern.compile("(\\d+) of (\\d+) seeds");

    /** @param verdicts one of each seed, at least one */
    public static Rate of(List<Verdict> verdicts) {
        double[] values = verdicts.stream().mapToDouble(Verdict::value).toArray();
        // Puts NaN last.
        Arrays.sort(values);
        int last = values.length - 1;
        double median = values[last / 2] == values[values.length / 2]
                ? values[last / 2]
                : (values[last / 2] + values[values.length / 2]) / 2;
        int held = (int) verdicts.stream().filter(verdict -> verdict.result() == Verdict.Result.HELD).count();
        return new Rate(held, values.length, median, values[0], values[last]);
    }

    /**
     * Whether a claim may be shown with that text: it held in nine of ten seeds or more, or the text says how often ("in 14 of 20 seeds").
     * What a text says of as many seeds as these has to be what was found.
     */
    public boolean agreesWith(String text) {
        List<MatchResult> stated = STATED.matcher(text).results().toList();
        if (stated.isEmpty()) {
            return times >= USUAL * seeds;
        }
        return stated.stream()
                .filter(each -> each.group(2).equals(String.valueOf(seeds)))
                .allMatch(each -> each.group(1).equals(String.valueOf(times)));
    }
}
