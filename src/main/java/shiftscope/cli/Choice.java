package shiftscope.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shiftscope.config.BadInputException;

/** Options whose values are names: those of experiment files, in small letters with a hyphen between words. */
final class Choice {
    private Choice() {}

    /**
     * The value of a name.
     *
     * @throws BadInputException if there is none, with the names that there are
     */
    static <E extends Enum<E>> E of(String option, String given, E[] all) {
        for (E one : all) {
            if (word(one).equalsIgnoreCase(given)) {
                return one;
            }
        }
        throw refusal(option, given, Arrays.stream(all).map(Choice::word).toList());
    }

    static BadInputException refusal(String option, String given, List<String> accepted) {
        return new BadInputException(option + " is \"" + given + "\"; accepted are " + String.join(", ", accepted) + ".");
    }

    /** The name as experiment files have it. */
    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
