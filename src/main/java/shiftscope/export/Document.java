package shiftscope.export;

import shiftscope.session.Script;

/**
 * What an experiment file, or a line to share, holds.
 *
 * @param script the experiment, what was changed in it, the step to be at, and the state there if it was asked for
 * @param view how it is looked at
 */
public record Document(Script script, View view) {}
