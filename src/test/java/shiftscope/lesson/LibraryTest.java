package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LibraryTest {
    private static final long SEED = 1;

    @Test
    void everyIdIsThereOnce() {
        List<String> ids = IntStream.rangeClosed(1, Library.size()).mapToObj(number -> Library.lesson(number).id()).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), ids.toString());
    }

    @TestFactory
    Stream<DynamicContainer> noClaimHoldsOnceItsEffectIsTakenAway() {
        return IntStream.rangeClosed(1, Library.size()).mapToObj(Library::lesson).map(lesson -> {
            Map<Claim, Verdict> verdicts = new HashMap<>();
            return DynamicContainer.dynamicContainer(
                    lesson.id(), lesson.claims().stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                        if (verdicts.isEmpty()) {
                            verdicts.putAll(new Check(lesson, Path.of("").toAbsolutePath(), steps -> { }).allRemoved(SEED));
                        }
                        Verdict verdict = verdicts.get(claim);
                        assertEquals(Verdict.Result.FAILED, verdict.result(), claim.removal().because() + " " + verdict);
                        assertTrue(!claim.removal().because().isBlank(), "it says how the effect is taken away");
                    })));
        });
    }
}
