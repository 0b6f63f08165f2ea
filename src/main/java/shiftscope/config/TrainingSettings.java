package shiftscope.config;

/**
 * How A and B are trained.
 *
 * @param learningRate step size; may be changed while a run plays
 * @param batchSize examples per mini-batch m; an epoch is the whole batches that fit the training set, in a fresh order
 * @param optimizer how a gradient becomes a step
 * @param momentum μ of {@link OptimizerKind#MOMENTUM} and {@link OptimizerKind#NESTEROV}
 * @param l2 λ of the penalty {@code λ/2 ‖W‖²} on weights (not on biases, γ or β), added to the gradient as {@code λW}
 * @param weightDecay by how much a step shrinks weights apart from the gradient, {@code W -= lr decay W} (Loshchilov and Hutter 2019);
 *     not with {@link OptimizerKind#ADAM}, whose name for it is {@link OptimizerKind#ADAMW}
 * @param schedule how the learning rate moves over the run
 * @param loss what is made small
 */
public record TrainingSettings(
        double learningRate,
        int batchSize,
        OptimizerKind optimizer,
        double momentum,
        double l2,
        double weightDecay,
        ScheduleSettings schedule,
        LossKind loss) {
    public TrainingSettings {
        checkLearningRate(learningRate);
        Checks.between("training.batchSize", batchSize, 1, DataSettings.MOST_EXAMPLES);
        Checks.present("training.optimizer", optimizer);
        Checks.between("training.momentum", momentum, 0, 0.9999);
        Checks.between("training.l2", l2, 0, 10);
        Checks.between("training.weightDecay", weightDecay, 0, 10);
        if (weightDecay > 0 && optimizer == OptimizerKind.ADAM) {
            throw new BadInputException("training.weightDecay is " + weightDecay + " with the optimizer \"adam\"; accepted there is 0, or "
                    + "the optimizer \"adamw\", which is Adam with weight decay.");
        }
        Checks.present("training.schedule", schedule);
        Checks.present("training.loss", loss);
    }

    /** @throws BadInputException unless the rate is in (0, 1000] */
    public static void checkLearningRate(double learningRate) {
        Checks.positive("training.learningRate", learningRate, 1000);
    }

    /** The same with another learning rate. */
    public TrainingSettings withLearningRate(double rate) {
        return new TrainingSettings(rate, batchSize, optimizer, momentum, l2, weightDecay, schedule, loss);
    }

    /** The same with another loss. */
    public TrainingSettings withLoss(LossKind value) {
        return new TrainingSettings(learningRate, batchSize, optimizer, momentum, l2, weightDecay, schedule, value);
    }
}
