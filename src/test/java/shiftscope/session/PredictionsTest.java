package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Scaling;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Dataset.ImageSize;
import shiftscope.data.Examples;
import shiftscope.engine.WholeSetStatistics;
import shiftscope.session.Command.SetStatistics;

/** What both networks answer is what an independent computation gives, one example at a time. */
class PredictionsTest {
    private static final Viewing ASKING = new Viewing(Tap.SCALED, List.of(), 0, Optional.empty(), false, true);

    private static Predictions predictions(Twins twins) {
        return twins.snapshot(ASKING, new RowAxes(), twins.latest(), false, 0).closer().predictions().orElseThrow();
    }

    private static Experiment of(DataKind kind, LossKind loss) {
        return SmallWorld.experiment()
                .withTraining(SmallWorld.training(0.1, SmallWorld.BATCH, OptimizerKind.SGD, 0, loss))
                .withData(new DataSettings(kind, 200, 0.1, Scaling.STANDARDIZE, 0.25, null));
    }

    private static double[] softmax(double[] logits) {
        double sum = Arrays.stream(logits).map(StrictMath::exp).sum();
        return Arrays.stream(logits).map(logit -> StrictMath.exp(logit) / sum).toArray();
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    private static double[] own(Twins twins, Side side, double[] example, Statistics statistics) {
        return new OwnForward(SmallWorld.net(twins, side), new double[][] {example}, statistics).logits[0];
    }

    private static double[] point(Predictions.Surface surface, int cell) {
        double width = (surface.xHigh() - surface.xLow()) / surface.columns();
        double height = (surface.yHigh() - surface.yLow()) / surface.rows();
        return new double[] {
            surface.xLow() + (cell % surface.columns() + 0.5) * width, surface.yLow() + (cell / surface.columns() + 0.5) * height
        };
    }

    @ParameterizedTest
    @EnumSource(Statistics.class)
    void theSurfaceIsTheAnswerToEachPointAlone(Statistics statistics) {
        Statistics used = statistics == Statistics.BATCH ? Statistics.RUNNING : statistics;
        try (Twins twins = SmallWorld.twins(of(DataKind.CIRCLES, LossKind.CROSS_ENTROPY))) {
            twins.apply(new SetStatistics(Side.B, statistics));
            SmallWorld.advance(twins, 60);
            Predictions.Surface surface = predictions(twins).surface().orElseThrow();
            new WholeSetStatistics(SmallWorld.net(twins, Side.B), twins.dataset().train().inputs()).measure(SmallWorld.net(twins, Side.B));

            assertEquals(List.of(96, 72), List.of(surface.columns(), surface.rows()));
            for (Side side : Side.values()) {
                Predictions.Grid grid = surface.of(side);
                assertEquals(side == Side.B ? used : Statistics.RUNNING, grid.statistics());
                assertEquals(96 * 72, grid.values().length);
                for (int cell = 0; cell < grid.values().length; cell++) {
                    double[] shares = softmax(own(twins, side, point(surface, cell), used));
                    int answer = largest(shares);
                    assertEquals(shares[answer], grid.values()[cell], 1e-6);
                    // Where both are as likely, the last digit decides.
                    if (Math.abs(shares[answer] - 0.5) > 1e-9) {
                        assertEquals(answer, grid.classes()[cell]);
                    }
                }
            }
        }
    }

    @Test
    void theSurfaceHoldsAllPointsAndAMargin() {
        try (Twins twins = SmallWorld.twins(of(DataKind.MOONS, LossKind.BINARY_CROSS_ENTROPY))) {
            Predictions predictions = predictions(twins);
            Predictions.Surface surface = predictions.surface().orElseThrow();
            assertEquals(twins.dataset().classes(), predictions.classes());
            assertEquals(Optional.empty(), predictions.mistakes());
            assertPoints(twins.dataset().train(), surface.train());
            assertPoints(twins.dataset().test(), surface.test());
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Examples examples : List.of(twins.dataset().train(), twins.dataset().test())) {
                for (int i = 0; i < examples.size(); i++) {
                    low = Math.min(low, examples.inputs().get(i, 1));
                    high = Math.max(high, examples.inputs().get(i, 1));
                }
            }
            assertEquals(low - 0.05 * (high - low), surface.yLow(), 1e-12);
            assertEquals(high + 0.05 * (high - low), surface.yHigh(), 1e-12);
        }
    }

    private static void assertPoints(Examples examples, Predictions.Points points) {
        assertArrayEquals(examples.labels(), points.labels());
        assertEquals(examples.size(), points.x().length);
        for (int i = 0; i < examples.size(); i++) {
            assertEquals((float) examples.inputs().get(i, 0), points.x()[i]);
            assertEquals((float) examples.inputs().get(i, 1), points.y()[i]);
        }
    }

