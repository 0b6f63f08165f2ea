package shiftscope.engine;

import java.util.Locale;

/**
 * Who computes the matrix products. {@link #PLAIN} and {@link #VECTOR} give the same bits, so the faster one may be taken at any
 * moment, also in the middle of a run.
 */
public enum Kernel {
    /** Plain Java. */
    PLAIN,
    /** The Vector API; only where the module {@code jdk.incubator.vector} is. */
    VECTOR,
    /** EJML; equal to the others but for rounding, and only on request. */
    EJML;

    /** The system property that fixes the choice: the name of a kernel, or anything else to let the program measure. */
    public static final String PROPERTY = "shiftscope.kernel";

    /** Has the Vector API not check each access by itself; {@link Extent} checks them all at once. */
    private static final String ACCESS_CHECKS = "jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK";

    private static volatile Kernel fastest = PLAIN;
    private static volatile boolean compared;

    static {
        // Read once, when the first class of the Vector API is initialized, and so set before that.
        if (System.getProperty(ACCESS_CHECKS) == null) {
            System.setProperty(ACCESS_CHECKS, "0");
        }
        Kernel fixed = fixed();
        if (fixed != null) {
            fastest = fixed;
            compared = true;
        } else if (VECTOR.isHere()) {
            KernelCalibration.begin();
        } else {
            compared = true;
        }
    }

    private static Kernel fixed() {
        String wanted = System.getProperty(PROPERTY, "").toUpperCase(Locale.ROOT);
        for (Kernel kernel : values()) {
            if (kernel.name().equals(wanted) && kernel.isHere()) {
                return kernel;
            }
        }
        return null;
    }

    /**
     * The fastest kernel as far as is known. It begins as {@link #PLAIN} and becomes {@link #VECTOR} some tenths of a second later,
     * once that is compiled, if it was measured to be faster.
     */
    public static Kernel fastest() {
        return fastest;
    }

    /**
     * Begins to measure which kernel is the fastest, unless that has begun. Whoever will train soon calls it as early as possible: the
     * vector kernel takes a while to be compiled.
     */
    public static void prepare() {
        // That this class is initialized is what it takes.
    }

    /**
     * Whether {@link #fastest} is more than what a run begins on: a kernel was chosen, or none has won for so long that nobody should wait.
     * On a busy machine that may take some seconds.
     */
    public static boolean isChosen() {
        return compared || fastest != PLAIN;
    }

    static void setFastest(Kernel kernel) {
        fastest = kernel;
    }

    /** From now on nobody should wait for the choice, though comparing may go on. */
    static void setCompared() {
        compared = true;
    }

    /** Whether this machine's Java has what the kernel needs. */
    public boolean isHere() {
        return this != VECTOR || ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** What computes with this kernel, with scratch space of its own. */
    Arithmetic arithmetic() {
        return switch (this) {
            case PLAIN -> new Arithmetic(new PlainProducts(), new PlainFunctions(), new PlainStandardization());
            case VECTOR -> new Arithmetic(
                    vector("VectorProducts", Products.class),
                    vector("VectorFunctions", Functions.class),
                    vector("VectorStandardization", Standardization.class));
            case EJML -> new Arithmetic(new EjmlProducts(), new PlainFunctions(), new PlainStandardization());
        };
    }

    /** By name, because these classes are compiled, and may be loaded, only together with their module. */
    private static <T> T vector(String name, Class<T> type) {
        try {
            Class<?> found = Class.forName(Kernel.class.getPackageName() + "." + name);
            return type.cast(found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernel is not part of this build", e);
        }
    }
}
