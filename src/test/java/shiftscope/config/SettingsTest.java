package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record refuses what it cannot use, with a sentence that names the field, the value and what is accepted. */
class SettingsTest {
    private static final ScheduleSettings CONSTANT = new ScheduleSettings(ScheduleKind.CONSTANT, 0, 1, 1);
    private static final Experiment STANDARD = Experiment.standard();

    /** What makes the record, and what its refusal must say. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(() -> data(null, 100, 0, Scaling.RAW, 0.2, null), "data.kind", "missing"),
                refusal(() -> data(DataKind.XOR, 9, 0, Scaling.RAW, 0.2, null), "data.examples", "9", "10", "200000"),
                refusal(() -> data(DataKind.XOR, 200_001, 0, Scaling.RAW, 0.2, null), "data.examples", "200001", "10", "200000"),
                refusal(() -> data(DataKind.XOR, 100, -0.1, Scaling.RAW, 0.2, null), "data.noise", "-0.1", "0 to 2"),
                refusal(() -> data(DataKind.XOR, 100, Double.NaN, Scaling.RAW, 0.2, null), "data.noise", "NaN", "0 to 2"),
                refusal(() -> data(DataKind.XOR, 100, 0, null, 0.2, null), "data.scaling", "missing"),
                refusal(() -> data(DataKind.XOR, 100, 0, Scaling.RAW, 0.95, null), "data.testShare", "0.95", "0.01 to 0.9"),
                refusal(() -> data(DataKind.CSV, 100, 0, Scaling.RAW, 0.2, null), "data.file", "csv", "data.file.path"),
                refusal(() -> data(DataKind.IDX, 100, 0, Scaling.RAW, 0.2, null), "data.file", "idx", "data.file.path"),
                refusal(() -> new FileSource(" ", null, null), "data.file.path", "missing"),
                refusal(() -> network(null, 0.1, 1e-5, 0.1), "network.hidden", "missing"),
                refusal(() -> network(List.of(), 0.1, 1e-5, 0.1), "network.hidden", "0", "1 to 20"),
                refusal(() -> network(List.of(3, 0), 0.1, 1e-5, 0.1), "network.hidden[1]", "0", "1 to 2048"),
                refusal(() -> network(List.of(2049), 0.1, 1e-5, 0.1), "network.hidden[0]", "2049", "1 to 2048"),
                refusal(() -> network(Arrays.asList(3, null), 0.1, 1e-5, 0.1), "network.hidden", "missing"),
                refusal(() -> network(List.of(3), 0, 1e-5, 0.1), "network.sigma", "0", "greater than 0", "10"),
                refusal(() -> network(List.of(3), 0.1, -1, 0.1), "network.epsilon", "-1", "0 to 1"),
                refusal(() -> network(List.of(3), 0.1, 1e-5, 1.5), "network.newBatchWeight", "1.5", "greater than 0", "1"),
                refusal(() -> training(0, 10, 0.9, 0), "training.learningRate", "0", "greater than 0", "1000"),
                refusal(() -> training(Double.POSITIVE_INFINITY, 10, 0.9, 0), "training.learningRate", "Infinity", "1000"),
                refusal(() -> training(0.1, 0, 0.9, 0), "training.batchSize", "0", "1 to 200000"),
                refusal(() -> training(0.1, 10, 1, 0), "training.momentum", "1", "0 to 0.9999"),
                refusal(() -> training(0.1, 10, 0.9, 11), "training.l2", "11", "0 to 10"),
                refusal(() -> new TrainingSettings(0.1, 10, null, 0.9, 0, 0, CONSTANT, LossKind.CROSS_ENTROPY),
                        "training.optimizer", "missing"),
                refusal(() -> new TrainingSettings(0.1, 10, OptimizerKind.SGD, 0.9, 0, 0, CONSTANT, null), "training.loss", "missing"),
                refusal(() -> new MeasureSettings(1, 20, 0, 0, 100, false), "measure.probe", "1", "2 to 10000"),
                refusal(() -> new MeasureSettings(10, 0, 0, 0, 100, false), "measure.recordEvery", "0", "1 to 100000"),
                refusal(() -> new MeasureSettings(10, 20, -1, 0, 100, false), "measure.unit", "-1", "0 to 2047"),
                refusal(() -> new RunSettings(null, true, Statistics.BATCH), "normalization", "missing"),
                refusal(() -> new RunSettings(Normalization.NONE, true, null), "statistics", "missing"),
                refusal(() -> STANDARD.withTraining(training(0.1, 1, 0.9, 0)), "training.batchSize", "1", "2 or more", "keras"),
                refusal(() -> new MeasureSettings(10, 20, 0, -1, 100, false), "measure.populationBatches", "-1", "0 to 10000"),
                refusal(() -> new ScheduleSettings(null, 0, 1, 1), "training.schedule.kind", "missing"),
                refusal(() -> new ScheduleSettings(ScheduleKind.STEP, -1, 1, 1), "training.schedule.warmUp", "-1"),
                refusal(() -> new ScheduleSettings(ScheduleKind.STEP, 0, 0, 1), "training.schedule.steps", "0", "1 to"),
                refusal(() -> new ScheduleSettings(ScheduleKind.STEP, 0, 1, 1.5), "training.schedule.factor", "1.5", "0 to 1"),
                refusal(() -> new TrainingSettings(0.1, 10, OptimizerKind.ADAM, 0.9, 0, 0.01, CONSTANT, LossKind.CROSS_ENTROPY),
                        "training.weightDecay", "0.01", "adamw"),
                refusal(() -> new TrainingSettings(0.1, 10, OptimizerKind.SGD, 0.9, 0, -1, CONSTANT, LossKind.CROSS_ENTROPY),
                        "training.weightDecay", "-1", "0 to 10"),
                refusal(() -> special(0.96, List.of()), "network.dropout", "0.96", "0 to 0.95"),
                refusal(() -> special(0, List.of(new LayerShape(3, null, null))), "network.layers[0].layer", "3", "1 to 2"),
                refusal(() -> special(0, List.of(new LayerShape(1, null, null), new LayerShape(1, null, null))),
                        "network.layers", "layer 1 twice"),
                refusal(() -> new RunSettings(Normalization.BATCH, true, Statistics.BATCH, List.of(new LayerSwitch(1, null))),
                        "layers[0].normalization", "missing"),
                refusal(() -> STANDARD.withRun(Side.A, without(4)), "a.layers[0].layer", "4", "1 to 3"),
                refusal(() -> STANDARD.withData(new DataSettings(DataKind.SINE, 100, 0.1, Scaling.STANDARDIZE, 0.2, null)),
                        "training.loss", "sine", "mean-squared-error"));
    }

    /** Batch normalization everywhere but in one layer. */
    private static RunSettings without(int layer) {
        return new RunSettings(Normalization.BATCH, true, Statistics.BATCH, List.of(new LayerSwitch(layer, Normalization.NONE)));
    }

