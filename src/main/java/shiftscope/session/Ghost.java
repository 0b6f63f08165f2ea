package shiftscope.session;

import java.util.List;
import java.util.Optional;

/**
 * A future that was left behind: what had been recorded of the steps after a fork, when the runs took another way from there.
 *
 * @param fork the step at which the ways part
 * @param history the recorded points after the fork, oldest first
 * @param slices the recorded distributions after the fork, oldest first
 * @param commands what was changed at the fork or after it
 * @param divergence how that future ended by itself, if it did
 */
public record Ghost(
        long fork, List<Metrics> history, List<Slice> slices, List<RecordedCommand> commands, Optional<Divergence> divergence) {
    public Ghost {
        history = List.copyOf(history);
        slices = List.copyOf(slices);
        commands = List.copyOf(commands);
    }
}
