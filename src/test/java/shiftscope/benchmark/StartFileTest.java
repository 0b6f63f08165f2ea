package shiftscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Side;
import shiftscope.engine.Layer;
import shiftscope.session.Run;

/** Whoever reads the file as its description says stands where the benchmark began. */
class StartFileTest {
    private static final int STEPS = 25;

    /** Reads the numbers behind the header, in order. */
    private static final class Reader {
        private final JsonNode header;
        private final ByteBuffer numbers;

        Reader(byte[] file) throws IOException {
            int line = new String(file, StandardCharsets.ISO_8859_1).indexOf('\n');
            header = new JsonMapper().readTree(new String(file, 0, line, StandardCharsets.UTF_8));
            numbers = ByteBuffer.wrap(file, line + 1, file.length - line - 1).order(ByteOrder.LITTLE_ENDIAN);
        }

        DMatrixRMaj matrix(int rows, int columns) {
            DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
            read(matrix);
            return matrix;
        }

        void read(DMatrixRMaj matrix) {
            for (int i = 0; i < matrix.getNumElements(); i++) {
                matrix.data[i] = numbers.getDouble();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7-6-5-3, SIGMOID, BATCH, CROSS_ENTROPY",
        "7-6-5-3, RELU, NONE, MEAN_SQUARED_ERROR",
        "2-10-10-10-1, TANH, BATCH, MEAN_SQUARED_ERROR"
    })
    void theSameStepsFromTheFileGiveTheSameLoss(String shape, ActivationKind activation, Normalization normalization, LossKind kind)
            throws IOException {
        Workload workload = new Workload(Workload.widths(shape), 9, activation, normalization, OptimizerKind.SGD, kind);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Result measured;
        try (Benchmark benchmark = new Benchmark(workload, 1, false)) {
            benchmark.writeStart(written);
            measured = benchmark.trial(STEPS);
        }
        assertEquals(STEPS, measured.lossAfter());

        assertEquals(measured.loss(), lossFrom(new Reader(written.toByteArray()), workload));
    }

    /** Trains another network, whose every number is first set from the file. */
    private static double lossFrom(Reader file, Workload workload) {
        JsonNode header = file.header;
        assertEquals(StartFile.FORM, header.get("shiftscopeBenchmark").asInt());
        assertEquals(workload.normalization() == Normalization.NONE, header.get("trainedBiases").get(0).asBoolean());
        int size = header.get("batch").asInt();
        int batches = header.get("batches").asInt();
        Run run = new Run(
                Side.A, workload.experiment().withSeed(4711), new Batches(workload, 4711).dataset());
        for (int i = 0; i < run.network().layers().size(); i++) {
            Layer layer = run.network().layers().get(i);
            assertEquals(header.get("net").get(i + 1).asInt(), layer.dense().units());
            file.read(layer.dense().weights());
            if (header.get("trainedBiases").get(i).asBoolean()) {
                file.read(layer.dense().bias());
            }
        }
        DMatrixRMaj[] x = new DMatrixRMaj[batches];
        DMatrixRMaj[] targets = new DMatrixRMaj[batches];
        for (int batch = 0; batch < batches; batch++) {
            x[batch] = file.matrix(size, workload.features());
            targets[batch] = file.matrix(size, workload.outputs());
        }
        assertFalse(file.numbers.hasRemaining());
        for (int step = 0; step < STEPS; step++) {
            assertEquals(null, run.pass(x[step % batches], targets[step % batches], step + 1));
            run.learn(new int[0]);
        }
        run.pass(x[STEPS % batches], targets[STEPS % batches], STEPS + 1);
        return run.lossOfBatch();
    }
}
