/**
 * Examples to learn from: generators, file readers (IDX, CSV, gzip), scaling, the split into training and test set, and the order
 * of mini-batches; all from a seed.
 *
 * <p>May use {@code config}.
 */
package shiftscope.data;
