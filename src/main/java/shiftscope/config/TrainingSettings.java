package shiftscope.config;

/**
 * How A and B are trained.
 *
 * @param learningRate step size; may be changed while a run plays
 * @param batchSize examples per mini-batch m; an epoch is the whole batches that fit the training set, in a fresh order
 * @param optimizer how a gradient becomes a step
 * @param momentum μ of {@link OptimizerKind#MOMENTUM}
 * @param l2 λ of the penalty {@code λ/2 ‖W‖²} on weights (not on biases, γ or β), added to the gradient as {@code λW}
 * @param loss what is made small
 */
public record TrainingSettings(
        double learningRate, int batchSize, OptimizerKind optimizer, double momentum, double l2, LossKind loss) {
    public TrainingSettings {
        checkLearningRate(learningRate);
        Checks.between("training.batchSize", batchSize, 1, DataSettings.MOST_EXAMPLES);
        Checks.present("training.optimizer", optimizer);
        Checks.between("training.momentum", momentum, 0, 0.9999);
        Checks.between("training.l2", l2, 0, 10);
        Checks.present("training.loss", loss);
    }

    /** @throws BadInputException unless the rate is in (0, 1000] */
    public static void checkLearningRate(double learningRate) {
        Checks.positive("training.learningRate", learningRate, 1000);
    }

    /** The same with another learning rate. */
    public TrainingSettings withLearningRate(double rate) {
        return new TrainingSettings(rate, batchSize, optimizer, momentum, l2, loss);
    }
}
