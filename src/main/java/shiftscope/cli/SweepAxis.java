package shiftscope.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import shiftscope.config.BadInputException;
import shiftscope.config.Setting;

/**
 * One setting of a sweep with the values it takes.
 *
 * @param path as in the experiment file
 * @param values at least one, no two alike
 */
record SweepAxis(String path, List<Setting> values) {
    private static final String OPTION = "--over";
    private static final String SEED = "seed";

    SweepAxis {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code path=value,value,…}; a comma inside brackets, braces or quotes does not part two values.
     *
     * @throws BadInputException if there is no such setting, or a value is missing or given twice
     */
    static SweepAxis parse(String text) {
        Setting first = Setting.parse(text, OPTION);
        if (first.path().equals(SEED)) {
            throw new BadInputException(OPTION + " " + SEED + " is not accepted; --seeds N takes the experiment's seed and the"
                    + " N - 1 after it.");
        }
        List<Setting> values = parts(first.value()).stream().map(value -> new Setting(first.path(), value)).toList();
        HashSet<String> seen = new HashSet<>();
        for (Setting value : values) {
            if (value.value().isEmpty() || !seen.add(value.shown())) {
                throw new BadInputException(OPTION + " " + first.path() + " has "
                        + (value.value().isEmpty() ? "an empty value" : "the value " + value.shown() + " twice")
                        + "; accepted are different values with commas between, such as 0.01,0.1,1.");
            }
        }
        return new SweepAxis(first.path(), values);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    /** The value as a number, if it is one. */
    static OptionalDouble number(Setting value) {
        try {
            return OptionalDouble.of(Double.parseDouble(value.shown()));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether every value is a number, so that results can be drawn against it. */
    boolean isNumeric() {
        return values.stream().allMatch(value -> number(value).isPresent());
    }
}