    private static NetworkSettings special(double dropout, List<LayerShape> layers) {
        return new NetworkSettings(List.of(3, 4), ActivationKind.TANH, InitializationKind.HE, 0.1, Placement.AFTER, 1e-5, 0.1,
                RunningConvention.PYTORCH, RunningAverage.EXPONENTIAL, dropout, layers);
    }

    private static Arguments refusal(Runnable making, String... parts) {
        return Arguments.of(String.join(" ", parts), making, List.of(parts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWithASentence(String title, Runnable making, List<String> parts) {
        String sentence = assertThrows(BadInputException.class, making::run).getMessage();

        parts.forEach(part -> assertTrue(sentence.contains(part), () -> sentence + " does not say " + part));
        assertTrue(sentence.endsWith("."), sentence);
    }

    @Test
    void acceptsTheEndsOfItsRanges() {
        assertDoesNotThrow(() -> data(DataKind.XOR, 10, 0, Scaling.RAW, 0.01, null));
        assertDoesNotThrow(() -> data(DataKind.XOR, 200_000, 2, Scaling.RAW, 0.9, null));
        assertDoesNotThrow(() -> network(List.of(2048), 10, 1, 1));
        assertDoesNotThrow(() -> training(1000, 200_000, 0.9999, 10));
        assertDoesNotThrow(() -> new MeasureSettings(2, 1, 0, 0, 100, false));
    }

    @Test
    void aBatchOfOneIsAcceptedWhereNothingNormalizesOrOneExampleGivesBeta() {
        TrainingSettings single = training(0.1, 1, 0.9, 0);
        Experiment plain = STANDARD.withRun(Side.B, STANDARD.b().withNormalization(Normalization.NONE));
        NetworkSettings shape = STANDARD.network();
        NetworkSettings keras = new NetworkSettings(shape.hidden(), shape.activation(), shape.initialization(), shape.sigma(),
                shape.placement(), shape.epsilon(), shape.newBatchWeight(), RunningConvention.KERAS,
                RunningAverage.EXPONENTIAL, 0, List.of());

        assertDoesNotThrow(() -> plain.withTraining(single));
        assertDoesNotThrow(() -> STANDARD.withNetwork(keras).withTraining(single));
    }

    @Test
    void singleLayersHaveTheirOwnAndTheOthersTheNetworks() {
        NetworkSettings shape = special(0.5, List.of(new LayerShape(2, ActivationKind.RELU, null)));

        assertEquals(ActivationKind.TANH, shape.activation(1));
        assertEquals(ActivationKind.RELU, shape.activation(2));
        assertEquals(Placement.AFTER, shape.placement(2));
        assertEquals(Normalization.NONE, without(2).normalization(2));
        assertEquals(Normalization.BATCH, without(2).normalization(1));
        assertTrue(without(1).normalizesOverBatch());
    }

    @Test
    void hiddenLayersCannotBeChangedFromOutside() {
        List<Integer> mine = new ArrayList<>(List.of(3, 4));
        NetworkSettings settings = network(mine, 0.1, 1e-5, 0.1);

        mine.set(0, 99);

        assertEquals(List.of(3, 4), settings.hidden());
        assertThrows(UnsupportedOperationException.class, () -> settings.hidden().set(0, 99));
    }

    @Test
    void withRunChangesThatRunAlone() {
        RunSettings running = STANDARD.b().withStatistics(Statistics.RUNNING);

        Experiment changed = STANDARD.withRun(Side.B, running);

        assertEquals(running, changed.run(Side.B));
        assertEquals(STANDARD.a(), changed.run(Side.A));
        assertEquals(STANDARD, changed.withRun(Side.B, STANDARD.b()));
    }

    private static DataSettings data(DataKind kind, int examples, double noise, Scaling scaling, double testShare, FileSource file) {
        return new DataSettings(kind, examples, noise, scaling, testShare, file);
    }

    private static NetworkSettings network(List<Integer> hidden, double sigma, double epsilon, double newBatchWeight) {
        return new NetworkSettings(hidden, ActivationKind.TANH, InitializationKind.HE, sigma, Placement.AFTER, epsilon,
                newBatchWeight, RunningConvention.PYTORCH, RunningAverage.EXPONENTIAL, 0, List.of());
    }

    private static TrainingSettings training(double learningRate, int batchSize, double momentum, double l2) {
        return new TrainingSettings(learningRate, batchSize, OptimizerKind.SGD, momentum, l2, 0, CONSTANT, LossKind.CROSS_ENTROPY);
    }
}
