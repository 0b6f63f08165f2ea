package shiftscope.config;

/**
 * How the learning rate moves over a run. What {@code training.learningRate} says is multiplied by a share that depends on the step.
 *
 * @param kind the course after the warm-up
 * @param warmUp steps over which the share grows linearly to 1 before that course begins; 0 is no warm-up
 * @param steps the steps between two falls of {@link ScheduleKind#STEP}, or the length of {@link ScheduleKind#COSINE}
 * @param factor what {@link ScheduleKind#STEP} multiplies by, or the share with which {@link ScheduleKind#COSINE} ends
 */
public record ScheduleSettings(ScheduleKind kind, int warmUp, int steps, double factor) {
    private static final int MOST_STEPS = 10_000_000;

    public ScheduleSettings {
        Checks.present("training.schedule.kind", kind);
        Checks.between("training.schedule.warmUp", warmUp, 0, MOST_STEPS);
        Checks.between("training.schedule.steps", steps, 1, MOST_STEPS);
        Checks.between("training.schedule.factor", factor, 0, 1);
    }

    /** Whether the rate ever differs from what {@code training.learningRate} says. */
    public boolean movesTheRate() {
        return kind != ScheduleKind.CONSTANT || warmUp > 0;
    }
}
