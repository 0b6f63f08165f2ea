package shiftscope.ui.model;

import shiftscope.config.BadInputException;

/** What a user is told when something fails that is not a matter of settings. */
public final class Trouble {
    private static final Texts TEXTS = Texts.beside(Trouble.class, "sentences");

    private Trouble() {}

    /** Writes down for a programmer what a user is spared. */
    public static void log(String what, Throwable failure) {
        System.getLogger("shiftscope").log(System.Logger.Level.ERROR, what, failure);
    }

    static String trainingFailed(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return TEXTS.get("trouble.training", cause.getClass().getSimpleName());
    }

    /** One sentence, never a stack trace. */
    public static String sentence(Throwable failure) {
        if (failure instanceof BadInputException) {
            return failure.getMessage();
        }
        if (failure instanceof OutOfMemoryError) {
            return TEXTS.get("trouble.memory");
        }
        return TEXTS.get("trouble.other", failure.getClass().getSimpleName());
    }
}
