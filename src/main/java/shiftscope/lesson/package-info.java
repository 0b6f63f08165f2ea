/**
 * Lessons as data: prepared experiments, steps with texts, and claims that are measured and can fail. A {@link shiftscope.lesson.Lesson} is
 * read from a file that a teacher can write; a {@link shiftscope.lesson.Claim} compares numbers of the catalogue
 * {@link shiftscope.lesson.Quantities}, measured on runs by a {@link shiftscope.lesson.Trial}. Works without a display.
 *
 * <p>May use {@code export} (documents are experiments with all that goes with them), {@code plot} and everything below.
 */
package shiftscope.lesson;
