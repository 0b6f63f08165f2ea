package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Datasets;
import shiftscope.data.Examples;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.lesson.Domains.Domain;
import shiftscope.session.Twins;

/** Compared with sums written out here: one row after the other, layer after layer, statistics by hand. */
class DomainNumbersTest {
    private static final Path HERE = Path.of("");
    private final Twins twins = trained();

    private static Twins trained() {
        Experiment experiment =
                Experiment.standard().withData(new DataSettings(DataKind.CATS, 200, 0.05, Scaling.STANDARDIZE, 0.25, null));
        Twins twins = new Twins(experiment, Datasets.load(experiment.data(), new Seed(1), HERE), 1);
        for (int step = 0; step < 30; step++) {
            twins.step();
        }
        return twins;
    }

    @AfterEach
    void close() {
        twins.close();
    }

    /** The inputs to φ of each layer, row by row; every normalizer with the mean and variance that {@code about} has there. */
    private static double[][][] own(Network network, DMatrixRMaj inputs, DMatrixRMaj about) {
        double[][] x = rows(inputs);
        double[][] a = rows(about);
        double[][][] given = new double[network.layers().size()][][];
        for (int i = 0; i < given.length; i++) {
            Layer layer = network.layers().get(i);
            double[][] z = dense(layer, x);
            double[][] za = dense(layer, a);
            if (layer.normalizer().isPresent()) {
                for (int unit = 0; unit < z[0].length; unit++) {
                    int u = unit;
                    double mean = Arrays.stream(za).mapToDouble(row -> row[u]).average().orElseThrow();
                    double variance = Arrays.stream(za).mapToDouble(row -> (row[u] - mean) * (row[u] - mean)).average().orElseThrow();
                    double gamma = layer.normalizer().get().gamma().data[u];
                    double beta = layer.normalizer().get().beta().data[u];
                    for (double[][] rows : List.of(z, za)) {
                        for (double[] row : rows) {
                            row[u] = gamma * (row[u] - mean) / Math.sqrt(variance + 1e-5) + beta;
                        }
                    }
                }
            }
            given[i] = z;
            x = sigmoid(z);
            a = sigmoid(za);
        }
        return given;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        double[][] rows = new double[matrix.numRows][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(matrix.data, i * matrix.numCols, (i + 1) * matrix.numCols);
        }
        return rows;
    }

    private static double[][] sigmoid(double[][] z) {
        return Arrays.stream(z)
                .map(row -> Arrays.stream(row).map(value -> 1 / (1 + Math.exp(-value))).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] dense(Layer layer, double[][] x) {
        DMatrixRMaj weights = layer.dense().weights();
        double[][] z = new double[x.length][layer.dense().units()];
        for (int row = 0; row < x.length; row++) {
            for (int unit = 0; unit < z[row].length; unit++) {
                double sum = layer.dense().bias() == null ? 0 : layer.dense().bias().data[unit];
                for (int k = 0; k < x[row].length; k++) {
                    sum += weights.get(k, unit) * x[row][k];
                }
                z[row][unit] = sum;
            }
        }
        return z;
    }

    private static double right(double[][] logits, Examples examples) {
        int right = 0;
        for (int row = 0; row < logits.length; row++) {
            right += (logits[row][1] > logits[row][0] ? 1 : 0) == examples.labels()[row] ? 1 : 0;
        }
        return (double) right / logits.length;
    }

    @Test
    void accuraciesAreThoseUnderTheStatisticsThatAreNamed() {
        Examples source = twins.dataset().source().orElseThrow();
        Examples target = twins.dataset().test();
        DMatrixRMaj training = twins.dataset().train().inputs();
        for (Side side : Side.values()) {
            Network network = twins.run(side).network();
            Domains domains = Domains.of(twins, side);
            assertEquals(right(own(network, source.inputs(), training)[3], source), domains.accuracy(Domain.SOURCE, Domain.SOURCE));
            assertEquals(right(own(network, target.inputs(), training)[3], target), domains.accuracy(Domain.SOURCE, Domain.TARGET));
            assertEquals(right(own(network, target.inputs(), target.inputs())[3], target), domains.accuracy(Domain.TARGET, Domain.TARGET));
        }
    }

    /** By the definition: sorted values of each unit against each other, through the layer's σ on the source. */
    @Test
    void shiftsAreFromTheSourceUnderItsOwnStatistics() {
        Examples source = twins.dataset().source().orElseThrow();
        Examples target = twins.dataset().test();
        DMatrixRMaj training = twins.dataset().train().inputs();
        for (Side side : Side.values()) {
            Network network = twins.run(side).network();
            double[][][] from = own(network, source.inputs(), training);
            for (Domain statistics : Domain.values()) {
                double[][][] to =
                        own(network, target.inputs(), statistics == Domain.SOURCE ? training : target.inputs());
                double[] shifts = Domains.of(twins, side).shifts(statistics, Domain.TARGET);
                for (int layer = 0; layer < 4; layer++) {
                    assertEquals(shift(from[layer], to[layer]), shifts[layer], 1e-9);
                }
            }
        }
    }

    private static double shift(double[][] from, double[][] to) {
        int units = from[0].length;
        double variances = 0;
        double distances = 0;
        for (int unit = 0; unit < units; unit++) {
            int u = unit;
            double[] before = Arrays.stream(from).mapToDouble(row -> row[u]).sorted().toArray();
            double[] after = Arrays.stream(to).mapToDouble(row -> row[u]).sorted().toArray();
            double mean = Arrays.stream(before).average().orElseThrow();
            for (int i = 0; i < before.length; i++) {
                variances += (before[i] - mean) * (before[i] - mean) / before.length;
                distances += Math.abs(before[i] - after[i]) / before.length;
            }
        }
        return distances / units / Math.sqrt(variances / units);
    }

    @Test
    void aMoveBackToTheSourceIsNoMove() {
        for (Side side : Side.values()) {
            Arguments stays = arguments("accuracyLost").with("images", "source");
            assertEquals(0, number("accuracyLost", side, stays));
            assertEquals(0, number("domainShift", side, arguments("domainShift").with("images", "source")));
        }
        double moved = number("domainShift", Side.B, arguments("domainShift"));
        assertTrue(moved > 0.1);
        assertEquals(Domains.of(twins, Side.B).shifts(Domain.SOURCE, Domain.TARGET)[2], moved, "0 is the last hidden layer");
    }

    @Test
    void theRunsAreLeftAsTheyWere() {
        long hash = twins.hash();
        Pass pass = new Pass(twins.run(Side.B).network(), twins.dataset().test().size());
        double[] before = answers(pass);
        for (String name : List.of("domainAccuracy", "accuracyLost", "domainShift")) {
            number(name, Side.B, arguments(name).with("statistics", "target"));
        }
        assertEquals(hash, twins.hash());
        assertEquals(Arrays.toString(before), Arrays.toString(answers(pass)), "the population statistics too");
    }

    private double[] answers(Pass pass) {
        twins.run(Side.B).network().forward(twins.dataset().test().inputs(), Statistics.POPULATION, pass);
        return pass.logits().data.clone();
    }

    private static Arguments arguments(String name) {
        return new Arguments(
                Map.of("layer", List.of(0.0)),
                Map.of("images", "target", "statistics", "source"));
    }

    private double number(String name, Side side, Arguments arguments) {
        return ((Quantity.OfRun) Quantities.named(name)).measurement().of(twins, side, arguments);
    }
}
