/**
 * A lesson on paper: one page for whoever learns, and the guide for whoever teaches.
 *
 * <p>May use {@code lesson}, {@code lesson.text}, {@code export}, {@code plot} and {@code config}.
 */
package shiftscope.lesson.sheet;
