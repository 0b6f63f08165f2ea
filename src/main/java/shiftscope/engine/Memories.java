package shiftscope.engine;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What an optimizer remembers, found by the parameter itself. Step after step asks for the same parameters in the same order, so a search
 * begins behind what the last one found, and mostly ends there.
 */
final class Memories {
    private final List<Memory> all = new ArrayList<>();
    private int next;

    /** What is remembered of a parameter; {@code null} if nothing is. */
    Memory find(DMatrixRMaj parameter) {
        for (int looked = 0; looked < all.size(); looked++) {
            next = next < all.size() ? next : 0;
            Memory memory = all.get(next++);
            if (memory.parameter == parameter) {
                return memory;
            }
        }
        return null;
    }

    /** @param memory of a parameter of which nothing was remembered */
    void add(Memory memory) {
        all.add(memory);
    }

    /** Drops what is remembered of a parameter, if anything is. */
    void remove(DMatrixRMaj parameter) {
        all.removeIf(memory -> memory.parameter == parameter);
    }
}
