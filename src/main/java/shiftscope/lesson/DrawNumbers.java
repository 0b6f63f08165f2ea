package shiftscope.lesson;

import java.util.List;

/** Numbers of many mini-batches drawn at the same weights. */
final class DrawNumbers {
    static final List<Quantity> ALL = List.of();

    private DrawNumbers() {}
}
