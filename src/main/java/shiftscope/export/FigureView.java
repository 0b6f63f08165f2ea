package shiftscope.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shiftscope.config.BadInputException;
import shiftscope.plot.LayerNumber;

/** What a figure shows; the command line calls each by {@link #word()}. */
public enum FigureView {
    /** the histograms of the step */
    NOW(Kind.WALL),
    /** the histograms of recorded steps behind each other */
    RIDGES(Kind.WALL),
    /** counts as colours, step by value */
    HEATMAP(Kind.WALL),
    /** bands of percentiles of y against the step */
    PERCENTILES(Kind.WALL),
    /** the decision surface, or for images the mistakes */
    PREDICTIONS(Kind.PREDICTIONS),
    /** one layer large: its histogram, φ, and all of its units */
    LAYER(Kind.LAYER),
    /** the curve of φ with what goes in and what comes out */
    PHI(Kind.LAYER),
    /** all units of a layer as small histograms */
    UNITS(Kind.LAYER),
    /** training loss against the step */
    LOSS(Kind.CURVE),
    /** test accuracy against the step, for regression the test loss */
    TEST(Kind.CURVE),
    /** how far running statistics are from the population's */
    LAG(Kind.LAG),
    /** {@link LayerNumber#SHIFT} against the step; so for all that follow */
    SHIFT(LayerNumber.SHIFT),
    RECENT_SHIFT(LayerNumber.RECENT_SHIFT),
    KOLMOGOROV_SMIRNOV(LayerNumber.KOLMOGOROV_SMIRNOV),
    JENSEN_SHANNON(LayerNumber.JENSEN_SHANNON),
    MEAN_DRIFT(LayerNumber.MEAN_DRIFT),
    SIGMA_DRIFT(LayerNumber.SIGMA_DRIFT),
    SATURATED(LayerNumber.SATURATED),
    DEAD(LayerNumber.DEAD),
    GRADIENT_NORM(LayerNumber.GRADIENT_NORM),
    UPDATE_RATIO(LayerNumber.UPDATE_RATIO),
    EFFECTIVE_RATE(LayerNumber.EFFECTIVE_RATE),
    ICS(LayerNumber.ICS),
    ICS_RELATIVE(LayerNumber.ICS_RELATIVE),
    ICS_COSINE(LayerNumber.ICS_COSINE),
    LOSS_RANGE(LayerNumber.LOSS_RANGE),
    PREDICTIVENESS(LayerNumber.PREDICTIVENESS),
    SMOOTHNESS(LayerNumber.SMOOTHNESS);

    /** What a view is made of. */
    enum Kind {
        WALL,
        PREDICTIONS,
        LAYER,
        CURVE,
        LAG
    }

    private final Kind kind;
    private final Optional<LayerNumber> number;

    FigureView(Kind kind) {
        this.kind = kind;
        number = Optional.empty();
    }

    FigureView(LayerNumber number) {
        kind = Kind.CURVE;
        this.number = Optional.of(number);
    }

    Kind kind() {
        return kind;
    }

    /** The number of a layer, or of a run, that is plotted against the step; empty for all other views. */
    public Optional<LayerNumber> number() {
        return number;
    }

    /** The view that plots a number. */
    public static FigureView of(LayerNumber number) {
        return Arrays.stream(values()).filter(view -> view.number.equals(Optional.of(number))).findFirst().orElseThrow();
    }

    /** Whether a layer can be chosen: the one that is shown, or on a view of the wall the only one. */
    public boolean takesLayer() {
        return kind == Kind.WALL || kind == Kind.LAYER || number.filter(LayerNumber::perLayer).isPresent();
    }

    /** Whether it can show one of the two runs alone; a view of the wall only together with a layer. */
    public boolean takesRun() {
        return kind == Kind.WALL || kind == Kind.LAYER;
    }

    /** Whether what it shows is of a quantity that can be chosen. */
    public boolean takesTap() {
        return kind == Kind.WALL && this != PERCENTILES || kind == Kind.LAYER && this != PHI;
    }

    /** Whether a unit can be chosen: whose percentiles are shown, or which is marked and shown large. */
    public boolean takesUnit() {
        return this == PERCENTILES || this == LAYER || this == UNITS;
    }

    /** Its name in small letters, {@code gradient-norm}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The view of a name.
     *
     * @throws BadInputException if there is none, with the names that there are
     */
    public static FigureView named(String word) {
        List<String> words = Arrays.stream(values()).map(FigureView::word).toList();
        int found = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (found < 0) {
            throw new BadInputException("no view is called \"" + word + "\"; accepted are " + String.join(", ", words) + ".");
        }
        return values()[found];
    }
}
