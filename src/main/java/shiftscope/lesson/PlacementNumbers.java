package shiftscope.lesson;

import java.util.List;

/** Numbers of what the next layer is given. */
final class PlacementNumbers {
    static final List<Quantity> ALL = List.of();

    private PlacementNumbers() {}
}
