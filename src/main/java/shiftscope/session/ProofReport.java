package shiftscope.session;

import shiftscope.config.Statistics;

/**
 * What a change that should not matter did: the largest change of any output over the probe set, and of the gradients.
 *
 * @param step updates made before it
 * @param command what was done
 * @param batch the largest change of any logit under {@link Statistics#BATCH}
 * @param running the same under {@link Statistics#RUNNING}
 * @param population the same under {@link Statistics#POPULATION}
 * @param gradientBefore ‖∂L/∂W‖ of that layer over the probe set before
 * @param gradientAfter the same after
 * @param biasGradientAfter the largest |∂L/∂b| of that layer after; NaN without a bias
 * @param canBeUndone whether no step was made since, so that undoing gives the same bits
 */
public record ProofReport(
        long step,
        Command.Proof command,
        Change batch,
        Change running,
        Change population,
        double gradientBefore,
        double gradientAfter,
        double biasGradientAfter,
        boolean canBeUndone) {
    public Change of(Statistics statistics) {
        return switch (statistics) {
            case BATCH -> batch;
            case RUNNING -> running;
            case POPULATION -> population;
        };
    }

    /** The same, and it can be undone. */
    ProofReport undoable() {
        return new ProofReport(step, command, batch, running, population, gradientBefore, gradientAfter, biasGradientAfter, true);
    }

    /**
     * @param absolute the largest |difference| of any logit
     * @param relative that, divided by the largest |logit| before
     */
    public record Change(double absolute, double relative) {}
}
