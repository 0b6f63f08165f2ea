package shiftscope.config;

/** Which of the twins. */
public enum Side {
    A,
    B
}
