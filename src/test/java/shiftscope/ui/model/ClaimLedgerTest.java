package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Operand;
import shiftscope.lesson.Parameter;
import shiftscope.lesson.Quantity;
import shiftscope.lesson.Verdict;
import shiftscope.session.Command;
import shiftscope.session.Divergence;
import shiftscope.session.Tap;
import shiftscope.session.Twins;

/** Claims in the window, measured on real twins beside sessions that only say how far they are. */
class ClaimLedgerTest {
    private static final Command NORMALIZE_A = new Command.SetNormalization(Side.A, Normalization.BATCH);

    private final Desk desk = Desk.withStandard();
    private final LessonDesk lessons = desk.model.lessons();
    private final Lesson sample = SampleLesson.lesson();

    @BeforeEach
    void open() {
        open(SampleLesson.TEXT);
    }

    private void open(String text) {
        lessons.open(LessonFile.parse(text, "sample.lesson.json"), Path.of("").toAbsolutePath(), Map.of());
        desk.work();
        desk.sees(0, false);
    }

    private ClaimLedger.Outcome outcome(String claim) {
        return lessons.claims().outcomeOf(claim).get();
    }

    private void reaches(long step) {
        desk.sees(step, true);
        desk.work();
    }

    /** The shift of the last hidden layer of A and B, of twins trained here. */
    private double[] shifts(String experiment, long steps, Optional<Command> atStepTen) {
        Experiment start = sample.experiments().get(experiment).script().start();
        try (Twins twins = new Twins(start, Datasets.load(start.data(), new Seed(start.seed()), Path.of("")), 1)) {
            for (int step = 0; step < steps; step++) {
                if (step == 10) {
                    atStepTen.ifPresent(twins::apply);
                }
                twins.step();
            }
            return new double[] {
                twins.measure().a().layers().get(1).shift(), twins.measure().b().layers().get(1).shift()
            };
        }
    }

    @Test
    void aClaimIsOpenUntilTheRunHasEarnedIt() {
        reaches(19);
        assertEquals(Verdict.OPEN, outcome("drift").verdict());
        reaches(20);
        double[] expected = shifts("twins", 20, Optional.empty());
        Verdict verdict = outcome("drift").verdict();
        assertEquals(Verdict.Result.HELD, verdict.result());
        assertEquals(expected[0], verdict.left());
        assertEquals(expected[1], verdict.right());
        assertEquals(expected[0] - expected[1], verdict.value());
        assertFalse(outcome("drift").changed());
        assertEquals(Verdict.OPEN, outcome("later").verdict());
    }

    @Test
    void theSamePastIsMeasuredOnce() {
        reaches(20);
        desk.sees(25, true);
        assertTrue(desk.background.isEmpty(), "it is known");
        desk.model.transport().reset();
        desk.work();
        desk.sees(0, false);
        reaches(30);
        assertEquals(Verdict.Result.HELD, outcome("drift").verdict().result());
    }

    @Test
    void aSwitchBeforeTheStepMeasuresItAnewOnWhatTheLearnerMadeOfIt() {
        reaches(20);
        Verdict before = outcome("drift").verdict();
        desk.model.transport().reset();
        desk.work();
        desk.sees(10, false);
        desk.model.bench().send(NORMALIZE_A);
        desk.sees(11, true);
        assertEquals(before, outcome("drift").verdict(), "what was measured holds until there is something newer");
        reaches(20);
        assertNotEquals(before, outcome("drift").verdict());
        assertTrue(outcome("drift").changed());
        assertEquals(shifts("twins", 20, Optional.of(NORMALIZE_A))[0], outcome("drift").verdict().left());
        desk.model.transport().reset();
        desk.work();
        desk.sees(0, false);
        reaches(20);
        assertTrue(outcome("drift").changed(), "begun again with the switch as it stands");
    }

    @Test
    void aSwitchAfterTheStepChangesNothing() {
        reaches(20);
        Verdict before = outcome("drift").verdict();
        desk.sees(25, false);
        desk.model.bench().send(NORMALIZE_A);
        desk.sees(26, true);
        assertTrue(desk.background.isEmpty());
        reaches(40);
        assertEquals(before, outcome("drift").verdict());
        assertFalse(outcome("drift").changed());
        assertTrue(outcome("later").changed());
    }

    @Test
    void anotherWayFromThePastIsMeasuredAnew() {
        reaches(20);
        desk.sees(10, false);
        desk.model.bench().send(NORMALIZE_A);
        reaches(20);
        assertTrue(outcome("drift").changed());
        assertEquals(shifts("twins", 20, Optional.of(NORMALIZE_A))[0], outcome("drift").verdict().left());
    }

