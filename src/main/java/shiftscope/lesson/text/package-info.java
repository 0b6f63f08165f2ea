/**
 * Texts of lessons: Markdown with formulas, read into a {@link shiftscope.lesson.text.Prose}, and the glossary of their terms. Knows no
 * lesson, so that lesson files can be checked with it, and nothing that draws.
 *
 * <p>May use {@code export} (what formulas may be written with), {@code config}.
 */
package shiftscope.lesson.text;
