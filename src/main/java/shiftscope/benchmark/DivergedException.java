package shiftscope.benchmark;

/** The training that was timed left the finite numbers, so that its speed means nothing. The message is a sentence for the user. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(long step) {
        super("The training left the finite numbers at step " + step + ", so that its speed means nothing.");
    }
}
