package shiftscope.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Operand;
import shiftscope.lesson.Rate;
import shiftscope.plot.Numbers;

/** How often the claims of lessons held, for somebody at a prompt and as a page of documentation. */
final class LessonTable {
    private static final List<String> HEADER = List.of("claim", "holds if", "held", "median", "least", "most");
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e6;

    private LessonTable() {}

    /** Aligned columns under the lesson's title; ends with a line feed. */
    static String text(LessonPairs.Checked checked) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        checked.rates().forEach((claim, rate) -> rows.add(row(claim, rate)));
        StringBuilder text = new StringBuilder(checked.asked().name() + " " + checked.lesson().title() + "\n");
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < row.size(); column++) {
                int index = column;
                int width = rows.stream().mapToInt(each -> each.get(index).length()).max().orElse(0);
                line.append(' ').append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 1));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return checked.rates().isEmpty() ? text.append("  (none)\n").toString() : text.toString();
    }

    private static List<String> row(Claim claim, Rate rate) {
        return List.of(claim.id(), bound(claim), rate.times() + " of " + rate.seeds(), Numbers.inDigits(rate.median()),
                Numbers.inDigits(rate.least()), Numbers.inDigits(rate.most()));
    }

    private static String bound(Claim claim) {
        String value = switch (claim.comparison()) {
            case ALONE -> "left";
            case DIFFERENCE -> "left - right";
            case RATIO -> "left / right";
        };
        if (claim.below() == Double.POSITIVE_INFINITY) {
            return value + " > " + plain(claim.above());
        }
        return (claim.above() == Double.NEGATIVE_INFINITY ? "" : plain(claim.above()) + " < ") + value + " < " + plain(claim.below());
    }

    /** A number that somebody wrote, with all of its digits. */
    private static String plain(double value) {
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        double size = Math.abs(value);
        return size == 0 || size >= PLAIN_FROM && size < PLAIN_TO ? digits.toPlainString() : digits.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * A page in Markdown.
     *
     * @param command what made it
     */
    static String markdown(List<LessonPairs.Checked> all, String command) {
        StringBuilder page = new StringBuilder("""
                # The lessons and how often their claims hold

                Each claim of a lesson compares one or two numbers, *left* and *right*, that are measured on runs. Here it was measured on runs
                with other seeds, from 1 on, every one of which counts. The last columns are of what is compared with the bounds. Made by

                    %s

                """.formatted(command));
        for (LessonPairs.Checked checked : all) {
            page.append("## ").append(checked.asked().name()).append(". ").append(checked.lesson().title()).append("\n\n");
            page.append(cell(checked.lesson().aim())).append("\n\n");
            if (!checked.rates().isEmpty()) {
                page.append(table(checked)).append('\n');
            }
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String table(LessonPairs.Checked checked) {
        StringBuilder table = new StringBuilder("| claim | left | right | holds if | held | median | least | most |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        checked.rates().forEach((claim, rate) -> {
            List<String> row = row(claim, rate);
            List<String> cells = new ArrayList<>(List.of("`" + row.get(0) + "` " + cell(claim.text()), described(claim.left()),
                    claim.right().map(LessonTable::described).orElse("")));
            cells.addAll(row.subList(1, row.size()));
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        });
        return table.toString();
    }

    private static String described(Operand operand) {
        String number = "`" + operand.quantity().name() + "`";
        if (operand.subject() instanceof Operand.InRun run) {
            return number + ", " + run.experiment() + ", " + run.side() + ", step " + run.at();
        }
        return operand.subject() instanceof Operand.InSweep in
                ? number + ", " + in.sweep() + ", " + in.curve() + ", " + in.side()
                : number;
    }

    /** Markdown in one line, without what would end a cell of a table. */
    private static String cell(String markdown) {
        return markdown.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }
}
