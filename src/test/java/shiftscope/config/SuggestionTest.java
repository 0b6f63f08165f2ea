package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("learningRate", "batchSize", "optimizer", "momentum", "l2", "weightDecay", "schedule", "loss", "normalization");

    @ParameterizedTest
    @CsvSource({
        "learnRate,learningRate", "learningrate,learningRate", "LEARNING_RATE,learningRate", "normalisation,normalization",
        "optimiser,optimizer", "batchsize,batchSize", "l1,l2", "los,loss", "loss,loss"
    })
    void aSlipIsRecognized(String given, String meant) {
        assertEquals(Optional.of(meant), Suggestion.nearest(given, KNOWN));
        assertEquals("; did you mean \"" + meant + "\"?", Suggestion.question(given, KNOWN));
    }

    @Test
    void whatIsFarFromEverythingSuggestsNothing() {
        for (String given : List.of("", "x", "frobnicate", "ß", "a".repeat(100_000))) {
            assertEquals(Optional.empty(), Suggestion.nearest(given, KNOWN), given);
            assertEquals("", Suggestion.question(given, KNOWN), given);
        }
        assertEquals(Optional.empty(), Suggestion.nearest("loss", List.of()));
    }

    @Test
    void ofTwoEquallyNearTheFirstInTheAlphabetIsTaken() {
        assertEquals(Optional.of("bat"), Suggestion.nearest("cat", List.of("hat", "bat")));
    }
}
