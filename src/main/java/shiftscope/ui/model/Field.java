package shiftscope.ui.model;

/** The settings of an experiment that the window edits. */
public enum Field {
    DATA,
    SCALING,
    NOISE,
    EXAMPLES,
    TEST_SHARE,
    HIDDEN,
    ACTIVATION,
    INITIALIZATION,
    SIGMA,
    PLACEMENT,
    EPSILON,
    NEW_BATCH_WEIGHT,
    CONVENTION,
    LEARNING_RATE,
    BATCH_SIZE,
    OPTIMIZER,
    MOMENTUM,
    L2,
    LOSS,
    SEED
}
