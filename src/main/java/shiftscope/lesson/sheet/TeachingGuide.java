package shiftscope.lesson.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Rate;

/** The notes of all lessons for whoever teaches with them, as Markdown. */
public final class TeachingGuide {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("shiftscope.lesson.sheet.sheet", Locale.ENGLISH);

    private TeachingGuide() {}

    /**
     * Writes the guide.
     *
     * @param lessons numbered from 1
     * @param rates how often claims of a lesson held, by their ids, of those that are known
     */
    public static String of(List<Lesson> lessons, Function<Lesson, Map<String, Rate>> rates) {
        StringBuilder guide = new StringBuilder();
        paragraph(guide, text("guide.title"));
        paragraph(guide, text("guide.intro"));
        paragraph(guide, text("guide.made"));
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            paragraph(guide, "## " + (i + 1) + ". " + lesson.title());
            paragraph(guide, lesson.aim());
            section(guide, "guide.script", lesson.teaching().script());
            section(guide, "guide.ask", lesson.teaching().ask());
            section(guide, "guide.wrong", lesson.teaching().wrong());
            if (!lesson.claims().isEmpty()) {
                section(guide, "guide.claims", table(lesson, rates.apply(lesson)));
            }
        }
        return guide.substring(0, guide.length() - 1);
    }

    private static void paragraph(StringBuilder guide, String text) {
        guide.append(text.strip()).append("\n\n");
    }

    private static void section(StringBuilder guide, String heading, String text) {
        if (!text.isBlank()) {
            paragraph(guide, "**" + text(heading) + "**");
            paragraph(guide, text);
        }
    }

    private static String table(Lesson lesson, Map<String, Rate> rates) {
        StringBuilder table = new StringBuilder();
        for (Claim claim : lesson.claims()) {
            Rate rate = rates.get(claim.id());
            String held = rate == null ? text("guide.none") : String.format(Locale.ROOT, text("held"), rate.times(), rate.seeds());
            table.append("- ").append(claim.text().strip().replaceAll("\\s*\n\\s*", " ")).append(" *").append(held).append("*\n");
        }
        return table.toString();
    }

    private static String text(String key) {
        return TEXTS.getString(key);
    }
}
