package shiftscope.config;

/**
 * Something a user gave (a file, a setting, a command) cannot be used. The message is one sentence for that user: it names the
 * file or field, says what was wrong and what is accepted. Nothing has been changed when this is thrown.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence);
    }

    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
