package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Side;

class SweepTrialTest {
    private static final String SMALL = "\"data\": {\"kind\": \"moons\", \"examples\": 80}, \"network\": {\"hidden\": [6, 5], \"activation\":"
            + " \"identity\"}, \"training\": {\"batchSize\": 10, \"loss\": \"mean-squared-error\"}, \"measure\": {\"probe\": 30,"
            + " \"recordEvery\": 8}, \"b\": {\"scaleShift\": false}";

    private static Lesson lesson(String experiment, String curve) {
        return LessonFile.parse("""
                {"shiftscope": 1, "lesson": {"id": "small", "title": "Small", "aim": "Small", "experiments": {"small": {%s}},
                 "sweeps": {"rates": {"title": "rate", "experiment": "small", "setting": "training.learningRate", "values": [0.01, 2],
                   "steps": 40, "curves": {"loss": {"number": "testLoss", "title": "test loss"%s},
                                           "never": {"number": "stepsToLoss", "level": -1, "title": "steps"}}}},
                 "steps": [{"title": "Small", "text": "Small", "exhibit": {"kind": "sweep", "sweep": "rates"}}]}}
                """.formatted(experiment, curve), "test");
    }

    private static SweepTrial trial(Lesson lesson) {
        return new SweepTrial(lesson.sweeps().get("rates"), lesson.experiments(), Path.of(""));
    }

    @Test
    void theSurvivorOfALostRunKeepsItsNumbers() {
        Lesson lesson = lesson(SMALL, "");
        List<LessonSweep.Point> points = lesson.sweeps().get("rates").points();
        SweepTrial.Measured calm = trial(lesson).measure(points.get(0), made -> { });
        SweepTrial.Measured wild = trial(lesson).measure(points.get(1), made -> { });

        assertTrue(calm.diverged().isEmpty() && calm.value("loss", Side.A) > 0 && calm.value("loss", Side.B) > 0);
        assertEquals(Double.NaN, calm.value("never", Side.B), "no such number, though nothing diverged");
        assertEquals(EnumSet.of(Side.A), wild.diverged());
        assertEquals(Double.NaN, wild.value("loss", Side.A));
        Lesson beside = lesson(SMALL + ", \"a\": {\"normalization\": \"batch\", \"scaleShift\": false}", "");
        SweepTrial.Measured alone = trial(beside).measure(points.get(1), made -> { });
        assertEquals(Set.of(), alone.diverged());
        assertEquals(alone.value("loss", Side.B), wild.value("loss", Side.B));
    }

    @Test
    void howACurveIsShownIsRead() {
        assertEquals(LessonSweep.Axis.LINEAR, curve("").axis());
        assertEquals(LessonSweep.Best.NONE, curve("").best());
        assertEquals(LessonSweep.Axis.LOGARITHMIC, curve(", \"axis\": \"logarithmic\", \"best\": \"lowest\"").axis());
        assertEquals(LessonSweep.Best.LOWEST, curve(", \"axis\": \"logarithmic\", \"best\": \"lowest\"").best());
        assertTrue(assertThrows(BadInputException.class, () -> curve(", \"axis\": \"round\"")).getMessage().contains("axis"));
    }

    private static LessonSweep.Curve curve(String keys) {
        return lesson(SMALL, keys).sweeps().get("rates").curves().get("loss");
    }

    @Test
    void anExperimentWithCommandsIsNotSweptOver() {
        String message = assertThrows(BadInputException.class, () -> lesson(
                        SMALL + ", \"commands\": [{\"step\": 5, \"set\": \"b.normalization\", \"to\": \"none\"}]", ""))
                .getMessage();
        assertTrue(message.contains("experiment") && message.contains("commands"), message);
    }

    @Test
    void howLongItTakesIsTried() {
        double seconds = trial(lesson(SMALL, "")).seconds();
        assertTrue(seconds > 0 && seconds < 60, seconds + " s for eighty steps of a few units");
    }
}
