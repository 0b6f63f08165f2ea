package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Pass;

/**
 * What one run's network answers when it is asked about one example at a time: of classes the one whose output is the largest, the first
 * of equal ones, as {@link Evaluation} decides; of numbers the output. The network is not changed.
 */
final class Answers {
    private static final int CHUNK = 256;
    private static final int MOST_SHOWN = 40;

    private final Probe probe;
    private final boolean regression;
    private final Pass pass;
    private final DMatrixRMaj x;
    private Statistics statistics;

    Answers(Probe probe, boolean regression) {
        this.probe = probe;
        this.regression = regression;
        pass = new Pass(probe.run().network(), CHUNK);
        x = new DMatrixRMaj(CHUNK, probe.inputs().numCols);
    }

    /** Fixes what the normalizers use until the next call: alone, an example has no batch. */
    void prepare() {
        Statistics chosen = probe.inference().prepare();
        statistics = chosen == Statistics.BATCH ? Statistics.RUNNING : chosen;
    }

    /** @param points points × features, not modified */
    Predictions.Grid over(DMatrixRMaj points) {
        byte[] classes = new byte[regression ? 0 : points.numRows];
        float[] values = new float[points.numRows];
        for (int from = 0; from < points.numRows; from += CHUNK) {
            int rows = ask(points, from);
            for (int row = 0; row < rows; row++) {
                int answer = regression ? 0 : largest(row);
                if (!regression) {
                    classes[from + row] = (byte) answer;
                }
                values[from + row] = (float) (regression ? pass.logits().get(row, 0) : probability(row, answer));
            }
        }
        return new Predictions.Grid(statistics, classes, values);
    }

    /**
     * @param low what a black pixel is
     * @param high what a white one is
     */
    Predictions.Sheet mistakes(Examples test, double low, double high) {
        List<Predictions.Mistake> shown = new ArrayList<>();
        int wrong = 0;
        for (int from = 0; from < test.size(); from += CHUNK) {
            int rows = ask(test.inputs(), from);
            for (int row = 0; row < rows; row++) {
                int index = from + row;
                int answer = largest(row);
                if (answer != test.labels()[index]) {
                    wrong++;
                    if (shown.size() < MOST_SHOWN) {
                        shown.add(new Predictions.Mistake(
                                index, test.labels()[index], answer, probability(row, answer), pixels(row, low, high)));
                    }
                }
            }
        }
        return new Predictions.Sheet(statistics, wrong, test.size(), shown);
    }

    private int ask(DMatrixRMaj inputs, int from) {
        int rows = Math.min(CHUNK, inputs.numRows - from);
        x.reshape(rows, inputs.numCols);
        System.arraycopy(inputs.data, from * inputs.numCols, x.data, 0, rows * inputs.numCols);
        probe.run().network().forward(x, statistics, pass);
        return rows;
    }

    private float[] pixels(int row, double low, double high) {
        float[] pixels = new float[x.numCols];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = (float) (high > low ? (x.get(row, k) - low) / (high - low) : 0);
        }
        return pixels;
    }

    private int largest(int row) {
        DMatrixRMaj logits = pass.logits();
        int best = 0;
        for (int k = 1; k < logits.numCols; k++) {
            if (logits.get(row, k) > logits.get(row, best)) {
                best = k;
            }
        }
        return best;
    }

    /** By softmax; of a single output by the sigmoid, which is the softmax of it and 0. */
    private double probability(int row, int answer) {
        DMatrixRMaj logits = pass.logits();
        double logit = logits.get(row, answer);
        double sum = logits.numCols == 1 ? StrictMath.exp(-logit) : 0;
        for (int k = 0; k < logits.numCols; k++) {
            sum += StrictMath.exp(logits.get(row, k) - logit);
        }
        return 1 / sum;
    }
}
