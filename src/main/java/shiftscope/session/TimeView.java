package shiftscope.session;

import java.util.List;
import java.util.Optional;

/**
 * What is known of other times than now.
 *
 * @param head the newest step that this branch has reached; now is in the past if it is earlier
 * @param commands everything that was changed in this branch, also what still lies ahead; what has landed by now is in
 *     {@link Snapshot#commands}
 * @param future the recorded points of this branch that lie ahead, oldest first; empty at the head
 * @param ghosts futures that were left behind, the newest last
 * @param end how this branch ended by itself, if it did, at the head
 * @param seeking the step that is on its way to be shown, {@code -1} if none is
 * @param bytes what keyframes and recorded points take
 * @param mostBytes what they may take at most
 * @param keyframes states kept
 */
public record TimeView(
        long head,
        List<RecordedCommand> commands,
        List<Metrics> future,
        List<Ghost> ghosts,
        Optional<Divergence> end,
        long seeking,
        long bytes,
        long mostBytes,
        int keyframes) {
    public TimeView {
        commands = List.copyOf(commands);
        future = List.copyOf(future);
        ghosts = List.copyOf(ghosts);
    }

    /** Of runs that only know the way ahead. */
    public static TimeView atHead(long step, List<RecordedCommand> commands, Optional<Divergence> end) {
        return new TimeView(step, commands, List.of(), List.of(), end, -1, 0, 0, 0);
    }
}
