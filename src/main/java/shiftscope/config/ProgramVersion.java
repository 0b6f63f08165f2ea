package shiftscope.config;

/** Which release of the program this is; every export names it. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version of the jar, or "development" when run from class files. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
