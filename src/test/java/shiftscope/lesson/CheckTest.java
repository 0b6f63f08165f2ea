package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.session.Twins;

class CheckTest {
    private static final Lesson LESSON = lesson(SmallLesson.moves("moves", "It moves.", "\"above\": -1e9"),
            SmallLesson.moves("still", "It does not.", "\"above\": 1e9"), SmallLesson.learns("learns", 0.1));
    private static final Lesson WILD = lesson(SmallLesson.diverges("wild"), SmallLesson.learns("learns", 0.1));

    private static Lesson lesson(String... claims) {
        return LessonFile.parse(SmallLesson.text("small", "[" + String.join(",", claims) + "]"), "test");
    }

    private static Check check(Lesson lesson) {
        return new Check(lesson, Path.of(""), steps -> { });
    }

    /** The numbers are those of twins that are trained with that seed, by hand. */
    @Test
    void aClaimIsMeasuredOnRunsOfThatSeed() {
        Experiment experiment = LESSON.experiments().get("small").script().start().withSeed(7);
        try (Twins twins = new Twins(experiment, Datasets.load(experiment.data(), new Seed(7), Path.of("")), 1)) {
            while (twins.stepCount() < 40) {
                twins.step();
            }
            Verdict verdict = check(LESSON).all(7).get(LESSON.claim("moves"));
            assertEquals(Verdict.Result.HELD, verdict.result());
            assertEquals(twins.measure().of(Side.B).layers().get(1).shift(), verdict.left());
            assertEquals(twins.measure().of(Side.A).layers().get(1).shift(), verdict.right());
            assertEquals(Verdict.Result.FAILED, check(LESSON).all(7).get(LESSON.claim("still")).result());
        }
    }

    @Test
    void eachExperimentIsTrainedOnceForAllClaims() {
        AtomicLong told = new AtomicLong();
        Check check = new Check(LESSON, Path.of(""), told::addAndGet);

        check.all(1);
        assertEquals(40 + 72, check.steps());
        assertEquals(check.steps(), told.getAndSet(0));

        check.allRemoved(1);
        assertEquals(40 + 72, check.stepsRemoved(), "two claims share their change");
        assertEquals(check.stepsRemoved(), told.getAndSet(0));

        check.removed(LESSON.claim("moves"), 1);
        assertEquals(40, told.get(), "one training for both numbers");
    }

    @Test
    void oneClaimOrAllItIsTheSame() {
        Map<Claim, Verdict> all = check(LESSON).allRemoved(3);
        assertEquals(LESSON.claims(), List.copyOf(all.keySet()));
        LESSON.claims().forEach(claim -> assertEquals(all.get(claim), check(LESSON).removed(claim, 3), claim.id()));
        assertEquals(0, all.get(LESSON.claim("moves")).value(), "A and B are the same network then");
    }

    @Test
    void anotherExperimentTakesThePlace() {
        Claim learns = LESSON.claim("learns");
        Lesson slow = lesson(SmallLesson.learns("learns", 0.1).replace("\"long\"", "\"small\"").replace("{\"small\": \"small\"}", "{}"));
        assertEquals(check(slow).all(2).get(slow.claim("learns")).left(), check(LESSON).removed(learns, 2).left());
    }

    /** Neither number nor claim, but the way to it is told of to the end. */
    @Test
    void aRunThatDivergesIsToldOf() {
        AtomicLong told = new AtomicLong();
        Check check = new Check(WILD, Path.of(""), told::addAndGet);
        Map<Claim, Verdict> verdicts = check.all(5);

        assertEquals(Verdict.Result.FAILED, verdicts.get(WILD.claim("wild")).result());
        assertEquals(Double.NaN, verdicts.get(WILD.claim("wild")).value());
        assertEquals(Verdict.Result.HELD, verdicts.get(WILD.claim("learns")).result());
        assertEquals(1, check.diverged().size());
        Check.Diverged diverged = check.diverged().get(0);
        assertEquals("wild", diverged.experiment());
        assertEquals(5, diverged.seed());
        assertTrue(diverged.divergence().step() <= 100);
        assertEquals(100 + 72, told.get());
    }

    @Test
    void anInterruptionEndsIt() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> check(LESSON).all(1));
        assertTrue(Thread.interrupted());
    }
}
