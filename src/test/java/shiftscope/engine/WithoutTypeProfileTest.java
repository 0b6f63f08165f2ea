package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.ActivationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Placement;

/**
 * Vector loops do not depend on what the compiler has seen before it takes them. A start has it compile in a hurry, now and then without
 * profiles; a loop that needs them then makes an object of every vector for as long as the program runs, and steps are ten times as slow.
 */
class WithoutTypeProfileTest {
    /** A compiler that knows what it found out while it compiles; Java 17's looks at the types of receivers only before. */
    private static final int LATE_ENOUGH = 25;

    @TempDir
    private Path folder;

    @Test
    void trainingAllocatesNothing() throws Exception {
        assumeTrue(Runtime.version().feature() >= LATE_ENOUGH && Kernel.VECTOR.isHere());
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules", "jdk.incubator.vector",
                        "-XX:-UseTypeProfile",
                        "-cp", System.getProperty("java.class.path"),
                        Program.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(4, TimeUnit.MINUTES), "still running");
        assertEquals(0, process.exitValue(), Files.readString(said));
    }

    /** Fails unless training on either kernel comes to allocate nothing. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            for (ActivationKind kind : new ActivationKind[] {ActivationKind.TANH, ActivationKind.SIGMOID}) {
                RandomMatrices random = new RandomMatrices(93);
                AllocationTest.assertTrainsWithoutAllocating(
                        random,
                        RandomNetworks.network(random, AllocationTest.SIZES, kind, Placement.BEFORE, true, 1e-5),
                        new GradientDescent(0.01, 0, 0, false),
                        Loss.of(LossKind.CROSS_ENTROPY),
                        RandomNetworks.chance(0));
            }
        }
    }
}
