package shiftscope.lesson;

import java.util.List;

/** An argument that a number of the catalogue takes. */
public sealed interface Parameter {
    /** Its key in the file. */
    String name();

    /** What it means, a few words. */
    String meaning();

    /**
     * One number.
     *
     * @param least the least accepted
     * @param most the most accepted
     * @param usual what it is if the file says nothing
     */
    record OfNumber(String name, String meaning, double least, double most, double usual) implements Parameter {}

    /**
     * A list of numbers.
     *
     * @param least the least accepted
     * @param most the most accepted
     * @param usual what it is if the file says nothing
     */
    record OfNumbers(String name, String meaning, double least, double most, List<Double> usual) implements Parameter {}

    /**
     * One of some words.
     *
     * @param words those accepted, the usual one first
     */
    record OfWord(String name, String meaning, List<String> words) implements Parameter {}
}
