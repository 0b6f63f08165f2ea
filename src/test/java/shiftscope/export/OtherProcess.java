package shiftscope.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** A second process that uses files, to be killed. */
final class OtherProcess {
    private OtherProcess() {}

    /** A class with a {@code main} of its own, which prints a line when it is ready; starts quickly rather than running fast. */
    static Process start(Class<?> program, Path path) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new AssertionError("did not start: " + program);
        }
        return process;
    }

    /** At once, without a chance to clean up. */
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
