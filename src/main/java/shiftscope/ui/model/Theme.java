package shiftscope.ui.model;

/** How the window is coloured and drawn. */
public enum Theme {
    LIGHT,
    DARK,
    /** White ground, thick lines, large type. */
    PROJECTOR
}