    @Test
    void anotherExperimentOfTheLearnersIsMeasuredAnew() {
        reaches(20);
        Verdict before = outcome("drift").verdict();
        desk.model.form().network().hiddenProperty().set("6 6");
        desk.settle();
        desk.sees(0, false);
        reaches(20);
        assertTrue(outcome("drift").changed());
        assertNotEquals(before, outcome("drift").verdict());
    }

    @Test
    void numbersOfTwoExperimentsWaitForEachOther() {
        reaches(10);
        assertEquals(Verdict.OPEN, outcome("both").verdict());
        lessons.goTo(2);
        desk.work();
        desk.sees(0, false);
        reaches(10);
        assertEquals(Verdict.Result.HELD, outcome("both").verdict().result());
        assertEquals(shifts("twins", 10, Optional.empty())[0], outcome("both").verdict().left());
        assertEquals(shifts("slow", 10, Optional.empty())[0], outcome("both").verdict().right());
    }

    @Test
    void aRunThatStopsByItselfFailsItsClaims() {
        open(SampleLesson.TEXT.replace("\"hidden\": [4, 4]", "\"hidden\": [4, 4], \"activation\": \"relu\"")
                .replace("\"batchSize\": 10}, \"measure\"", "\"batchSize\": 10, \"learningRate\": 1000, "
                        + "\"loss\": \"mean-squared-error\"}, \"measure\""));
        desk.sessions.last().next = Optional.of(ScriptedSessions.snapshot(
                desk.experiment(), 7, false, new Divergence(Side.A, 8, 1, Tap.PRE_ACTIVATION)));
        desk.model.bench().poll();
        desk.work();
        assertEquals(Verdict.Result.FAILED, outcome("drift").verdict().result());
        assertTrue(Double.isNaN(outcome("drift").verdict().value()));
        assertEquals(7, outcome("drift").stoppedAt());
    }

    @Test
    void whatIsMeasuredForALessonThatWasLeftIsToldToNobody() {
        desk.sees(20, true);
        lessons.leave();
        desk.work();
        lessons.open(sample, Path.of("").toAbsolutePath(), Map.of());
        assertEquals(Verdict.OPEN, outcome("drift").verdict());
    }

    @Test
    void dataThatCannotBeReadAreOneSentence() {
        open(SampleLesson.TEXT.replace(
                "\"kind\": \"circles\", \"examples\": 100", "\"kind\": \"csv\", \"file\": {\"path\": \"nowhere.csv\"}"));
        reaches(20);
        assertTrue(desk.trouble().contains("nowhere.csv"), desk.trouble());
        desk.model.notices().dismiss();
        reaches(21);
        assertEquals("", desk.trouble(), "it is said once");
        assertEquals(Verdict.OPEN, outcome("drift").verdict());
    }

    @Test
    void whatIsSetInAnExhibitIsCalculatedAtOnce() {
        Parameter factor = new Parameter.OfNumber("x", "a factor", -3, 3, 1);
        Quantity.Calculated doubled = new Quantity.Calculated(
                "doubled", "", "Twice the factor.", List.of(factor), (arguments, random) -> 2 * arguments.number("x"));
        Operand operand = new Operand(doubled, new Arguments(Map.of("x", List.of(1.0)), Map.of()), new Operand.InExhibit());
        Claim claim = new Claim("twice", "It is large.", "{left}", operand, Optional.empty(), Claim.Comparison.ALONE, 5,
                Double.POSITIVE_INFINITY, new Claim.Removal("", List.of(), Map.of(), Arguments.NONE));
        Map<String, List<Double>> begin = Map.of("x", List.of(1.5), "depth", List.of(3.0), "w", List.of(1.0), "alpha", List.of(0.1));
        Exhibit exhibit = new Exhibit(Exhibit.Kind.CHAIN, new Arguments(begin, Map.of()), Optional.empty());
        LessonStep step = new LessonStep("One", "", Optional.empty(), Optional.empty(), Optional.empty(), "", 0, Optional.empty(),
                Optional.of(exhibit), List.of("twice"));
        Lesson lesson = new Lesson("set", "Set", "", Map.of(), Map.of(), List.of(step), List.of(claim), List.of(),
                new Lesson.Teaching("", "", ""), Set.of(), "");
        lessons.open(lesson, Path.of(""), Map.of());
        desk.work();
        assertEquals(3, outcome("twice").verdict().left());
        assertEquals(Verdict.Result.FAILED, outcome("twice").verdict().result());
        assertFalse(desk.model.look().wallShown().get(), "the exhibit stands in its place");
        for (double set : new double[] {2, 2.5, 3}) {
            desk.model.exhibits().stand().argumentsProperty().set(exhibit.arguments().with("x", set));
        }
        desk.work();
        assertEquals(6, outcome("twice").verdict().left());
        assertEquals(Verdict.Result.HELD, outcome("twice").verdict().result());
        lessons.leave();
        assertTrue(desk.model.look().wallShown().get());
    }
}
