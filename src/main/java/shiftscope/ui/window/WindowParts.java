package shiftscope.ui.window;

/** The controllers of the window's regions. */
record WindowParts(
        TopBarController topBar,
        ExperimentController experiment,
        WallController wall,
        CurvesController curves,
        TimelineController timeline,
        TransportController transport,
        ExportController export) {}
