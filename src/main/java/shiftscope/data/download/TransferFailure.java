package shiftscope.data.download;

/** Why a mirror did not give a file; the message is a clause that names the mirror. */
final class TransferFailure extends Exception {
    private static final long serialVersionUID = 1L;

    TransferFailure(String clause) {
        super(clause);
    }

    TransferFailure(String clause, Throwable cause) {
        super(clause, cause);
    }
}
