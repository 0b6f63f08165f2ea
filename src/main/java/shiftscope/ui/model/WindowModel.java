package shiftscope.ui.model;

import java.util.concurrent.Executor;
import java.util.prefs.Preferences;
import shiftscope.config.Side;

/** Everything a window shows and can do, made and joined in one place. */
public final class WindowModel {
    private final Notices notices = new Notices();
    private final Bench bench;
    private final Transport transport;
    private final ExperimentForm form;
    private final ChosenNumbers chosenNumbers;
    private final RunSwitches a;
    private final RunSwitches b;
    private final Look look;
    private final UnitChoice unit;
    private final LayerLook layer;
    private final LayerProofs proofsOfA;
    private final LayerProofs proofsOfB;
    private final Opener opener;
    private final ViewSettings view;

    /**
     * A window's model, with nothing opened yet.
     *
     * @param sessions begins sessions
     * @param background runs what takes long, one thing after the other
     * @param front runs what touches properties
     * @param delay gathers changes of settings
     * @param memory where the view's settings are kept
     */
    public WindowModel(
            TwinSession.Opener sessions, Executor background, Executor front, Delay delay, Preferences memory) {
        bench = new Bench(sessions, background, front, delay, notices);
        transport = new Transport(bench, notices);
        form = new ExperimentForm(bench, notices);
        chosenNumbers = new ChosenNumbers(form.gradientProbes());
        a = new RunSwitches(bench, notices, Side.A);
        b = new RunSwitches(bench, notices, Side.B);
        look = new Look(bench);
        unit = new UnitChoice(look, notices);
        layer = new LayerLook(look, bench);
        proofsOfA = new LayerProofs(look, bench, notices, Side.A);
        proofsOfB = new LayerProofs(look, bench, notices, Side.B);
        opener = new Opener(bench, notices, background, front);
        view = new ViewSettings(memory);
    }

    public Notices notices() {
        return notices;
    }

    public Bench bench() {
        return bench;
    }

    public Transport transport() {
        return transport;
    }

    public ExperimentForm form() {
        return form;
    }

    /** The numbers that are plotted for the layer looked at. */
    public ChosenNumbers chosenNumbers() {
        return chosenNumbers;
    }

    public RunSwitches run(Side side) {
        return side == Side.A ? a : b;
    }

    public Look look() {
        return look;
    }

    /** The unit looked at, as a text. */
    public UnitChoice unit() {
        return unit;
    }

    /** The layer that is shown large. */
    public LayerLook layer() {
        return layer;
    }

    public LayerProofs proofs(Side side) {
        return side == Side.A ? proofsOfA : proofsOfB;
    }

    public Opener opener() {
        return opener;
    }

    public ViewSettings view() {
        return view;
    }
}
