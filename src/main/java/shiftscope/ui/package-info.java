/**
 * The program with a window: it starts here, and here are its threads. What the window shows is in {@code ui.model}, what it looks
 * like in {@code ui.window}, and how plots get on screen in {@code ui.plot}.
 *
 * <p>May use everything but {@code cli}; nothing may use it but the launcher.
 */
package shiftscope.ui;
