package shiftscope.benchmark;

import shiftscope.engine.Kernel;

/**
 * The most floating-point operations per second that one core can do: fused multiply-adds on numbers that stay in registers, in as
 * many independent chains as keep every unit busy. Nothing that also fetches and stores can be faster.
 */
abstract class Peak implements Steps {
    /** {@code x ← DECAY x + PULL} tends to 1, so that no chain overflows or becomes subnormal. */
    static final double DECAY = 0.5;

    static final double PULL = 0.5;

    /** What the chains came to; kept, so that the compiler cannot leave them out. */
    private double sum;

    /** The Vector API's loop where its module is, else one that the compiler vectorizes by itself. */
    static Peak ofThisMachine() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? vector() : new PlainPeak();
    }

    /** By name, because that class is compiled, and may be loaded, only together with its module. */
    private static Peak vector() {
        // Before the first class of the Vector API: it sets how that works.
        Kernel.prepare();
        try {
            Class<?> found = Class.forName(Peak.class.getPackageName() + ".VectorPeak");
            return (Peak) found.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector loop is not part of this build", e);
        }
    }

    @Override
    public final void make(int steps) {
        for (int i = 0; i < steps; i++) {
            sum += round();
        }
    }

    /** Numbers in one vector; 1 where the compiler decides. */
    abstract int lanes();

    /** Floating-point operations of one step, two for a fused multiply-add. */
    abstract long flops();

    /** Does those operations; what the chains came to. */
    abstract double round();

    /** What all rounds came to. */
    double sum() {
        return sum;
    }
}
