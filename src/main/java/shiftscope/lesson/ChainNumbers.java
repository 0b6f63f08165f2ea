package shiftscope.lesson;

import java.util.List;

/** Numbers of a product of weights, and of what a step does to it in each order of α. */
final class ChainNumbers {
    static final List<Quantity> ALL = List.of();

    private ChainNumbers() {}
}
