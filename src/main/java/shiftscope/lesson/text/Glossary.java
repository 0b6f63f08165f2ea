package shiftscope.lesson.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shiftscope.config.JsonInput;
import shiftscope.config.JsonPart;

/** The terms of art that texts of lessons use, each with its meaning. Never changes. */
public final class Glossary {
    private static final String FILE = "glossary.json";

    private final List<Term> terms;
    private final Map<String, Term> names = new LinkedHashMap<>();
    private final Map<String, Term> symbols = new LinkedHashMap<>();
    private final Pattern any;

    /**
     * A term.
     *
     * @param name as the field calls it
     * @param also other names of it, and other forms; plurals with s need none
     * @param symbols formulas in LaTeX that stand for it
     * @param text what it means, Markdown
     * @param source where a definition comes from; empty if it is a word everybody uses
     */
    public record Term(String name, List<String> also, List<String> symbols, String text, String source) {}

    /**
     * A place where a term occurs.
     *
     * @param from the first character
     * @param to the character after the last
     */
    public record Place(int from, int to, Term term) {}

    Glossary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            names.put(key(term.name()), term);
            term.also().forEach(name -> names.put(key(name), term));
            term.symbols().forEach(symbol -> symbols.put(symbol, term));
        }
        List<String> longestFirst = new ArrayList<>();
        terms.forEach(term -> {
            longestFirst.add(term.name());
            longestFirst.addAll(term.also());
        });
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        any = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + String.join("|", longestFirst.stream().map(Glossary::pattern).toList())
                + ")(?![\\p{L}\\p{N}])");
    }

    /** The glossary of this program. */
    public static Glossary standard() {
        return Standard.GLOSSARY;
    }

    /** Read when the first text is looked through. */
    private static final class Standard {
        static final Glossary GLOSSARY = new Glossary(read());
    }

    private static List<Term> read() {
        try (InputStream stream = Glossary.class.getResourceAsStream(FILE)) {
            JsonPart whole = JsonInput.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), FILE);
            return whole.parts("glossary").stream().map(Glossary::term).toList();
        } catch (IOException e) {
            throw new IllegalStateException("the glossary of this program cannot be read", e);
        }
    }

    private static Term term(JsonPart part) {
        part.only(List.of("term", "also", "symbols", "text", "source"));
        return new Term(
                part.text("term"),
                part.has("also") ? part.texts("also") : List.of(),
                part.has("symbols") ? part.texts("symbols") : List.of(),
                part.text("text"),
                part.has("source") ? part.text("source") : "");
    }

    /** A word in any case, a single letter as it is: γ is not Γ. Words of a term may be parted by a line break or a hyphen. */
    private static String pattern(String name) {
        if (name.length() == 1) {
            return Pattern.quote(name);
        }
        StringBuilder pattern = new StringBuilder(name.equals(name.toUpperCase(Locale.ROOT)) ? "(?:" : "(?iu:");
        for (char sign : name.toCharArray()) {
            pattern.append(sign == ' ' || sign == '-' ? "[\\s-]" : Pattern.quote(String.valueOf(sign)));
        }
        return pattern.append(Character.isLetter(name.charAt(name.length() - 1)) ? "s?" : "").append(')').toString();
    }

    private static String key(String name) {
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ");
    }

    /** All terms, in the order of the alphabet. */
    public List<Term> terms() {
        return terms;
    }

    /** The term of that name or other name, in any case, also in the plural. */
    public Optional<Term> named(String name) {
        String key = key(name);
        Term term = names.get(key);
        return Optional.ofNullable(term == null && key.endsWith("s") ? names.get(key.substring(0, key.length() - 1)) : term);
    }

    /** Somebody who begins to read a text, to whom each term is shown once. */
    public Reading reading() {
        return new Reading();
    }

    /** What was met so far in one text. */
    public final class Reading {
        private final Set<Term> met = new HashSet<>();

        private Reading() {}

        /** Terms that these words hold and that were not met before, in their order. */
        public List<Place> places(String words) {
            List<Place> places = new ArrayList<>();
            for (Matcher at = any.matcher(words); at.find();) {
                named(at.group()).filter(met::add).ifPresent(term -> places.add(new Place(at.start(), at.end(), term)));
            }
            return places;
        }

        /** The term that a formula as a whole stands for, if it was not met before. */
        public Optional<Term> symbol(String latex) {
            return Optional.ofNullable(symbols.get(latex.strip())).filter(met::add);
        }
    }
}
