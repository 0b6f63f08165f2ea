package shiftscope.ui.window;

/** The controllers of the window's regions. */
record WindowParts(
        TopBarController topBar,
        ExperimentController experiment,
        WallController wall,
        CurvesController curves,
        LessonController lesson,
        ContentsController contents,
        TimelineController timeline,
        TransportController transport,
        ExportController export) {}
