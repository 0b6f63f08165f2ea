package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Operand;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Verdict;
import shiftscope.plot.Numbers;

/** What is said of a claim beside its sentence: its state, its numbers, what it needed, and how often it held. */
public final class ClaimWords {
    private static final Texts TEXTS = Texts.beside(ClaimWords.class, "sentences");
    /** Whole numbers up to here are counts and written out. */
    private static final double MOST_COUNTED = 1e9;

    private ClaimWords() {}

    /** Whether it is open, holds or does not, in a word or two. */
    public static String state(Verdict verdict) {
        return TEXTS.get("claim." + verdict.result());
    }

    /** When an open claim will be measured; of a decided one its numbers as its lesson tells them. */
    public static String numbers(Claim claim, ClaimLedger.Outcome outcome) {
        if (!outcome.isDecided()) {
            return when(claim);
        }
        Verdict verdict = outcome.verdict();
        if (Double.isNaN(verdict.value())) {
            return outcome.stoppedAt() < 0
                    ? TEXTS.get("claim.noNumber")
                    : TEXTS.get("claim.stopped", Numbers.count(outcome.stoppedAt()));
        }
        return claim.reading()
                .replace("{left}", number(verdict.left(), claim.left().quantity().unit()))
                .replace("{right}", number(verdict.right(), claim.right().map(right -> right.quantity().unit()).orElse("")))
                .replace("{value}", value(claim, verdict.value()));
    }

    /** What was compared with the bounds, and what they are. */
    public static String bound(Claim claim, Verdict verdict) {
        String needs = needs(claim);
        if (Double.isNaN(verdict.value())) {
            return TEXTS.get("claim.needs", needs);
        }
        return TEXTS.get("claim.bound." + claim.comparison(), value(claim, verdict.value()), needs);
    }

    /** How often it held over seeds. */
    public static String rate(Rate rate) {
        return TEXTS.get("claim.rate", rate.times(), rate.seeds());
    }

    /** The spread of its value over those seeds. */
    public static String spread(Claim claim, Rate rate) {
        return TEXTS.get("claim.spread", value(claim, rate.median()), value(claim, rate.least()), value(claim, rate.most()));
    }

    /** That it was not measured on what the lesson prepared. */
    public static String changed() {
        return TEXTS.get("claim.changed");
    }

    private static String needs(Claim claim) {
        boolean above = claim.above() > Double.NEGATIVE_INFINITY;
        boolean below = claim.below() < Double.POSITIVE_INFINITY;
        String unit = unit(claim);
        return above && below
                ? TEXTS.get("claim.between", number(claim.above(), unit), number(claim.below(), unit))
                : above ? TEXTS.get("claim.above", number(claim.above(), unit)) : TEXTS.get("claim.below", number(claim.below(), unit));
    }

    private static String when(Claim claim) {
        List<String> parts = new ArrayList<>();
        claim.operands().stream()
                .filter(operand -> operand.subject() instanceof Operand.InRun)
                .mapToLong(operand -> ((Operand.InRun) operand.subject()).at())
                .max()
                .ifPresent(step -> parts.add(TEXTS.get("claim.atStep", Numbers.count(step))));
        if (claim.operands().stream().anyMatch(operand -> operand.subject() instanceof Operand.InSweep)) {
            parts.add(TEXTS.get("claim.afterSweep"));
        }
        if (claim.operands().stream().anyMatch(operand -> operand.subject() instanceof Operand.InExhibit)) {
            parts.add(TEXTS.get("claim.fromExhibit"));
        }
        return String.join(" ", parts);
    }

    private static String value(Claim claim, double value) {
        return number(value, unit(claim));
    }

    /** A ratio counts in nothing. */
    private static String unit(Claim claim) {
        return claim.comparison() == Claim.Comparison.RATIO ? "" : claim.left().quantity().unit();
    }

    private static String number(double value, String unit) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_COUNTED;
        String digits = whole ? Numbers.count((long) value) : Numbers.measured(value);
        return unit.isEmpty() ? digits : digits + "\u00a0" + unit;
    }
}
