package shiftscope.ui.window;

/** What several parts of the window ask of the whole. */
public interface WindowActions {
    /** Asks for a file and opens it. */
    void chooseFile();

    /** Saves to the file that the experiment came from, or asks for one. */
    void save();

    /**
     * Asks for a file and saves to it.
     *
     * @param state whether the state of both networks goes with it
     */
    void saveAs(boolean state);

    /** Puts the experiment into the clipboard as a line of text. */
    void copyLine();

    /** Opens the line of text, or the text of an experiment file, that the clipboard holds. */
    void pasteLine();

    /** Shows or hides the sheet that makes files of plots. */
    void toggleExport();

    void toggleFullScreen();

    void toggleHelp();
}
