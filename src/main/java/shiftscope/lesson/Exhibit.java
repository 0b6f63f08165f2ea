package shiftscope.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What a step shows in the place of the wall.
 *
 * @param kind what it is
 * @param arguments what it begins with, of {@link Kind#parameters}
 * @param sweep the prepared sweep that it runs and shows, for {@link Kind#SWEEP}
 */
public record Exhibit(Kind kind, Arguments arguments, Optional<String> sweep) {
    /** All there are. */
    public enum Kind {
        /** ŷ = x·w₁…w_l, and the orders in α of what a step does to it. */
        CHAIN,
        /** Eight numbers that are normalized, scaled and shifted. */
        EIGHT_NUMBERS,
        /** The loss over two weights, and the path of descent. */
        CONTOURS,
        /** μ and σ of many batches against their size. */
        DRAWS,
        /** A prepared sweep, which fills in. */
        SWEEP,
        /** How far the data moved, layer by layer, and statistics taken again. */
        DOMAINS;

        /** What its arguments may be. */
        public List<Parameter> parameters() {
            return switch (this) {
                case CHAIN -> ChainNumbers.SHOWN;
                case EIGHT_NUMBERS -> BatchNumbers.SHOWN;
                case CONTOURS -> List.of();
                case DRAWS -> List.of(new Parameter.OfNumber("m", "examples in the batches whose means are shown", 2, 256, 8));
                case SWEEP -> List.of();
                case DOMAINS -> List.of();
            };
        }
    }
}
