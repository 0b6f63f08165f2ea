package shiftscope.session;

/**
 * A command and when it landed.
 *
 * @param step updates made before it; it is in force from the next one
 * @param command what changed
 */
public record RecordedCommand(long step, Command command) {}
