package shiftscope.engine;

/** The arithmetic of the kernel that is the fastest as far as is known; made anew only when that changes. */
final class FastestArithmetic {
    private Kernel kernel;
    private Arithmetic arithmetic;

    Arithmetic get() {
        Kernel fastest = Kernel.fastest();
        if (kernel != fastest) {
            kernel = fastest;
            arithmetic = fastest.arithmetic();
        }
        return arithmetic;
    }
}
