package shiftscope.lesson;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.BadInputException;
import shiftscope.export.Formula;
import shiftscope.lesson.text.Prose;

/** All texts of a lesson that are Markdown. */
public final class LessonTexts {
    private LessonTexts() {}

    /** Those that a learner sees, in the order of the file. */
    public static List<String> shown(Lesson lesson) {
        List<String> texts = new ArrayList<>(List.of(lesson.aim()));
        for (LessonStep step : lesson.steps()) {
            texts.add(step.text());
            step.prediction().ifPresent(prediction -> {
                texts.add(prediction.question());
                texts.addAll(prediction.answers());
                texts.add(prediction.because());
            });
            texts.add(step.task());
        }
        lesson.claims().forEach(claim -> {
            texts.add(claim.text());
            texts.add(claim.removal().because());
        });
        lesson.papers().forEach(paper -> texts.add(paper.text()));
        return texts;
    }

    /** All of them, also those for the teacher. */
    public static List<String> all(Lesson lesson) {
        List<String> texts = new ArrayList<>(shown(lesson));
        texts.addAll(List.of(lesson.teaching().script(), lesson.teaching().ask(), lesson.teaching().wrong()));
        return texts;
    }

    /**
     * Typesets every formula, which is then there at once when it is shown.
     *
     * @throws BadInputException at the first that cannot be typeset
     */
    public static void typeset(Lesson lesson) {
        all(lesson).forEach(text -> Prose.of(text).forEachFormula(
                alone -> Formula.display(alone.latex()).outline(), math -> Formula.inline(math.latex()).outline()));
    }
}
