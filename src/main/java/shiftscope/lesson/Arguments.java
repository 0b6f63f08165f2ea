package shiftscope.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shiftscope.config.JsonPart;

/**
 * What a number or an exhibit was given: every parameter has a value.
 *
 * @param numbers single numbers are lists of one
 */
public record Arguments(Map<String, List<Double>> numbers, Map<String, String> words) {
    private static final int MOST_NUMBERS = 1_000;

    /** Of what takes none. */
    public static final Arguments NONE = new Arguments(Map.of(), Map.of());

    public Arguments {
        numbers = Map.copyOf(numbers);
        words = Map.copyOf(words);
    }

    /**
     * Reads those that are given; the others are as usual.
     *
     * @throws shiftscope.config.BadInputException if one is not accepted
     */
    static Arguments read(JsonPart part, List<Parameter> parameters) {
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String name = parameter.name();
            if (parameter instanceof Parameter.OfWord word) {
                words.put(name, part.has(name) ? part.oneOf(name, word.words()) : word.words().get(0));
            } else if (parameter instanceof Parameter.OfNumbers list) {
                numbers.put(name, part.has(name) ? numbers(part, list) : list.usual());
            } else if (parameter instanceof Parameter.OfNumber number) {
                numbers.put(name, List.of(part.has(name) ? part.number(name, number.least(), number.most()) : number.usual()));
            }
        }
        return new Arguments(numbers, words);
    }

    /**
     * Reads those that are given, and no others.
     *
     * @throws shiftscope.config.BadInputException if one is no parameter or not accepted
     */
    static Arguments readGiven(JsonPart part, List<Parameter> parameters) {
        part.only(parameters.stream().map(Parameter::name).toList());
        return read(part, parameters.stream().filter(parameter -> part.has(parameter.name())).toList());
    }

    private static List<Double> numbers(JsonPart part, Parameter.OfNumbers list) {
        List<Double> given = part.numbers(list.name(), list.least(), list.most());
        if (given.size() > MOST_NUMBERS) {
            throw part.refused(list.name(), "a list of at most " + MOST_NUMBERS + " numbers");
        }
        return given;
    }

    /** One number. */
    public double number(String name) {
        return numbers.get(name).get(0);
    }

    /** One number that is whole. */
    public int whole(String name) {
        return (int) Math.rint(number(name));
    }

    /** A list of numbers. */
    public List<Double> list(String name) {
        return numbers.get(name);
    }

    /** A word. */
    public String word(String name) {
        return words.get(name);
    }

    /** The same with a list of numbers in the place of another. */
    public Arguments with(String name, List<Double> value) {
        Map<String, List<Double>> changed = new LinkedHashMap<>(numbers);
        changed.put(name, value);
        return new Arguments(changed, words);
    }

    /** The same with a number in the place of another. */
    public Arguments with(String name, double value) {
        return with(name, List.of(value));
    }

    /** The same with a word in the place of another. */
    public Arguments with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(words);
        changed.put(name, value);
        return new Arguments(numbers, changed);
    }

    /** The same, but what {@code others} have of its names in the place of its own. */
    public Arguments overriddenBy(Arguments others) {
        Map<String, List<Double>> changed = new LinkedHashMap<>(numbers);
        changed.replaceAll((name, value) -> others.numbers.getOrDefault(name, value));
        Map<String, String> changedWords = new LinkedHashMap<>(words);
        changedWords.replaceAll((name, value) -> others.words.getOrDefault(name, value));
        return new Arguments(changed, changedWords);
    }
}
