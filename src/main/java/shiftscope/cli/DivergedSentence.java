package shiftscope.cli;

import java.util.Locale;
import shiftscope.session.Divergence;

/** Says why a run stopped by itself. */
final class DivergedSentence {
    private DivergedSentence() {}

    /** The whole sentence, for somebody who reads. */
    static String of(Divergence divergence) {
        String where = divergence.where() == null
                ? "the loss left the finite numbers"
                : "layer " + divergence.layer() + " was the first to leave the finite numbers, in "
                        + switch (divergence.where()) {
                            case INPUT -> "its input x";
                            case PRE_ACTIVATION -> "its pre-activations z";
                            case NORMALIZED -> "its normalized pre-activations ẑ";
                            case SCALED -> "y = γẑ + β";
                            case ACTIVATION -> "its activations a";
                            case GRADIENT -> "the gradient of its pre-activations";
                        };
        return "Run " + divergence.side() + " diverged at step " + divergence.step() + ": " + where + "; the step was not taken.";
    }

    /** The place alone, for a cell of a table: {@code loss}, {@code layer 2 pre-activation}. */
    static String place(Divergence divergence) {
        return divergence.where() == null
                ? "loss"
                : "layer " + divergence.layer() + " " + divergence.where().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
