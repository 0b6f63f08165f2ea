package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;

class SweepPairTest {
    private static final long STEPS = 40;

    private static Experiment experiment(String... more) {
        List<String> texts = new ArrayList<>(List.of("data.kind=moons", "data.examples=80", "network.hidden=[6,5]",
                "training.batchSize=10", "measure.probe=30", "measure.recordEvery=8"));
        texts.addAll(List.of(more));
        return Setting.apply(Experiment.standard(), texts.stream().map(text -> Setting.parse(text, "test")).toList(), "test");
    }

    private static Dataset data(Experiment experiment) {
        return Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of(""));
    }

    private static SweepRows train(Experiment experiment) {
        return new SweepPair(data(experiment), STEPS).train(experiment, made -> { });
    }

    private static List<List<String>> of(Side side, SweepRows rows) {
        return rows.rows().stream().filter(row -> rows.cell(row, SweepRows.RUN).equals(side.name())).toList();
    }

    /** On this rests that a survivor may be trained again beside a copy of itself. */
    @Test
    void aRunHasTheSameNumbersBesideAnyTwin() {
        List<Normalization> all = Arrays.asList(Normalization.values());
        for (int i = 0; i < all.size(); i++) {
            Normalization a = all.get(i);
            Normalization b = all.get((i + 1) % all.size());
            Experiment pair = experiment("network.dropout=0.2", "training.optimizer=adam", "measure.gradientProbes=true",
                    "a.normalization=" + word(a), "b.normalization=" + word(b), "b.statistics=population", "seed=" + i);

            SweepRows apart = train(pair);

            assertEquals(of(Side.A, apart), of(Side.A, train(pair.withRun(Side.B, pair.a()))), a + " beside " + b);
            assertEquals(of(Side.B, apart), of(Side.B, train(pair.withRun(Side.A, pair.b()))), b + " beside " + a);
        }
    }

    private static String word(Normalization normalization) {
        return normalization.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void theSurvivorComesAsFarAsItWouldAlone() {
        Experiment wild = experiment("training.learningRate=2", "network.activation=identity", "training.loss=mean-squared-error",
                "b.scaleShift=false");
        SweepRows rows = train(wild);
        List<List<String>> lost = of(Side.A, rows);
        List<List<String>> kept = of(Side.B, rows);

        assertTrue(SweepRows.diverged(lost.get(lost.size() - 1)), "A was to diverge: " + lost);
        assertEquals(of(Side.B, train(wild.withRun(Side.A, wild.b()))), kept);
        assertEquals(String.valueOf(STEPS), rows.cell(kept.get(kept.size() - 1), SweepRows.STEP));
        assertTrue(kept.stream().noneMatch(SweepRows::diverged), kept.toString());
        assertEquals(rows, SweepRows.parse(rows.text(), STEPS).orElseThrow());
    }

    @Test
    void stepsAreToldOnceEachHoweverItEnds() {
        for (Experiment experiment : List.of(experiment(), experiment("training.learningRate=1000", "network.activation=identity",
                "training.loss=mean-squared-error"))) {
            AtomicLong told = new AtomicLong();
            new SweepPair(data(experiment), STEPS).train(experiment, told::addAndGet);
            assertEquals(STEPS, told.get());
        }
    }

    @Test
    void anInterruptionEndsItWithoutRows() {
        Experiment experiment = experiment();
        SweepPair pair = new SweepPair(data(experiment), STEPS);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> pair.train(experiment, made -> { }));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatIsNoWholePairOfRunsIsNotTakenForOne() {
        SweepRows rows = train(experiment());
        String text = rows.text();

        assertEquals(rows, SweepRows.parse(text, STEPS).orElseThrow());
        assertTrue(SweepRows.parse(text, STEPS + 1).isEmpty(), "it ended before");
        for (int cut = 0; cut < text.length() - 1; cut += 7) {
            assertTrue(SweepRows.parse(text.substring(0, cut), STEPS).isEmpty(), "cut after " + cut + " of " + text.length());
        }
        assertTrue(SweepRows.parse("\"", STEPS).isEmpty() && SweepRows.parse("a,b,c,diverged\n", STEPS).isEmpty());
    }

    @Test
    void equalDataAreLoadedOnceAndLetGo() {
        Experiment one = experiment("seed=1");
        Experiment two = experiment("seed=1", "training.learningRate=1");
        Experiment other = experiment("seed=2");
        SharedData data = new SharedData(Path.of(""), List.of(one, two, other));

        assertTrue(data.take(one) == data.take(two), "the very same");
        assertTrue(data.take(one) != data.take(other), "another seed has other examples");
        assertEquals(2, data.held());
        data.giveBack(one);
        assertEquals(2, data.held());
        data.giveBack(two);
        assertEquals(1, data.held());
        data.giveBack(other);
        assertEquals(0, data.held());
    }

    @Test
    void valuesArePartedAtCommasOutsideBrackets() {
        assertEquals(List.of("[4]", "[4,3]"), SweepAxis.parse("network.hidden=[4],[4, 3]").values().stream().map(Setting::shown).toList());
        assertEquals(List.of("a,b", "c"), SweepAxis.parse("name=\"a,b\",c").values().stream().map(Setting::shown).toList());
        assertTrue(SweepAxis.parse("training.l2=0,1e-3").isNumeric() && !SweepAxis.parse("b.normalization=none").isNumeric());
        assertThrows(BadInputException.class, () -> SweepAxis.parse("training.l2"));
    }
}
