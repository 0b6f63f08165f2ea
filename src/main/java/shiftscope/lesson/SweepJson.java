package shiftscope.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shiftscope.config.JsonPart;
import shiftscope.config.Setting;
import shiftscope.export.Document;

/** The sweeps of a lesson file. */
final class SweepJson {
    private static final long MOST_STEPS = 100_000;
    private static final long MOST_STEPS_TOGETHER = 1_000_000;
    private static final int MOST_SWEEPS = 10;
    private static final int MOST_POINTS = 60;
    private static final int MOST_CURVES = 8;

    private SweepJson() {}

    /** @throws shiftscope.config.BadInputException if there is something that is not accepted */
    static Map<String, LessonSweep> read(JsonPart lesson, Map<String, Document> experiments) {
        Map<String, LessonSweep> sweeps = new LinkedHashMap<>();
        if (lesson.has("sweeps")) {
            JsonPart all = lesson.part("sweeps");
            if (all.keys().size() > MOST_SWEEPS) {
                throw lesson.refused("sweeps", "at most " + MOST_SWEEPS + " sweeps");
            }
            all.keys().forEach(name -> sweeps.put(name, bounded(all.part(name), sweep(all.part(name), experiments))));
        }
        return sweeps;
    }

    /** A sweep that comes to an end, and whose values stand in the order of its axis. */
    private static LessonSweep bounded(JsonPart part, LessonSweep sweep) {
        String points = part.has("experiments") ? "experiments" : "values";
        if (sweep.points().isEmpty() || sweep.points().size() > MOST_POINTS) {
            throw part.refused(points, "a list of 1 to " + MOST_POINTS);
        }
        if (sweep.points().size() * sweep.steps() > MOST_STEPS_TOGETHER) {
            throw part.refused("steps", "so few that all " + sweep.points().size() + " points make at most " + MOST_STEPS_TOGETHER
                    + " steps together");
        }
        for (int i = 1; i < sweep.points().size(); i++) {
            if (sweep.points().get(i - 1).x() >= sweep.points().get(i).x()) {
                throw part.refused(points, "values that grow from each to the next, or no numbers at all");
            }
        }
        if (sweep.curves().isEmpty() || sweep.curves().size() > MOST_CURVES) {
            throw part.refused("curves", "1 to " + MOST_CURVES + " curves");
        }
        return sweep;
    }

    private static LessonSweep sweep(JsonPart part, Map<String, Document> experiments) {
        part.only(List.of("title", "experiment", "experiments", "setting", "values", "steps", "curves"));
        List<LessonSweep.Point> points =
                part.has("experiments") ? ofExperiments(part, experiments) : ofValues(part, experiments);
        // The survivor of a pair is trained on beside a copy of itself, whose switches no command would turn.
        if (points.stream().anyMatch(point -> !experiments.get(point.experiment()).script().commands().isEmpty())) {
            throw part.refused(
                    part.has("experiments") ? "experiments" : "experiment", "what has no commands: nothing changes along a sweep's runs");
        }
        return new LessonSweep(
                TextJson.title(part, "title"),
                points,
                part.whole("steps", 1, MOST_STEPS),
                curves(part.part("curves")));
    }

    private static List<LessonSweep.Point> ofExperiments(JsonPart part, Map<String, Document> experiments) {
        List<LessonSweep.Point> points = new ArrayList<>();
        for (String name : part.texts("experiments")) {
            if (!experiments.containsKey(name)) {
                throw part.refused("experiments", "a list of names of the lesson's experiments");
            }
            points.add(new LessonSweep.Point(experiments.get(name).script().start().name(), points.size(), name, List.of()));
        }
        return points;
    }

    private static List<LessonSweep.Point> ofValues(JsonPart part, Map<String, Document> experiments) {
        String experiment = part.oneOf("experiment", experiments.keySet());
        List<LessonSweep.Point> points = new ArrayList<>();
        for (String value : part.values("values")) {
            Setting setting = part.setting("setting", value);
            TextJson.accepted(part, "values", () -> Setting.apply(
                    experiments.get(experiment).script().start(), List.of(setting), "the setting"));
            points.add(new LessonSweep.Point(label(value), x(value, points.size()), experiment, List.of(setting)));
        }
        return points;
    }

    private static String label(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static double x(String value, int index) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return index;
        }
    }

    private static Map<String, LessonSweep.Curve> curves(JsonPart part) {
        Map<String, LessonSweep.Curve> curves = new LinkedHashMap<>();
        for (String name : part.keys()) {
            JsonPart curve = part.part(name);
            if (!(ClaimJson.quantity(curve) instanceof Quantity.OfRun quantity)) {
                throw curve.refused("number", "a number of a run");
            }
            List<String> keys = new ArrayList<>(List.of("number", "title", "axis", "best"));
            keys.addAll(quantity.parameters().stream().map(Parameter::name).toList());
            curve.only(keys);
            curves.put(name, new LessonSweep.Curve(
                    TextJson.title(curve, "title"),
                    quantity,
                    Arguments.read(curve, quantity.parameters()),
                    curve.has("axis") ? curve.constant("axis", LessonSweep.Axis.class) : LessonSweep.Axis.LINEAR,
                    curve.has("best") ? curve.constant("best", LessonSweep.Best.class) : LessonSweep.Best.NONE));
        }
        return curves;
    }
}
