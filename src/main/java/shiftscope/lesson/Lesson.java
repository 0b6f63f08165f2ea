package shiftscope.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import shiftscope.export.Document;

/**
 * A lesson as its file has it.
 *
 * @param id of small letters, digits and hyphens; names its file and its progress
 * @param title a few words
 * @param aim one sentence: what the learner knows afterwards
 * @param experiments prepared experiments by name, in the order of the file
 * @param sweeps prepared sweeps by name, in the order of the file
 * @param steps what the learner goes through, at least one
 * @param claims what is measured, each shown in one step at least
 * @param papers what the papers say
 * @param teaching the teacher's notes
 * @param hidden parts of the window that this lesson does without
 * @param fingerprint changes when what is measured changes, not with a text
 */
public record Lesson(
        String id,
        String title,
        String aim,
        Map<String, Document> experiments,
        Map<String, LessonSweep> sweeps,
        List<LessonStep> steps,
        List<Claim> claims,
        List<Source> papers,
        Teaching teaching,
        Set<Region> hidden,
        String fingerprint) {
    /** What a paper says: a sentence in Markdown, and where. */
    public record Source(String text, String source) {}

    /**
     * Notes for the teacher, in Markdown.
     *
     * @param script what to do and say in ten minutes
     * @param ask the question to put before pressing play
     * @param wrong what usually goes wrong
     */
    public record Teaching(String script, String ask, String wrong) {}

    /** The claim of that id; only ids that occur are asked for. */
    public Claim claim(String claimId) {
        return claims.stream().filter(claim -> claim.id().equals(claimId)).findFirst().orElseThrow();
    }
}
