package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The experiment files that come with the program open, and are what the program itself would write. */
class SampleExperimentsTest {
    @Test
    void everySampleIsWhatTheProgramWouldWrite() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of("assets", "experiments"))) {
            samples = files.toList();
        }
        assertTrue(samples.size() >= 7, samples.toString());
        for (Path sample : samples) {
            assertEquals(ExperimentFile.format(ExperimentFile.read(sample)), Files.readString(sample), sample.toString());
        }
    }

    @Test
    void theStandardExperimentIsAmongThem() {
        assertEquals(
                Experiment.standard(), ExperimentFile.read(Path.of("assets", "experiments", "watch-the-shift.shiftscope.json")));
    }
}
