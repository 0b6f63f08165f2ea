package shiftscope.ui.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Exhibit;
import shiftscope.measure.Chain;

/** The exhibit ŷ = x·w₁…w_l: what the learner sets, and the chain that it makes. */
public final class ChainExhibit {
    /** The most weights there can be. */
    public static final int MOST = 20;

    private static final int LEAST = 2;
    private static final double RANGE = 3;
    private static final double LEAST_ALPHA = 1e-4;
    private static final String X = "x";
    private static final String DEPTH = "depth";
    private static final String W = "w";
    private static final String ALPHA = "alpha";

    private final ExhibitStand stand;
    private final ExhibitNumber x;
    private final ExhibitNumber depth;
    private final ExhibitNumber alpha;
    private final ExhibitNumber weight;
    private final List<ExhibitNumber> weights;
    private final BooleanProperty own = new SimpleBooleanProperty(this, "own");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private boolean taking;

    /** The chain, and the step that is made on it. */
    public record Shown(Chain chain, double alpha) {}

    ChainExhibit(ExhibitStand stand, Notices notices) {
        this.stand = stand;
        x = new ExhibitNumber("x", -RANGE, RANGE, ExhibitNumber.Steps.HUNDREDTHS, notices, value -> changed());
        depth = new ExhibitNumber("l", LEAST, MOST, ExhibitNumber.Steps.WHOLE, notices, value -> changed());
        alpha = new ExhibitNumber("α", LEAST_ALPHA, 1, ExhibitNumber.Steps.FACTORS, notices, value -> changed());
        weight = new ExhibitNumber("w", -RANGE, RANGE, ExhibitNumber.Steps.HUNDREDTHS, notices, value -> changed());
        weights = IntStream.rangeClosed(1, MOST)
                .mapToObj(i -> new ExhibitNumber("w" + Numbers.subscript(i), -RANGE, RANGE, ExhibitNumber.Steps.HUNDREDTHS, notices,
                        value -> changed()))
                .toList();
        own.addListener((property, before, now) -> {
            if (now && !taking) {
                // Each begins at what all were.
                weights.forEach(each -> each.show(weight.value()));
            }
            changed();
        });
        stand.shownProperty().subscribe(this::open);
    }

    private void open(ExhibitStand.Shown exhibit) {
        if (exhibit != null && exhibit.exhibit().kind() == Exhibit.Kind.CHAIN) {
            Arguments arguments = exhibit.exhibit().arguments();
            List<Double> w = arguments.list(W);
            taking = true;
            x.show(arguments.number(X));
            depth.show(arguments.number(DEPTH));
            alpha.show(Math.max(LEAST_ALPHA, arguments.number(ALPHA)));
            weight.show(w.get(0));
            IntStream.range(0, MOST).forEach(i -> weights.get(i).show(w.get(Math.min(i, w.size() - 1))));
            own.set(w.size() > 1);
            taking = false;
            changed();
        }
    }

    private void changed() {
        if (!taking) {
            int length = (int) depth.value();
            List<Double> w = own.get()
                    ? weights.subList(0, length).stream().map(ExhibitNumber::value).toList()
                    : Collections.nCopies(length, weight.value());
            shown.set(new Shown(new Chain(x.value(), w.stream().mapToDouble(Double::doubleValue).toArray()), alpha.value()));
            stand.argumentsProperty().set(Arguments.NONE.with(X, x.value()).with(DEPTH, depth.value()).with(W, w).with(ALPHA, alpha.value()));
        }
    }

    /** x, what is put in. */
    public ExhibitNumber x() {
        return x;
    }

    /** l, how many weights there are. */
    public ExhibitNumber depth() {
        return depth;
    }

    /** α. */
    public ExhibitNumber alpha() {
        return alpha;
    }

    /** What all weights are, as long as none has its own. */
    public ExhibitNumber weight() {
        return weight;
    }

    /** Weights of their own; those from l on do not count. */
    public List<ExhibitNumber> weights() {
        return weights;
    }

    /** Whether each weight has a value of its own. */
    public BooleanProperty ownProperty() {
        return own;
    }

    /** What the plot shows; {@code null} until the exhibit has stood there once. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
