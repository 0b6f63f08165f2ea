package shiftscope.ui.model;

import shiftscope.lesson.Contours;
import shiftscope.lesson.DrawnBatches;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.ContourPlot;
import shiftscope.plot.DrawsPlot;

/** What lessons show in the place of the wall: the stand, and what each kind of exhibit does while it stands there. */
public final class Exhibits {
    private final ExhibitStand stand = new ExhibitStand();
    private final ChainExhibit chain;
    private final EightNumbersExhibit eightNumbers;
    private final Beside<ContourPlot> contours;
    private final Beside<DrawsPlot> draws;
    private final SweepExhibit sweep;
    private final DomainsExhibit domains;

    Exhibits(Bench bench, Laboratory laboratory, Notices notices) {
        chain = new ChainExhibit(stand, notices);
        eightNumbers = new EightNumbersExhibit(stand, notices);
        contours = new Beside<>(bench, laboratory, stand.shows(Exhibit.Kind.CONTOURS), () -> new Contours()::of, System::nanoTime);
        draws = new Beside<>(bench, laboratory, stand.shows(Exhibit.Kind.DRAWS), () -> new DrawnBatches()::of, System::nanoTime);
        sweep = new SweepExhibit(stand, laboratory);
        domains = new DomainsExhibit(bench, laboratory, stand);
    }

    /** Which one stands there, and what was set and measured in it. */
    public ExhibitStand stand() {
        return stand;
    }

    /** A product of weights, and what a step does to it. */
    public ChainExhibit chain() {
        return chain;
    }

    /** Eight numbers through batch normalization. */
    public EightNumbersExhibit eightNumbers() {
        return eightNumbers;
    }

    /** The loss over two weights of the runs on screen. */
    public Beside<ContourPlot> contours() {
        return contours;
    }

    /** Many mini-batches drawn at the weights of the runs on screen. */
    public Beside<DrawsPlot> draws() {
        return draws;
    }

    /** A prepared sweep that fills in. */
    public SweepExhibit sweep() {
        return sweep;
    }

    /** Data that move. */
    public DomainsExhibit domains() {
        return domains;
    }
}
