package shiftscope.benchmark;

/** Something that can be done any number of times in a row, and whose speed is wanted. */
@FunctionalInterface
interface Steps {
    void make(int steps);
}
