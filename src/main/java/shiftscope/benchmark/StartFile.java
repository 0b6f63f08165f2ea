package shiftscope.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.NetworkSettings;
import shiftscope.config.TrainingSettings;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.ParameterVisitor;
import shiftscope.engine.Pass;

/**
 * The start of a benchmark as a file, for other programs to begin at. The first line is a JSON object, in UTF-8; what follows are
 * numbers of 64 bits (IEEE 754, little-endian), each matrix row by row:
 *
 * <ul>
 *   <li>for each layer, the output layer last, W (inputs × units), and b (units) where {@code trainedBiases} says that it is trained;
 *       another b is 0 and stays it;
 *   <li>for each of the {@code batches}, the features (batch × inputs) and then the targets (batch × outputs).
 * </ul>
 *
 * <p>γ is 1, β is 0; the running mean is 0, the running variance 1. Step s, from 0, learns from batch s modulo {@code batches}.
 */
final class StartFile {
    /** The version of the form. */
    static final int FORM = 1;

    private StartFile() {}

    static void write(OutputStream out, Workload workload, Network network, Batches batches) throws IOException {
        Set<DMatrixRMaj> trained = trained(network, workload.batchSize());
        out.write((header(workload, network, trained) + "\n").getBytes(StandardCharsets.UTF_8));
        for (Layer layer : network.layers()) {
            write(out, layer.dense().weights());
            if (trained.contains(layer.dense().bias())) {
                write(out, layer.dense().bias());
            }
        }
        for (int batch = 0; batch < Batches.COUNT; batch++) {
            write(out, batches.inputs(batch));
            write(out, batches.targets(batch));
        }
    }

    private static String header(Workload workload, Network network, Set<DMatrixRMaj> trained) {
        NetworkSettings shape = workload.experiment().network();
        TrainingSettings training = workload.experiment().training();
        JsonMapper mapper = new JsonMapper();
        ObjectNode header = mapper.createObjectNode();
        header.put("shiftscopeBenchmark", FORM);
        header.set("net", mapper.valueToTree(workload.widths()));
        header.put("batch", workload.batchSize());
        header.put("batches", Batches.COUNT);
        header.set("activation", mapper.valueToTree(workload.activation()));
        header.set("normalization", mapper.valueToTree(workload.normalization()));
        header.put("epsilon", shape.epsilon());
        header.put("newBatchWeight", shape.newBatchWeight());
        header.set("optimizer", mapper.valueToTree(workload.optimizer()));
        header.put("learningRate", training.learningRate());
        header.put("momentum", training.momentum());
        header.set("loss", mapper.valueToTree(workload.loss()));
        ArrayNode biases = header.putArray("trainedBiases");
        network.layers().forEach(layer -> biases.add(trained.contains(layer.dense().bias())));
        return header.toString();
    }

    /** The parameters that training moves. */
    private static Set<DMatrixRMaj> trained(Network network, int batchSize) {
        Set<DMatrixRMaj> trained = Collections.newSetFromMap(new IdentityHashMap<>());
        ParameterVisitor collector = (kind, value, gradient) -> trained.add(value);
        network.visit(new Pass(network, batchSize), collector);
        return trained;
    }

    private static void write(OutputStream out, DMatrixRMaj matrix) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * matrix.getNumElements()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(matrix.data, 0, matrix.getNumElements());
        out.write(bytes.array());
    }
}
