package shiftscope.session;

import java.util.List;

/**
 * What an update does to gradients, Santurkar et al. 2018, measured on the mini-batch of that update.
 *
 * @param layers internal covariate shift by its gradient definition, hidden layers and the output, input side first
 * @param leastLoss the least loss along the gradient, over steps of ½ to 4 learning rates
 * @param mostLoss the largest
 * @param predictiveness the largest distance of the gradients on the way from the gradient at its start
 * @param smoothness effective β-smoothness: the largest such distance divided by the distance gone
 */
public record GradientProbe(List<Ics> layers, double leastLoss, double mostLoss, double predictiveness, double smoothness) {
    public GradientProbe {
        layers = List.copyOf(layers);
    }

    /**
     * G is ∂L/∂W of a layer before the update; G′ the same once the layers below it have been updated.
     *
     * @param difference ‖G − G′‖
     * @param relative ‖G − G′‖ / ‖G‖
     * @param cosine of the angle between the two
     */
    public record Ics(double difference, double relative, double cosine) {}
}
