/**
 * What a user may set: {@link shiftscope.config.Experiment} and its parts, immutable records that refuse a bad value with a
 * sentence a user can read, their JSON form, and the random streams that a seed unfolds into.
 *
 * <p>Uses nothing else of this project.
 */
package shiftscope.config;
