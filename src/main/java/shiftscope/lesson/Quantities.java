package shiftscope.lesson;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of all numbers that a claim can be made of. */
public final class Quantities {
    private static final Map<String, Quantity> ALL = Stream.of(
                    CurveNumbers.ALL,
                    InputNumbers.ALL,
                    ChainNumbers.ALL,
                    BatchNumbers.ALL,
                    ScaleShiftNumbers.ALL,
                    ProofNumbers.ALL,
                    ScaleNumbers.ALL,
                    PlacementNumbers.ALL,
                    DrawNumbers.ALL,
                    StatisticsNumbers.ALL,
                    SweepNumbers.ALL,
                    NoiseNumbers.ALL,
                    FitNumbers.ALL,
                    DomainNumbers.ALL,
                    CouplingNumbers.ALL,
                    GradientNumbers.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Quantity::name, Function.identity()));

    private Quantities() {}

    /** All names, in the order of the alphabet. */
    public static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /** The number of one of these names. */
    public static Quantity named(String name) {
        return ALL.get(name);
    }
}
