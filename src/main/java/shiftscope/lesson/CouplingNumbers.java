package shiftscope.lesson;

import java.util.List;

/** Numbers of what one layer's step does to the others. */
final class CouplingNumbers {
    static final List<Quantity> ALL = List.of();

    private CouplingNumbers() {}
}