    @Test
    void ofNumbersTheSurfaceIsTheOutput() {
        try (Twins twins = SmallWorld.twins(of(DataKind.HILLS, LossKind.MEAN_SQUARED_ERROR))) {
            SmallWorld.advance(twins, 60);
            Predictions predictions = predictions(twins);
            Predictions.Surface surface = predictions.surface().orElseThrow();
            assertEquals(List.of(), predictions.classes());
            assertEquals(0, surface.a().classes().length);
            assertEquals(0, surface.test().labels().length);
            assertEquals((float) twins.dataset().test().targets().get(3, 0), surface.test().targets()[3]);
            for (int cell = 0; cell < surface.a().values().length; cell += 97) {
                double own = own(twins, Side.A, point(surface, cell), Statistics.RUNNING)[0];
                assertEquals(own, surface.a().values()[cell], 1e-5 * Math.max(1, Math.abs(own)));
            }
        }
    }

    /** More test images than are passed at once, and more mistakes than are shown. */
    @Test
    void mistakesAreThoseOfTheTestImages() {
        Experiment digits = SmallWorld.experiment()
                .withData(new DataSettings(DataKind.DIGITS, 700, 0.15, Scaling.STANDARDIZE, 0.6, null));
        try (Twins twins = SmallWorld.twins(digits)) {
            SmallWorld.advance(twins, 40);
            Predictions predictions = predictions(twins);
            Predictions.Mistakes mistakes = predictions.mistakes().orElseThrow();
            Examples test = twins.dataset().test();
            assertEquals(Optional.empty(), predictions.surface());
            assertEquals(twins.dataset().image().orElseThrow(), new ImageSize(mistakes.width(), mistakes.height(), mistakes.channels()));
            for (Side side : Side.values()) {
                Predictions.Sheet sheet = mistakes.of(side);
                int wrong = 0;
                for (int i = 0; i < test.size(); i++) {
                    double[] shares = softmax(own(twins, side, OwnForward.rows(test.inputs(), i)[0], Statistics.RUNNING));
                    if (largest(shares) != test.labels()[i]) {
                        if (wrong < 40) {
                            Predictions.Mistake mistake = sheet.shown().get(wrong);
                            assertEquals(List.of(i, test.labels()[i], largest(shares)),
                                    List.of(mistake.index(), mistake.label(), mistake.answer()));
                            assertEquals(shares[mistake.answer()], mistake.probability(), 1e-12);
                            assertPixels(test.inputs(), i, mistake.pixels());
                        }
                        wrong++;
                    }
                }
                assertTrue(wrong > 40, side + " makes only " + wrong + " mistakes, so that the sheet is not full");
                assertEquals(List.of(wrong, test.size(), 40), List.of(sheet.wrong(), sheet.of(), sheet.shown().size()));
                assertEquals(Statistics.RUNNING, sheet.statistics());
            }
        }
    }

    private static void assertPixels(DMatrixRMaj inputs, int example, float[] pixels) {
        double least = Arrays.stream(inputs.data).min().orElseThrow();
        double most = Arrays.stream(inputs.data).max().orElseThrow();
        assertEquals(inputs.numCols, pixels.length);
        for (int k = 0; k < pixels.length; k++) {
            assertEquals((inputs.get(example, k) - least) / (most - least), pixels[k], 1e-6);
        }
    }

    /** Nothing is there to be shown, and that is no error. */
    @Test
    void otherExamplesHaveNeither() {
        try (Twins twins = SmallWorld.twins(of(DataKind.SINE, LossKind.MEAN_SQUARED_ERROR))) {
            Predictions predictions = predictions(twins);
            assertEquals(Optional.empty(), predictions.surface());
            assertEquals(Optional.empty(), predictions.mistakes());
        }
    }

    @Test
    void whatHasNotChangedIsNotAskedAgain() {
        try (Twins twins = SmallWorld.twins(of(DataKind.CIRCLES, LossKind.CROSS_ENTROPY))) {
            Predictions atStart = predictions(twins);
            assertSame(atStart, predictions(twins));
            SmallWorld.advance(twins, 1);
            Predictions learned = predictions(twins);
            assertNotSame(atStart, learned);
            twins.apply(new SetStatistics(Side.B, Statistics.POPULATION));
            assertNotSame(learned, predictions(twins));
        }
    }

    @Test
    void whoDoesNotAskIsNotAnswered() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            Snapshot snapshot = twins.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), twins.latest(), false, 0);
            assertEquals(Optional.empty(), snapshot.closer().predictions());
        }
    }

    @ParameterizedTest
    @EnumSource(Statistics.class)
    void askingChangesNoBit(Statistics statistics) {
        try (Twins asked = SmallWorld.twins(SmallWorld.experiment()); Twins left = SmallWorld.twins(SmallWorld.experiment())) {
            for (Twins twins : List.of(asked, left)) {
                twins.apply(new SetStatistics(Side.B, statistics));
            }
            for (int i = 0; i < 40; i++) {
                SmallWorld.advance(asked, 1);
                SmallWorld.advance(left, 1);
                predictions(asked);
            }
            assertEquals(left.hash(), asked.hash());
            assertEquals(left.history(), asked.history());
        }
    }
}
