package shiftscope.export;

import shiftscope.plot.Surface;

/** A surface that becomes a file. */
sealed interface Sheet extends Surface permits PngSurface, SvgSurface, PdfSurface {
    /** Draws with the origin moved to a point. */
    void withOrigin(double x, double y, Runnable drawing);
}
