package shiftscope.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shiftscope.config.JsonPart;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;

/** The steps of a lesson file. */
final class StepJson {
    private static final List<String> KEYS = List.of(
            "title", "text", "experiment", "view", "predict", "do", "until", "look", "exhibit", "claims");
    private static final long MOST_STEPS = 1_000_000;
    private static final int MOST_PARTS = 20;
    private static final int LEAST_ANSWERS = 2;
    private static final int MOST_ANSWERS = 5;

    private StepJson() {}

    /** @throws shiftscope.config.BadInputException if there is something that is not accepted */
    static List<LessonStep> read(
            JsonPart lesson, Map<String, Document> experiments, Map<String, LessonSweep> sweeps, List<Claim> claims) {
        List<String> ids = claims.stream().map(Claim::id).toList();
        List<LessonStep> steps = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        Set<String> swept = new HashSet<>();
        List<JsonPart> parts = lesson.parts("steps");
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw lesson.refused("steps", "1 to " + MOST_PARTS + " steps");
        }
        for (JsonPart part : parts) {
            part.only(KEYS);
            List<String> shown = part.has("claims") ? part.texts("claims") : List.of();
            if (!ids.containsAll(shown)) {
                throw part.refused("claims", "a list of ids of the lesson's claims");
            }
            if (part.has("experiment")) {
                opened.add(part.oneOf("experiment", experiments.keySet()));
            }
            Optional<Exhibit> exhibit = part.has("exhibit") ? Optional.of(exhibit(part.part("exhibit"), sweeps)) : Optional.empty();
            exhibit.flatMap(Exhibit::sweep).ifPresent(swept::add);
            checkMeasured(part, claims.stream().filter(claim -> shown.contains(claim.id())).toList(), opened, swept, exhibit.isPresent());
            steps.add(new LessonStep(
                    TextJson.title(part, "title"),
                    TextJson.markdown(part, "text"),
                    part.has("experiment") ? Optional.of(part.oneOf("experiment", experiments.keySet())) : Optional.empty(),
                    part.has("view") ? Optional.of(DocumentFile.view(part.part("view"))) : Optional.empty(),
                    part.has("predict") ? Optional.of(prediction(part.part("predict"))) : Optional.empty(),
                    part.has("do") ? TextJson.markdown(part, "do") : "",
                    part.has("until") ? part.whole("until", 0, MOST_STEPS) : 0,
                    part.has("look") ? Optional.of(part.constant("look", Region.class)) : Optional.empty(),
                    exhibit,
                    shown));
        }
        ids.stream()
                .filter(id -> steps.stream().noneMatch(step -> step.claims().contains(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw lesson.refused("claims", "that each is shown in a step, but none shows \"" + id + "\"");
                });
        return List.copyOf(steps);
    }

    /** A claim about what the learner has not had on screen by then would stay open for ever. */
    private static void checkMeasured(JsonPart part, List<Claim> shown, Set<String> opened, Set<String> swept, boolean exhibit) {
        for (Claim claim : shown) {
            for (Operand operand : claim.operands()) {
                if (operand.subject() instanceof Operand.InRun run && !opened.contains(run.experiment())) {
                    throw part.refused("claims", "what is measured on experiments that this step or one before opens, but \"" + claim.id()
                            + "\" needs \"" + run.experiment() + "\"");
                }
                if (operand.subject() instanceof Operand.InSweep in && !swept.contains(in.sweep())) {
                    throw part.refused("claims", "what is found in sweeps that are the exhibit of this step or one before, but \""
                            + claim.id() + "\" needs \"" + in.sweep() + "\"");
                }
                if (operand.subject() instanceof Operand.InExhibit && !exhibit) {
                    throw part.refused("claims", "what can be measured here, but \"" + claim.id() + "\" is calculated beside an exhibit,"
                            + " and this step has none");
                }
            }
        }
    }

    private static LessonStep.Prediction prediction(JsonPart part) {
        part.only(List.of("question", "answers", "right", "because"));
        List<String> answers = TextJson.markdowns(part, "answers");
        if (answers.size() < LEAST_ANSWERS || answers.size() > MOST_ANSWERS) {
            throw part.refused("answers", "two to five texts");
        }
        return new LessonStep.Prediction(
                TextJson.markdown(part, "question"), answers, (int) part.whole("right", 0, answers.size() - 1),
                TextJson.markdown(part, "because"));
    }

    private static Exhibit exhibit(JsonPart part, Map<String, LessonSweep> sweeps) {
        Exhibit.Kind kind = part.constant("kind", Exhibit.Kind.class);
        List<String> keys = new ArrayList<>(List.of("kind"));
        keys.addAll(kind.parameters().stream().map(Parameter::name).toList());
        Optional<String> sweep = Optional.empty();
        if (kind == Exhibit.Kind.SWEEP) {
            keys.add("sweep");
            sweep = Optional.of(part.oneOf("sweep", sweeps.keySet()));
        }
        part.only(keys);
        return new Exhibit(kind, Arguments.read(part, kind.parameters()), sweep);
    }
}
