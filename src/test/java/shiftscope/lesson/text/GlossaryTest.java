package shiftscope.lesson.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import shiftscope.export.Formula;

class GlossaryTest {
    private static final Glossary GLOSSARY = Glossary.standard();

    /** Terms that the lessons rest on, by the names of the field. */
    private static final List<String> ASKED = List.of(
            "logits", "running mean", "running statistics", "mini-batch", "pre-activation", "internal covariate shift",
            "Wasserstein-1 distance", "saturation", "learning rate", "momentum", "weight of the new batch", "batch normalization",
            "batch norm", "layer normalization", "RMS normalization", "γ", "β", "ε", "epoch", "gradient predictiveness", "β-smoothness",
            "effective learning rate", "AdaBN", "probe set", "standardize", "min-max scaling", "dropout", "overfitting", "covariate shift",
            "population statistics", "batch statistics", "inference", "accuracy", "loss", "gradient", "gradient descent", "sigmoid", "ReLU",
            "hyperparameter", "scale invariance", "weight decay", "L2", "softmax", "cross-entropy", "unit", "bias", "weights",
            "variance", "standard deviation", "regularization", "dead units", "plateau", "percentile", "initialization");

    @Test
    void everyTermThatIsAskedForIsThere() {
        ASKED.forEach(name -> assertTrue(GLOSSARY.named(name).isPresent(), name));
        assertTrue(GLOSSARY.terms().size() >= 60, GLOSSARY.terms().size() + " terms");
    }

    @Test
    void everyMeaningIsOneToThreeSentencesAndCanBeTypeset() {
        for (Glossary.Term term : GLOSSARY.terms()) {
            Prose prose = Prose.of(term.text());
            assertEquals(1, prose.blocks().size(), term.name());
            prose.forEachFormula(alone -> Formula.display(alone.latex()).outline(), math -> Formula.inline(math.latex()).outline());
            assertTrue(term.text().endsWith(".") && term.text().length() <= 300, term.name());
            long sentences = term.text().chars().filter(sign -> sign == '.' || sign == ':').count();
            assertTrue(sentences >= 1, term.name());
        }
    }

    @Test
    void noNameStandsForTwoTerms() {
        Map<String, String> names = new TreeMap<>();
        for (Glossary.Term term : GLOSSARY.terms()) {
            List<String> all = new ArrayList<>(term.also());
            all.add(term.name());
            all.addAll(term.symbols().stream().map(symbol -> "$" + symbol).toList());
            all.forEach(name -> assertEquals(null, names.put(name.length() < 3 ? name : name.toLowerCase(), term.name()), name));
        }
    }

    @Test
    void termsAreInTheOrderOfTheAlphabet() {
        List<String> names = GLOSSARY.terms().stream().map(term -> term.name().toLowerCase()).toList();
        assertEquals(names.stream().sorted().toList(), names);
    }

    /** Who follows the terms of a meaning comes to an end, and never back to where they began. */
    @Test
    void noMeaningLeadsInACircle() {
        for (Glossary.Term term : GLOSSARY.terms()) {
            follow(term, new LinkedHashSet<>(), new HashSet<>());
        }
    }

    private static void follow(Glossary.Term term, Set<String> way, Set<String> done) {
        assertTrue(way.add(term.name()), "in a circle: " + way + " and again " + term.name());
        for (Glossary.Term used : used(term)) {
            if (!used.equals(term) && !done.contains(used.name())) {
                follow(used, way, done);
            }
        }
        way.remove(term.name());
        done.add(term.name());
    }

    private static Set<Glossary.Term> used(Glossary.Term term) {
        Set<Glossary.Term> used = new LinkedHashSet<>();
        Glossary.Reading reading = GLOSSARY.reading();
        Prose.of(term.text()).paragraphs().forEach(paragraph -> paragraph.spans().forEach(span -> {
            if (span instanceof Span.Words words) {
                reading.places(words.text()).forEach(place -> used.add(place.term()));
            }
        }));
        return used;
    }

    @Test
    void termsAreFoundInTextOnce() {
        Glossary.Reading reading = GLOSSARY.reading();
        assertEquals(List.of("batch normalization", "mini-batch"), names(reading.places("Batch norm takes mini batches")));
        assertEquals(List.of("learning rate"), names(reading.places("batch-norm with learning\nrates")));
        assertEquals(List.of("γ"), names(reading.places("γ, but not Γ")));
        assertEquals(List.of(), names(reading.places("weightless, unitary, and the batch normalization of before")));
        assertEquals("β", reading.symbol("\\beta").orElseThrow().name());
        assertTrue(reading.symbol("\\beta").isEmpty(), "met before");
    }

    private static List<String> names(List<Glossary.Place> places) {
        return places.stream().map(place -> place.term().name()).toList();
    }

    @Test
    void theLongestNameWins() {
        String text = "the effective learning rate of an internal covariate shift";
        List<Glossary.Place> places = GLOSSARY.reading().places(text);
        assertEquals(List.of("effective learning rate", "internal covariate shift"), names(places));
        assertEquals("effective learning rate", text.substring(places.get(0).from(), places.get(0).to()));
    }
}
