package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.Twins;

class NoiseNumbersTest {
    private static Twins twins(int steps, String... more) {
        Experiment experiment = Setting.apply(
                Experiment.standard(),
                Stream.concat(Stream.of("data.examples=400", "network.hidden=[40,30]", "measure.probe=50"), Stream.of(more))
                        .map(text -> Setting.parse(text, "test"))
                        .toList(),
                "test");
        return MeasuredTwins.after(experiment, steps);
    }

    private static double of(Twins twins, Side side, String name, Arguments arguments) {
        return MeasuredTwins.number(name, twins, side, arguments);
    }

    private static Arguments layer(int layer) {
        return Arguments.NONE.with("layer", layer);
    }

    /**
     * Pre-activations of a random layer are about normal. To first order in 1/√m, ẑ of an example moves by the mean's σ/√m and by
     * ẑ/√(2m) of the deviation's, so over all examples by √(1.5/m).
     */
    @Test
    void theNoiseIsThatOfMeanAndDeviationOfASample() {
        try (Twins twins = twins(0, "network.hidden=[200]")) {
            for (int size : new int[] {32, 128}) {
                double expected = Math.sqrt(1.5 / size);
                assertEquals(expected, of(twins, Side.B, "noiseOfNormalized", layer(1).with("size", size)), 0.2 * expected);
            }
            double slope = of(twins, Side.B, "noiseSlope", layer(1).with("sizes", List.of(16.0, 64.0, 256.0)));
            assertEquals(-0.5, slope, 0.04);
        }
    }

    @Test
    void theSlopeIsThatOfTheLine() {
        assertEquals(-0.5, NoiseNumbers.slope(new double[] {1, 2, 3}, new double[] {0.5, 0, -0.5}), 1e-15);
        assertEquals(1.5, NoiseNumbers.slope(new double[] {0, 1, 2}, new double[] {0, 0, 3}), 1e-15);
        assertEquals(Double.NaN, NoiseNumbers.slope(new double[] {2, 2}, new double[] {0, 1}));
        assertEquals(Double.NaN, NoiseNumbers.slope(new double[] {1, 2}, new double[] {0, Double.NEGATIVE_INFINITY}));
    }

    @Test
    void whereNothingDependsOnTheBatchThereIsNoSlope() {
        Arguments arguments = layer(1).with("sizes", List.of(4.0, 8.0));
        try (Twins twins = twins(1, "b.normalization=layer")) {
            assertEquals(Double.NaN, of(twins, Side.A, "noiseSlope", arguments), "no normalizer");
            assertEquals(Double.NaN, of(twins, Side.B, "noiseSlope", arguments), "over the units of one example");
            assertEquals(0, of(twins, Side.B, "noiseOfNormalized", layer(1).with("size", 4)), 1e-12);
        }
    }

    @Test
    void theTwinsAreLeftAsTheyWere() {
        try (Twins looked = twins(3); Twins alone = twins(3)) {
            of(looked, Side.B, "noiseSlope", layer(2).with("sizes", List.of(4.0, 8.0)));
            of(looked, Side.B, "gap", Arguments.NONE);
            looked.step();
            alone.step();
            assertEquals(alone.hash(), looked.hash());
        }
    }

    @Test
    void theGapCountsAnswersGivenOneByOne() {
        try (Twins twins = twins(60, "training.learningRate=0.5")) {
            for (Side side : Side.values()) {
                double training = accuracy(twins.run(side).network(), twins.dataset().train());
                double test = accuracy(twins.run(side).network(), twins.dataset().test());
                assertEquals(training, of(twins, side, "trainingAccuracy", Arguments.NONE), 1e-12);
                assertEquals(training - test, of(twins, side, "gap", Arguments.NONE), 1e-12);
            }
        }
        try (Twins twins = twins(0, "data.kind=plane", "training.loss=mean-squared-error")) {
            assertEquals(Double.NaN, of(twins, Side.B, "gap", Arguments.NONE), "numbers are neither right nor wrong");
        }
    }

    private static double accuracy(Network network, Examples examples) {
        Pass pass = new Pass(network, 1);
        int right = 0;
        for (int i = 0; i < examples.size(); i++) {
            DMatrixRMaj one = CommonOps_DDRM.extractRow(examples.inputs(), i, null);
            network.forward(one, Statistics.RUNNING, pass);
            DMatrixRMaj logits = pass.logits();
            boolean largest = true;
            for (int k = 0; k < logits.numCols; k++) {
                largest &= logits.get(0, examples.labels()[i]) >= logits.get(0, k);
            }
            right += largest ? 1 : 0;
        }
        return (double) right / examples.size();
    }
}
