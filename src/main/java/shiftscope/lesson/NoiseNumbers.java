package shiftscope.lesson;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.Moments;
import shiftscope.session.Twins;

/** How much what a normalizer gives for one example depends on who else is in its mini-batch, at weights that stand still. */
final class NoiseNumbers {
    private static final Parameter SIZE = new Parameter.OfNumber("size", "examples in a mini-batch", 2, 4_096, 32);
    private static final Parameter SIZES =
            new Parameter.OfNumbers("sizes", "examples in a mini-batch, two sizes or more", 2, 4_096, List.of(8.0, 16.0, 32.0, 64.0, 128.0));
    /** Of how many examples the mean is taken. */
    private static final int FIXED = 6;
    /** In how many mini-batches each of them is looked at: a deviation of so many is known to a tenth, the mean of hundreds far better. */
    private static final int BATCHES = 60;

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun("noiseOfNormalized", "",
                    "Standard deviation of ẑ of one training example over random mini-batches that it stands in, the rest of them drawn with"
                            + " replacement; the root of the mean square over the layer's units and six examples.",
                    List.of(CurveNumbers.LAYER, SIZE), (twins, side, arguments) ->
                            noise(twins, side, CurveNumbers.layer(twins, arguments), arguments.whole("size"))),
            new Quantity.OfRun("noiseSlope", "",
                    "Slope of the logarithm of the same against the logarithm of the size m, by least squares: −0.5 if it goes with 1/√m.",
                    List.of(CurveNumbers.LAYER, SIZES), (twins, side, arguments) ->
                            slope(twins, side, CurveNumbers.layer(twins, arguments), arguments.list("sizes"))));

    private NoiseNumbers() {}

    private static double slope(Twins twins, Side side, int layer, List<Double> sizes) {
        double[] x = sizes.stream().mapToDouble(Math::log).toArray();
        double[] y = sizes.stream()
                .mapToDouble(size -> Math.log(noise(twins, side, layer, (int) Math.rint(size))))
                .toArray();
        return slope(x, y);
    }

    /** Of the line with the least squares through these points; NaN if a value is not finite, or all x are the same. */
    static double slope(double[] x, double[] y) {
        double meanX = Moments.of(x).mean();
        double meanY = Moments.of(y).mean();
        double together = 0;
        double alone = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - meanX) * (y[i] - meanY);
            alone += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = together / alone;
        return Double.isFinite(slope) ? slope : Double.NaN;
    }

    /** NaN where the layer has no normalizer. */
    private static double noise(Twins twins, Side side, int layer, int size) {
        Network network = twins.run(side).network();
        DMatrixRMaj all = twins.dataset().train().inputs();
        RandomStream random = new Seed(twins.experiment().seed()).noise();
        Pass pass = new Pass(network, size);
        LayerPass looked = pass.layers().get(layer - 1);
        DMatrixRMaj batch = new DMatrixRMaj(size, all.numCols);
        double[][] values = new double[network.layers().get(layer - 1).dense().weights().numCols][BATCHES];
        double sum = 0;
        for (int example = 0; example < FIXED; example++) {
            int fixed = random.below(all.numRows);
            for (int draw = 0; draw < BATCHES; draw++) {
                copy(all, fixed, batch, 0);
                for (int row = 1; row < size; row++) {
                    copy(all, random.below(all.numRows), batch, row);
                }
                network.forward(batch, Statistics.BATCH, pass);
                for (int unit = 0; unit < values.length; unit++) {
                    values[unit][draw] = looked.normalized().get(0, unit);
                }
            }
            for (double[] ofUnit : values) {
                sum += Moments.of(ofUnit).variance();
            }
        }
        return looked.hasNormalizer() ? Math.sqrt(sum / (FIXED * values.length)) : Double.NaN;
    }

    private static void copy(DMatrixRMaj from, int row, DMatrixRMaj to, int toRow) {
        System.arraycopy(from.data, row * from.numCols, to.data, toRow * to.numCols, to.numCols);
    }
}
