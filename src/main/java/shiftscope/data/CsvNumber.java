package shiftscope.data;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Numbers as tables write them: {@code -1.5}, {@code 2e-3}; of what Java also takes for a number, neither {@code 1f} nor {@code 0x1p3}. */
final class CsvNumber {
    private static final String CHARACTERS = "0123456789+-.eE";
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    private CsvNumber() {}

    /** The cell's value, NaN or infinite if the cell says so; empty if it is no number. */
    static OptionalDouble parse(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (CHARACTERS.indexOf(cell.charAt(i)) < 0) {
                return word(cell);
            }
        }
        try {
            return OptionalDouble.of(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble word(String cell) {
        String unsigned = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        return NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT)) ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
    }
}
