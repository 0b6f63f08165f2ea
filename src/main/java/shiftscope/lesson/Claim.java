package shiftscope.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shiftscope.config.Setting;

/**
 * A sentence that is measured and can fail.
 *
 * @param id within its lesson
 * @param text the sentence, Markdown
 * @param reading how the numbers are told: a text with {@code {left}}, {@code {right}} and {@code {value}}
 * @param left a number
 * @param right what it is compared with; empty where the number stands alone
 * @param comparison how the two become one value
 * @param above the claim holds if the value is greater than this; −∞ if there is no such bound
 * @param below the claim holds if the value is less than this; ∞ if there is no such bound
 * @param removal how the effect can be taken away, so that the claim does not hold
 */
public record Claim(
        String id,
        String text,
        String reading,
        Operand left,
        Optional<Operand> right,
        Comparison comparison,
        double above,
        double below,
        Removal removal) {
    /** How two numbers become one. */
    public enum Comparison {
        /** The left number alone. */
        ALONE,
        /** Left minus right. */
        DIFFERENCE,
        /** Left through right. */
        RATIO
    }

    /**
     * What takes the effect away: the test that the claim can fail.
     *
     * @param because one sentence
     * @param settings changed in every experiment that the claim measures
     * @param instead prepared experiments that others take the place of, by name
     * @param arguments changed in both numbers, where they have such
     */
    public record Removal(String because, List<Setting> settings, Map<String, String> instead, Arguments arguments) {}

    /** The numbers that have to be measured. */
    public List<Operand> operands() {
        return right.map(other -> List.of(left, other)).orElse(List.of(left));
    }

    /** What comes of the numbers; open while one of them is missing. */
    public Verdict verdict(Map<Operand, Double> measured) {
        Double first = measured.get(left);
        Double second = right.map(measured::get).orElse(null);
        if (first == null || right.isPresent() && second == null) {
            return Verdict.OPEN;
        }
        double value = switch (comparison) {
            case ALONE -> first;
            case DIFFERENCE -> first - second;
            case RATIO -> first / second;
        };
        boolean held = value > above && value < below;
        return new Verdict(held ? Verdict.Result.HELD : Verdict.Result.FAILED, value, first, second == null ? Double.NaN : second);
    }
}
