package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shiftscope.lesson.text.Glossary;
import shiftscope.lesson.text.Prose;

/** What holds of the texts of all lessons of the program. */
class LessonTextsTest {
    /** Words that are no everyday words, as they may stand in a text of a lesson about this field. */
    private static final List<String> TERMS_OF_ART = List.of(
            "activation", "Adam", "AdaBN", "batch size", "batch statistics", "bias", "cross-entropy", "covariate shift", "dropout",
            "dead unit", "effective learning rate", "epoch", "gamma", "generalization", "gradient", "gradient predictiveness",
            "hidden layer", "hyperparameter", "inference", "initialization", "internal covariate shift", "L2", "learning rate", "logit",
            "loss", "mini-batch", "min-max", "momentum", "moving average", "normalizer", "optimizer", "overfit", "parameter", "percentile",
            "plateau", "population statistics", "pre-activation", "probe set", "ReLU", "regularizer", "running mean", "running statistics",
            "running variance", "saturated", "scale-invariant", "sigmoid", "softmax", "standard deviation", "standardize", "tanh", "test set",
            "training set", "variance", "W1", "Wasserstein", "weight decay", "β-smoothness", "ε", "γ", "β", "σ₀");

    private static Stream<Lesson> lessons() {
        return IntStream.rangeClosed(1, Library.size()).mapToObj(Library::lesson);
    }

    @TestFactory
    Stream<DynamicTest> everyFormulaIsTypeset() {
        return lessons().map(lesson -> DynamicTest.dynamicTest(lesson.id(), () -> {
            LessonTexts.typeset(lesson);
            assertTrue(LessonTexts.all(lesson).size() > LessonTexts.shown(lesson).size());
        }));
    }

    @Test
    void everyTermOfArtThatOccursIsInTheGlossary() {
        String all = String.join("\n", lessons().flatMap(lesson -> LessonTexts.all(lesson).stream())
                .map(text -> Prose.of(text).plain()).toList()).toLowerCase(Locale.ROOT);
        List<String> missing = new ArrayList<>();
        for (String term : TERMS_OF_ART) {
            if (all.contains(term.toLowerCase(Locale.ROOT)) && Glossary.standard().reading().places(term).isEmpty()) {
                missing.add(term);
            }
        }
        assertEquals(List.of(), missing);
    }
}
