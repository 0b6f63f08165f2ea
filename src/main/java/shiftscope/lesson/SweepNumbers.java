package shiftscope.lesson;

import java.util.List;

/** Numbers of a curve along a sweep. */
final class SweepNumbers {
    static final List<Quantity> ALL = List.of();

    private SweepNumbers() {}
}
