package shiftscope.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shiftscope.config.BadInputException;
import shiftscope.config.JsonPart;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.export.Document;

/** The claims of a lesson file. */
final class ClaimJson {
    private static final List<String> KEYS =
            List.of("id", "text", "reading", "left", "right", "compare", "above", "below", "removed");
    private static final int MOST_CLAIMS = 30;
    private static final Pattern TOLD = Pattern.compile("\\{[^}]*\\}?");
    private static final long MOST_STEPS = 1_000_000;

    private final Map<String, Document> experiments;
    private final Map<String, LessonSweep> sweeps;

    private ClaimJson(Map<String, Document> experiments, Map<String, LessonSweep> sweeps) {
        this.experiments = experiments;
        this.sweeps = sweeps;
    }

    /** @throws BadInputException if there is something that is not accepted */
    static List<Claim> read(JsonPart lesson, Map<String, Document> experiments, Map<String, LessonSweep> sweeps) {
        List<Claim> claims = new ArrayList<>();
        if (lesson.has("claims")) {
            ClaimJson reader = new ClaimJson(experiments, sweeps);
            List<JsonPart> parts = lesson.parts("claims");
            if (parts.size() > MOST_CLAIMS) {
                throw lesson.refused("claims", "at most " + MOST_CLAIMS + " claims");
            }
            for (JsonPart part : parts) {
                Claim claim = reader.claim(part);
                if (claims.stream().anyMatch(other -> other.id().equals(claim.id()))) {
                    throw part.refused("id", "a name that no other claim has");
                }
                claims.add(claim);
            }
        }
        return List.copyOf(claims);
    }

    private Claim claim(JsonPart part) {
        part.only(KEYS);
        Optional<Operand> right = part.has("right") ? Optional.of(operand(part.part("right"))) : Optional.empty();
        Claim.Comparison comparison =
                right.isPresent() ? part.constant("compare", Claim.Comparison.class) : Claim.Comparison.ALONE;
        if (right.isPresent() == (comparison == Claim.Comparison.ALONE)) {
            throw part.refused("compare", "\"difference\" or \"ratio\", since there are two numbers");
        }
        if (!part.has("above") && !part.has("below")) {
            throw part.refused("above", "a bound, here or in \"below\", that the claim can fail at");
        }
        double above = part.has("above") ? part.number("above") : Double.NEGATIVE_INFINITY;
        double below = part.has("below") ? part.number("below") : Double.POSITIVE_INFINITY;
        if (above >= below) {
            throw part.refused("below", "a number greater than \"above\", or no value could lie between");
        }
        Operand left = operand(part.part("left"));
        return new Claim(
                TextJson.id(part, "id"),
                TextJson.markdown(part, "text"),
                reading(part, right.isPresent()),
                left,
                right,
                comparison,
                above,
                below,
                removal(part.part("removed"), parameters(left, right)));
    }

    private static String reading(JsonPart part, boolean two) {
        List<String> told = two ? List.of("{left}", "{right}", "{value}") : List.of("{left}", "{value}");
        Matcher at = TOLD.matcher(TextJson.title(part, "reading"));
        while (at.find()) {
            if (!told.contains(at.group())) {
                throw part.refused("reading", "a text with " + String.join(", ", told) + " in the place of the numbers");
            }
        }
        return part.text("reading");
    }

    private static List<Parameter> parameters(Operand left, Optional<Operand> right) {
        return Stream.concat(
                        left.quantity().parameters().stream(),
                        right.stream().flatMap(operand -> operand.quantity().parameters().stream()))
                .distinct()
                .toList();
    }

    private Operand operand(JsonPart part) {
        Quantity quantity = quantity(part);
        List<String> keys = new ArrayList<>(List.of("number"));
        keys.addAll(quantity.parameters().stream().map(Parameter::name).toList());
        Operand.Subject subject;
        if (quantity instanceof Quantity.OfRun) {
            keys.addAll(List.of("experiment", "run", "at"));
            subject = new Operand.InRun(
                    part.oneOf("experiment", experiments.keySet()), part.constant("run", Side.class), part.whole("at", 0, MOST_STEPS));
        } else if (quantity instanceof Quantity.OfSweep) {
            keys.addAll(List.of("sweep", "curve", "run"));
            String sweep = part.oneOf("sweep", sweeps.keySet());
            subject = new Operand.InSweep(
                    sweep, part.oneOf("curve", sweeps.get(sweep).curves().keySet()), part.constant("run", Side.class));
        } else {
            subject = new Operand.InExhibit();
        }
        part.only(keys);
        return new Operand(quantity, Arguments.read(part, quantity.parameters()), subject);
    }

    /** @throws BadInputException if there is no number of that name */
    static Quantity quantity(JsonPart part) {
        return Quantities.named(part.oneOf("number", Quantities.names()));
    }

    private Claim.Removal removal(JsonPart part, List<Parameter> parameters) {
        part.only(List.of("because", "set", "instead", "arguments"));
        Map<String, String> instead = new LinkedHashMap<>();
        if (part.has("instead")) {
            JsonPart names = part.part("instead");
            names.only(experiments.keySet());
            names.keys().forEach(name -> instead.put(name, names.oneOf(name, experiments.keySet())));
        }
        List<Setting> settings = part.has("set") ? part.part("set").settings() : List.of();
        experiments.values().forEach(document -> TextJson.accepted(
                part, "set", () -> Setting.apply(document.script().start(), settings, "the settings together")));
        return new Claim.Removal(
                TextJson.markdown(part, "because"),
                settings,
                instead,
                part.has("arguments") ? Arguments.readGiven(part.part("arguments"), parameters) : Arguments.NONE);
    }
}
