package shiftscope.session;

import java.util.function.Consumer;
import shiftscope.config.Side;

/** The probes of both runs, and how the same is done with both. */
record Probes(Probe a, Probe b, SideBySide sideBySide) {
    Probe of(Side side) {
        return side == Side.A ? a : b;
    }

    /** Returns when both are done. */
    void each(Consumer<Probe> action) {
        sideBySide.run(() -> action.accept(a), () -> action.accept(b));
    }
}
