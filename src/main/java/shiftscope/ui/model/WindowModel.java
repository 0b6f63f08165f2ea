package shiftscope.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import shiftscope.config.Side;
import shiftscope.lesson.Library;

/** Everything a window shows and can do, made and joined in one place. */
public final class WindowModel {
    private final Notices notices = new Notices();
    private final Bench bench;
    private final Undo undo;
    private final Transport transport;
    private final Timeline timeline;
    private final ExperimentForm form;
    private final ChosenNumbers chosenNumbers;
    private final RunSwitches a;
    private final RunSwitches b;
    private final Look look;
    private final UnitChoice unit;
    private final LayerLook layer;
    private final LayerProofs proofsOfA;
    private final LayerProofs proofsOfB;
    private final RecentFiles recent;
    private final Documents documents;
    private final Opener opener;
    private final ViewSettings view;
    private final Exports exports;
    private final MnistFetch fetch;
    private final Laboratory laboratory;
    private final Exhibits exhibits;
    private final LessonDesk lessons;
    private final LessonContents contents;

    /**
     * A window's model, with nothing opened yet.
     *
     * @param sessions begins sessions
     * @param background runs what takes long, one thing after the other
     * @param aside runs what may take minutes
     * @param front runs what touches properties
     * @param delays makes delays that gather changes following each other quickly
     * @param memory where the view's settings are kept
     * @param mnist where MNIST comes from, if somebody asks for it
     */
    public WindowModel(
            TwinSession.Opener sessions,
            Executor background,
            Executor aside,
            Executor front,
            Supplier<Delay> delays,
            Preferences memory,
            MnistFetch.Source mnist) {
        bench = new Bench(sessions, background, front, delays.get(), notices);
        undo = new Undo(bench, notices, delays.get());
        transport = new Transport(bench, notices);
        timeline = new Timeline(bench, transport, undo);
        form = new ExperimentForm(bench, notices);
        chosenNumbers = new ChosenNumbers(form.gradientProbes());
        a = new RunSwitches(bench, notices, Side.A);
        b = new RunSwitches(bench, notices, Side.B);
        look = new Look(bench);
        unit = new UnitChoice(look, notices);
        layer = new LayerLook(look, bench);
        proofsOfA = new LayerProofs(look, bench, notices, Side.A);
        proofsOfB = new LayerProofs(look, bench, notices, Side.B);
        recent = new RecentFiles(memory);
        documents = new Documents(bench, look, undo, notices, recent, background, front);
        laboratory = new Laboratory(aside, front);
        exhibits = new Exhibits(bench, laboratory, notices);
        lessons = new LessonDesk(bench, look, undo, documents, exhibits.stand(), laboratory, notices, memory);
        lessons.whenBeginning(transport::tellNoMore);
        contents = new LessonContents(background, front);
        // By the time that the next lesson is asked for it has been read.
        bench.whenOpened(session -> {
            if (lessons.hasNextLesson()) {
                int next = lessons.openedProperty().get().number() + 1;
                background.execute(() -> Library.lesson(next));
            }
        });
        opener = new Opener(bench, documents, lessons, recent, notices, background, front);
        view = new ViewSettings(memory);
        exports = new Exports(sessions, bench, look, view, notices, background, aside, front);
        fetch = new MnistFetch(mnist, opener, notices, aside, front);
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

    /** Undo and redo. */
    public Undo undo() {
        return undo;
    }

    /** Where in time the runs are shown. */
    public Timeline timeline() {
        return timeline;
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

    public RecentFiles recent() {
        return recent;
    }

    /** Saving, and sharing as a line. */
    public Documents documents() {
        return documents;
    }

    public Opener opener() {
        return opener;
    }

    public ViewSettings view() {
        return view;
    }

    /** Files of plots. */
    public Exports exports() {
        return exports;
    }

    /** Where things are measured beside the runs on screen. */
    public Laboratory laboratory() {
        return laboratory;
    }

    /** What a lesson shows in the place of the wall. */
    public Exhibits exhibits() {
        return exhibits;
    }

    /** The lesson that is open, if one is. */
    public LessonDesk lessons() {
        return lessons;
    }

    /** The list of all lessons. */
    public LessonContents contents() {
        return contents;
    }

    /** MNIST, on request. */
    public MnistFetch mnist() {
        return fetch;
    }

    /** Ends all runs. */
    public void close() {
        lessons.close();
        undo.close();
        bench.close();
    }
}
