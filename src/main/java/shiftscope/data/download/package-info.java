/**
 * Fetching data sets over the network: on request only, and from nowhere else in the program.
 *
 * <p>May use {@code config}. Only this package may use {@code java.net}, so that it is plain what leaves the machine and when.
 */
package shiftscope.data.download;
