package shiftscope.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as plots write them: the same in every language, with a true minus sign and thin spaces between thousands. */
public final class Numbers {
    static final String MINUS = "\u2212";
    private static final char THIN_SPACE = '\u2009';
    private static final String NOTHING = "\u2013";
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Numbers() {}

    /** A number with so many decimals; what rounds to 0 has no sign, and NaN is a dash. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        // What String.format writes, without finding out first how numbers are written in a country: a picture has hundreds of them.
        BigDecimal rounded = BigDecimal.valueOf(Math.abs(value)).setScale(decimals, RoundingMode.HALF_UP);
        return (value < 0 && rounded.signum() != 0 ? MINUS : "") + grouped(rounded.toPlainString());
    }

    /** A measured number in about three digits: {@code −2.14}, {@code 31.6}, {@code 480}, {@code 2.1×10⁻⁵}. */
    public static String measured(double value) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(value) || size >= 0.0095 && size < 9.995) {
            return fixed(value, 2);
        }
        if (size >= 9.995 && size < 99.95) {
            return fixed(value, 1);
        }
        if (size >= 99.95 && size < 99_999.5) {
            return fixed(value, 0);
        }
        return scientific(value, 1);
    }

    /** A mantissa with so many decimals and a power of ten. */
    private static String scientific(double value, int decimals) {
        int exponent = exponent(value, decimals);
        return fixed(value / Math.pow(10, exponent), decimals) + powerOfTen(exponent);
    }

    /** The power of ten of a mantissa that has one digit before its point also when it is rounded to so many decimals. */
    private static int exponent(double value, int decimals) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        return fixed(Math.abs(value) / Math.pow(10, exponent), decimals).startsWith("10") ? exponent + 1 : exponent;
    }

    /** A measured number where there is little room: {@code 0.24}, {@code 480}, {@code 8×10⁴}. */
    public static String brief(double value) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(value) || size >= 0.0095 && size < 9_999.5) {
            return measured(value);
        }
        return scientific(value, 0);
    }

    /** A number of which three digits matter however small it is: {@code 0.729}, {@code 0.0224}, {@code −20.4}, {@code 2.1×10⁻⁵}. */
    static String inThreeDigits(double value) {
        double size = Math.abs(value);
        return size >= 0.0009995 && size < 0.9995 ? fixed(value, size < 0.009995 ? 5 : size < 0.09995 ? 4 : 3) : measured(value);
    }

    /**
     * A number beside a logarithmic axis, or before another that it may be a multiple of, where digits count and not decimals, and where there is little room: two digits or three,
     * written as the axis writes its own, {@code 0.24}, {@code 0.041}, {@code 0.0024}, {@code 2.4e−5}, {@code 2e−12}.
     */
    public static String inDigits(double value) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(size) || size >= 0.0995 && size < 9_999.5) {
            return measured(value);
        }
        if (size >= 0.00095 && size < 0.0995) {
            return fixed(value, size < 0.0095 ? 4 : 3);
        }
        int decimals = size >= 1e-9 && size < 9.95e9 ? 1 : 0;
        int exponent = exponent(value, decimals);
        return fixed(value / Math.pow(10, exponent), decimals) + "e" + (exponent < 0 ? MINUS : "") + Math.abs(exponent);
    }

    /**
     * A measured number beside one that says how large it could be, a mean beside its σ: no more decimals than that deserves, so
     * that a mean of 0.0003 beside a σ of 1 reads {@code 0.00}, and 0 where even the power of ten would say nothing.
     */
    public static String measured(double value, double scale) {
        double size = Math.max(Math.abs(value), Math.abs(scale));
        if (!Double.isFinite(size) || size == Math.abs(value)) {
            return measured(value);
        }
        if (size >= 0.0095 && size < 99_999.5) {
            return fixed(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
        }
        return Math.abs(value) < size / 100 ? "0" : measured(value);
    }

    /** A setting as it was set, {@code 0.5}, {@code 0.001}. */
    static String exact(double value) {
        String digits = BigDecimal.valueOf(Math.abs(value)).stripTrailingZeros().toPlainString();
        return (value < 0 ? MINUS : "") + grouped(digits);
    }

    /** {@code ×10⁻⁴}. */
    static String powerOfTen(int exponent) {
        StringBuilder power = new StringBuilder("\u00d710");
        if (exponent < 0) {
            power.append('\u207b');
        }
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
        return power.toString();
    }

    /** A whole number, {@code 51 200} with a thin space. */
    public static String count(long value) {
        return (value < 0 ? MINUS : "") + grouped(Long.toString(Math.abs(value)));
    }

    /** A share in [0, 1] as a whole percentage, {@code 31%}; what is not quite all or nothing never reads 100% or 0%. */
    public static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1%";
        }
        if (share < 1 && share >= 0.995) {
            return ">99%";
        }
        return fixed(100 * share, 0) + (Double.isNaN(share) ? "" : "%");
    }

    /** A share in [0, 1] as a percentage with one decimal, {@code 93.4%}. */
    public static String percentWithDecimal(double share) {
        return fixed(100 * share, 1) + (Double.isNaN(share) ? "" : "%");
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = whole - 3; i > 0; i -= 3) {
            grouped.insert(i, THIN_SPACE);
        }
        return grouped.toString();
    }
}
