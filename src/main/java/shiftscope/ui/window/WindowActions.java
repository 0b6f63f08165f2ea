package shiftscope.ui.window;

/** What several parts of the window ask of the whole. */
public interface WindowActions {
    /** Asks for a file and opens it. */
    void chooseFile();

    void toggleFullScreen();

    void toggleHelp();
}
