package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.Experiment;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.WholeSetStatistics;
import shiftscope.session.Command.FoldAway;
import shiftscope.session.Command.InsertKeeping;
import shiftscope.session.Command.ScaleWeights;
import shiftscope.session.Command.SetStatistics;
import shiftscope.session.Command.ShiftBiases;

/** What proofs on playing runs report. */
class ProofReportsTest {
    private final Twins twins = SmallWorld.twins(SmallWorld.experiment());

    @AfterEach
    void close() {
        twins.close();
    }

    @Test
    void aReportIsWhatAnIndependentPassSays() {
        SmallWorld.advance(twins, 20);
        OwnForward[] before = own(Side.B);
        twins.apply(new ScaleWeights(Side.B, 1, 0.02));
        OwnForward[] after = own(Side.B);
        ProofReport report = SmallProofs.newest(twins);

        assertEquals(20, report.step());
        assertEquals(new ScaleWeights(Side.B, 1, 0.02), report.command());
        for (Statistics statistics : Statistics.values()) {
            double difference = 0;
            double largest = 0;
            double[][] then = before[statistics.ordinal()].logits;
            for (int row = 0; row < then.length; row++) {
                for (int k = 0; k < then[row].length; k++) {
                    difference = Math.max(difference, Math.abs(after[statistics.ordinal()].logits[row][k] - then[row][k]));
                    largest = Math.max(largest, Math.abs(then[row][k]));
                }
            }
            assertTrue(difference > 1e-6, statistics + ": " + difference);
            assertEquals(difference, report.of(statistics).absolute(), 1e-11);
            assertEquals(difference / largest, report.of(statistics).relative(), 1e-11);
        }
    }

    private OwnForward[] own(Side side) {
        new WholeSetStatistics(SmallWorld.net(twins, side), twins.dataset().train().inputs()).measure(SmallWorld.net(twins, side));
        double[][] probe = OwnForward.rows(twins.dataset().train().inputs(), IntStream.range(0, 40).toArray());
        return IntStream.range(0, Statistics.values().length)
                .mapToObj(i -> new OwnForward(SmallWorld.net(twins, side), probe, Statistics.values()[i]))
                .toArray(OwnForward[]::new);
    }

    /** The lesson: the running averages are those of before, and only they mind. */
    @Test
    void aShiftShowsInTheRunningAveragesAlone() {
        SmallWorld.advance(twins, 20);
        twins.apply(new ShiftBiases(Side.B, 2, 3));
        ProofReport report = SmallProofs.newest(twins);

        assertTrue(report.batch().relative() <= 1e-10, report::toString);
        assertTrue(report.population().relative() <= 1e-10, report::toString);
        assertTrue(report.running().relative() > 0.1, report::toString);
        assertEquals(report.gradientBefore(), report.gradientAfter(), 1e-10);
        assertTrue(report.biasGradientAfter() < 1e-12, report::toString);
    }

    @Test
    void aFactorDividesTheGradient() {
        SmallWorld.advance(twins, 20);
        twins.apply(new ScaleWeights(Side.B, 1, 10));
        ProofReport report = SmallProofs.newest(twins);

        assertTrue(report.batch().relative() < 1e-3 && report.batch().relative() > 1e-12, "ε remains: " + report);
        assertEquals(0.1, report.gradientAfter() / report.gradientBefore(), 1e-3);
    }

    @Test
    void withoutEpsilonNothingRemainsOfAFactor() {
        Experiment experiment = SmallWorld.experiment();
        experiment = experiment.withNetwork(SmallProofs.withoutEpsilon(experiment.network()));
        try (Twins exact = SmallWorld.twins(experiment)) {
            SmallWorld.advance(exact, 20);
            exact.apply(new ScaleWeights(Side.B, 1, 10));
            ProofReport report = SmallProofs.newest(exact);
            assertTrue(report.batch().relative() <= 1e-10, report::toString);
            assertEquals(0.1, report.gradientAfter() / report.gradientBefore(), 1e-10);
        }
    }

    @Test
    void ofAPlainLayerAProofComesOutFalse() {
        SmallWorld.advance(twins, 20);
        twins.apply(new ShiftBiases(Side.A, 1, 1));
        ProofReport report = SmallProofs.newest(twins);

        assertTrue(report.batch().relative() > 1e-2, report::toString);
        assertEquals(report.batch(), report.running());
        assertEquals(report.batch(), report.population());
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void whatIsInsertedChangesNoInference(Placement placement) {
        try (Twins placed = SmallWorld.twins(SmallProofs.with(OptimizerKind.SGD, placement))) {
            SmallWorld.advance(placed, 20);
            for (int layer = 1; layer <= 2; layer++) {
                placed.apply(new InsertKeeping(Side.A, layer));
                ProofReport report = SmallProofs.newest(placed);
                assertTrue(report.running().absolute() <= 1e-10, report::toString);
                assertTrue(report.population().absolute() <= 1e-10, report::toString);
                assertTrue(report.batch().absolute() > 1e-6, "the probe set is not the training set: " + report);
            }
            SmallWorld.advance(placed, 20);
            assertTrue(Double.isFinite(placed.measure().a().testLoss()));
        }
    }

    /** It is exact in the mode that it was folded with, and not in the other. */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void whatIsFoldedAwayChangesNoInferenceWithTheStatisticsOfTheSwitch(Placement placement) {
        for (Statistics statistics : Statistics.values()) {
            try (Twins placed = SmallWorld.twins(SmallProofs.with(OptimizerKind.SGD, placement))) {
                placed.apply(new SetStatistics(Side.B, statistics));
                SmallWorld.advance(placed, 20);
                placed.apply(new FoldAway(Side.B, 1));
                ProofReport report = SmallProofs.newest(placed);
                boolean running = statistics == Statistics.RUNNING;
                assertTrue((running ? report.running() : report.population()).absolute() <= 1e-10, report::toString);
                assertTrue((running ? report.population() : report.running()).absolute() > 1e-6, report::toString);
            }
        }
    }

    @Test
    void theLastTwentyReportsAreKept() {
        for (int i = 1; i <= 25; i++) {
            twins.apply(new ShiftBiases(Side.B, 1, i));
        }
        List<Command.Proof> kept = SmallProofs.reports(twins).stream().map(ProofReport::command).toList();
        assertEquals(20, kept.size());
        assertEquals(new ShiftBiases(Side.B, 1, 6), kept.get(0));
        assertEquals(new ShiftBiases(Side.B, 1, 25), kept.get(19));
    }
}
