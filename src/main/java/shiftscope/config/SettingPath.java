package shiftscope.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a setting stands in an experiment file, step by step.
 *
 * @param steps names of settings, and numbers of entries in lists
 */
record SettingPath(List<String> steps) {
    /** Every path there is, lists without their brackets; from the records, so that a new setting is known by itself. */
    static final SortedSet<String> KNOWN = known(Experiment.class, "", new TreeSet<>());

    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,4})]|\\.?([A-Za-z0-9]+)");
    private static final Pattern BRACKETS = Pattern.compile("\\[\\d*]");

    SettingPath {
        steps = List.copyOf(steps);
    }

    /**
     * Takes a path apart.
     *
     * @param name what the sentence calls it
     * @throws BadInputException if there is no such setting; names the nearest there is
     */
    static SettingPath of(String path, String name) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int end = 0;
        while (end < path.length() && matcher.find(end) && matcher.start() == end) {
            steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            end = matcher.end();
        }
        String plain = BRACKETS.matcher(path).replaceAll("");
        if (end < path.length() || !KNOWN.contains(plain)) {
            throw new BadInputException(name + ": \"" + ExperimentFile.abridged(path) + "\" is not a known setting" + meant(plain));
        }
        return new SettingPath(steps);
    }

    /** Where there are settings of that name, else what is spelt most alike. */
    private static String meant(String given) {
        String last = given.substring(given.lastIndexOf('.') + 1);
        List<String> ends = KNOWN.stream()
                .filter(path -> path.substring(path.lastIndexOf('.') + 1).equalsIgnoreCase(last))
                .toList();
        if (!ends.isEmpty()) {
            return ends.size() == 1
                    ? "; did you mean \"" + ends.get(0) + "\"?"
                    : "; did you mean one of " + String.join(", ", ends) + "?";
        }
        String question = Suggestion.question(given, KNOWN);
        return question.isEmpty() ? "; accepted are the names in an experiment file, such as training.learningRate." : question;
    }

    int length() {
        return steps.size();
    }

    boolean isIndex(int step) {
        return Character.isDigit(steps.get(step).charAt(0));
    }

    int index(int step) {
        return Integer.parseInt(steps.get(step));
    }

    String name(int step) {
        return steps.get(step);
    }

    /** The path to what a step is looked for in. */
    String upTo(int step) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < step; i++) {
            text.append(isIndex(i) ? "[" + steps.get(i) + "]" : (i == 0 ? "" : ".") + steps.get(i));
        }
        return text.toString();
    }

    private static SortedSet<String> known(Class<?> type, String before, SortedSet<String> paths) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = before + component.getName();
            paths.add(path);
            Class<?> within = entry(component.getGenericType());
            if (within.isRecord()) {
                known(within, path + ".", paths);
            }
        }
        return paths;
    }

    /** What a list is of; anything else is of itself. */
    private static Class<?> entry(Type type) {
        Type of = type instanceof ParameterizedType list ? Arrays.asList(list.getActualTypeArguments()).get(0) : type;
        return of instanceof Class<?> plain ? plain : Object.class;
    }
}
