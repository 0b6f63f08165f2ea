package shiftscope.ui.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import shiftscope.config.BadInputException;

/** Numbers as people type and read them. */
public final class Numbers {
    /** More than any network may have; the settings then refuse it in their own words. */
    private static final int MOST_REPEATED = 1_000;

    private static final int WORTH_A_PRODUCT = 4;
    private static final Texts TEXTS = Texts.beside(Numbers.class, "sentences");

    private Numbers() {}

    /** Reads a number with a point or a comma before its decimals. */
    static double decimal(String name, String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
        } catch (NumberFormatException e) {
            throw new BadInputException(TEXTS.get("number.decimal", name, text.strip()), e);
        }
    }

    static long whole(String name, String text) {
        try {
            return Long.parseLong(text.strip().replace('−', '-'));
        } catch (NumberFormatException e) {
            throw new BadInputException(TEXTS.get("number.whole", name, text.strip()), e);
        }
    }

    static int count(String name, String text) {
        long value = whole(name, text);
        if (value != (int) value) {
            throw new BadInputException(TEXTS.get("number.whole", name, text.strip()));
        }
        return (int) value;
    }

    /** Reads counts between dots, commas or spaces, of which several equal ones may be a product: {@code 3×100 · 50}. */
    static List<Integer> counts(String name, String text) {
        List<Integer> counts = new ArrayList<>();
        for (String part : text.strip().replaceAll("\\s*[×x*]\\s*", "×").split("[\\s,;·]+")) {
            try {
                int times = part.indexOf('×');
                int repeated = times < 0 ? 1 : Integer.parseInt(part.substring(0, times));
                int count = Integer.parseInt(part.substring(times + 1));
                counts.addAll(Collections.nCopies(Math.max(0, Math.min(MOST_REPEATED, repeated)), count));
            } catch (NumberFormatException e) {
                throw new BadInputException(TEXTS.get("number.counts", name, text.strip()), e);
            }
        }
        return counts;
    }

    static String show(List<Integer> counts) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < counts.size()) {
            int next = i;
            while (next < counts.size() && counts.get(next).equals(counts.get(i))) {
                next++;
            }
            int equal = next - i;
            parts.addAll(equal >= WORTH_A_PRODUCT
                    ? List.of(equal + "×" + counts.get(i))
                    : Collections.nCopies(equal, counts.get(i).toString()));
            i = next;
        }
        return String.join(" · ", parts);
    }

    /** The shortest text that reads back as the same number: {@code 0.1}, {@code 1e-5}. */
    public static String show(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int magnitude = exact.precision() - exact.scale() - 1;
        return magnitude < -3 || magnitude > 9
                ? exact.scaleByPowerOfTen(-magnitude).stripTrailingZeros().toPlainString() + "e" + magnitude
                : exact.toPlainString();
    }

    /** A whole number in groups of three: {@code 12 345}. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    /** A whole number as an index: {@code ₁₂}. */
    static String subscript(int index) {
        return Integer.toString(index).chars().mapToObj(digit -> Character.toString('₀' + digit - '0')).collect(Collectors.joining());
    }
}
