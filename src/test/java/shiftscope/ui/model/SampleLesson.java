package shiftscope.ui.model;

import java.util.List;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;

/** A lesson on small twins, which is quick to measure: two experiments, a prediction, tasks and claims, one over both experiments. */
final class SampleLesson {
    static final String TEXT = """
            {"shiftscope": 1, "lesson": {
              "id": "sample", "title": "A sample", "aim": "You know a sample.",
              "experiments": {
                "twins": {"name": "Twins", "data": {"kind": "circles", "examples": 100}, "network": {"hidden": [4, 4]},
                          "training": {"batchSize": 10}, "measure": {"recordEvery": 5}, "view": {"mode": "percentiles"}},
                "slow": {"like": "twins", "name": "Slow", "training": {"batchSize": 10, "learningRate": 0.001}}
              },
              "steps": [
                {"title": "One", "text": "Look.", "experiment": "twins", "look": "wall",
                 "predict": {"question": "Which?", "answers": ["A", "B"], "right": 1, "because": "It is so."},
                 "do": "Play to step 20.", "until": 20, "claims": ["drift"]},
                {"title": "Two", "text": "Go on.", "view": {"mode": "heat"}, "do": "Wait for the claim.", "claims": ["later"]},
                {"title": "Three", "text": "Slowly.", "experiment": "slow", "claims": ["both"], "do": "Say so."},
                {"title": "Four", "text": "That was it.", "do": "Rest."}
              ],
              "claims": [
                {"id": "drift", "text": "They differ.", "reading": "A {left}, B {right}",
                 "left": {"number": "shift", "experiment": "twins", "run": "a", "at": 20},
                 "right": {"number": "shift", "experiment": "twins", "run": "b", "at": 20},
                 "compare": "difference", "below": 1000, "removed": {"because": "Without."}},
                {"id": "later", "text": "It learns.", "reading": "it is {value}",
                 "left": {"number": "testLoss", "experiment": "twins", "run": "b", "at": 40}, "below": 100,
                 "removed": {"because": "Without."}},
                {"id": "both", "text": "Slow moves less.", "reading": "{left} and {right}",
                 "left": {"number": "shift", "experiment": "twins", "run": "a", "at": 10},
                 "right": {"number": "shift", "experiment": "slow", "run": "a", "at": 10},
                 "compare": "ratio", "above": 1, "removed": {"because": "Without."}}
              ]
            }}
            """;

    private SampleLesson() {}

    static Lesson lesson() {
        return LessonFile.parse(TEXT, "sample.lesson.json");
    }

    /** Ids of its claims, in the order of the file. */
    static List<String> claims() {
        return lesson().claims().stream().map(claim -> claim.id()).toList();
    }
}
