package shiftscope.lesson;

import java.util.List;
import java.util.Optional;
import shiftscope.export.View;

/**
 * One step of a lesson.
 *
 * @param title a few words
 * @param text Markdown with formulas between dollar signs
 * @param experiment the prepared experiment that is opened on entering; empty to go on with what is on screen
 * @param view how the wall is looked at from here on; empty to leave that as it is
 * @param prediction the question that comes before the run
 * @param task what the learner is to do, Markdown; empty if only to read
 * @param until the step of training at which the task counts as done; 0 if it is for the learner to say, or for the claims to be decided
 * @param region what is pointed at
 * @param exhibit what stands in the place of the wall
 * @param claims ids of the claims shown here
 */
public record LessonStep(
        String title,
        String text,
        Optional<String> experiment,
        Optional<View> view,
        Optional<Prediction> prediction,
        String task,
        long until,
        Optional<Region> region,
        Optional<Exhibit> exhibit,
        List<String> claims) {
    /**
     * A question to answer before the run.
     *
     * @param question Markdown
     * @param answers two to five, Markdown
     * @param right the index of the one that comes out, from 0
     * @param because what is said once an answer was chosen, Markdown
     */
    public record Prediction(String question, List<String> answers, int right, String because) {}
}
