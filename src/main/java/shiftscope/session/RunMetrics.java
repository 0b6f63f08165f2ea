package shiftscope.session;

import java.util.List;
import java.util.Optional;

/**
 * One run at one step.
 *
 * @param trainingLoss mean over the mini-batches since the entry before, each before its update; NaN at step 0
 * @param testLoss over the whole test set, with the statistics that the run's switch chooses
 * @param testAccuracy share of the test set classified rightly, in [0, 1]; NaN for regression, where the test loss says it all
 * @param gradients what the last update did to gradients; empty unless that is asked for
 * @param layers hidden layers 1 … L and the output, in that order
 */
public record RunMetrics(
        double trainingLoss,
        double testLoss,
        double testAccuracy,
        Optional<GradientProbe> gradients,
        List<LayerMetrics> layers) {
    public RunMetrics {
        layers = List.copyOf(layers);
    }
}
