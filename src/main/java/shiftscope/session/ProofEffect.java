package shiftscope.session;

import java.util.EnumMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.engine.WholeSetStatistics;

/**
 * What a network makes of the probe set before a proof, or after it. The population is that of the whole training set, measured in one
 * exact pass whatever the settings say.
 *
 * @param logits probe rows × outputs, under each statistics
 * @param weightsGradient ‖∂L/∂W‖ of one layer over the probe set as one batch
 * @param biasGradient the largest |∂L/∂b| there; NaN without a bias
 */
public record ProofEffect(Map<Statistics, double[]> logits, double weightsGradient, double biasGradient) {
    /**
     * Passes the probe set through a network.
     *
     * @param network only its statistics of the population are changed
     * @param population of the training set
     * @param probe the probe set
     * @param layer the layer whose gradients are wanted, from 1
     */
    public static ProofEffect of(Network network, WholeSetStatistics population, Examples probe, Loss loss, int layer) {
        population.measure(network);
        Pass pass = new Pass(network, probe.size());
        Map<Statistics, double[]> logits = new EnumMap<>(Statistics.class);
        for (Statistics statistics : Statistics.values()) {
            network.forward(probe.inputs(), statistics, pass);
            logits.put(statistics, pass.logits().data.clone());
        }
        network.forward(probe.inputs(), Statistics.BATCH, pass);
        network.backward(probe.targets(), loss, pass);
        LayerPass part = pass.layers().get(layer - 1);
        return new ProofEffect(logits, norm(part.weightsGradient()), largest(part.biasGradient()));
    }

    private static double norm(DMatrixRMaj matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.getNumElements(); i++) {
            sum += matrix.data[i] * matrix.data[i];
        }
        return Math.sqrt(sum);
    }

    private static double largest(DMatrixRMaj matrixOrNull) {
        return matrixOrNull == null ? Double.NaN : largest(matrixOrNull.data);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** How the logits of {@code after} differ from these. */
    public ProofReport.Change change(ProofEffect after, Statistics statistics) {
        double[] then = logits.get(statistics);
        double[] now = after.logits.get(statistics);
        double[] differences = new double[then.length];
        for (int i = 0; i < then.length; i++) {
            differences[i] = now[i] - then[i];
        }
        double absolute = largest(differences);
        return new ProofReport.Change(absolute, absolute == 0 ? 0 : absolute / largest(then));
    }
}
