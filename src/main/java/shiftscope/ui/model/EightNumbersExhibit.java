package shiftscope.ui.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import shiftscope.config.Normalization;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Exhibit;
import shiftscope.measure.NormalizedBatch;
import shiftscope.ui.model.ExhibitNumber.Steps;

/** The exhibit of eight numbers that are normalized, scaled and shifted: what the learner sets, and what comes of it. */
public final class EightNumbersExhibit {
    /** How many there are. */
    public static final int SIZE = 8;

    private static final double RANGE = 10;
    private static final double FACTOR = 5;
    private static final double PARAMETER = 3;
    private static final double LEAST_EPSILON = 1e-8;
    private static final double MOST_EPSILON = 10;
    private static final String NUMBERS = "numbers";
    private static final String FACTORS = "factors";
    private static final String GAMMA = "gamma";
    private static final String BETA = "beta";
    private static final String EPSILON = "epsilon";

    private final ExhibitStand stand;
    private final List<ExhibitNumber> numbers;
    private final List<ExhibitNumber> factors;
    private final ExhibitNumber gamma;
    private final ExhibitNumber beta;
    private final ExhibitNumber epsilon;
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private final ReadOnlyObjectWrapper<NormalizedBatch> shown = new ReadOnlyObjectWrapper<>(this, "shown");

    EightNumbersExhibit(ExhibitStand stand, Notices notices) {
        this.stand = stand;
        numbers = eight(i -> new ExhibitNumber("x" + Numbers.subscript(i + 1), -RANGE, RANGE, Steps.HUNDREDTHS, notices, value -> {
            chosen.set(i);
            changed();
        }));
        factors = eight(i ->
                new ExhibitNumber("c" + Numbers.subscript(i + 1), -FACTOR, FACTOR, Steps.HUNDREDTHS, notices, value -> changed()));
        gamma = new ExhibitNumber("γ", -PARAMETER, PARAMETER, Steps.HUNDREDTHS, notices, value -> changed());
        beta = new ExhibitNumber("β", -PARAMETER, PARAMETER, Steps.HUNDREDTHS, notices, value -> changed());
        epsilon = new ExhibitNumber("ε", LEAST_EPSILON, MOST_EPSILON, Steps.FACTORS, notices, value -> changed());
        stand.shownProperty().subscribe(this::open);
    }

    private static List<ExhibitNumber> eight(Function<Integer, ExhibitNumber> number) {
        return IntStream.range(0, SIZE).boxed().map(number).toList();
    }

    private void open(ExhibitStand.Shown exhibit) {
        if (exhibit != null && exhibit.exhibit().kind() == Exhibit.Kind.EIGHT_NUMBERS) {
            Arguments arguments = exhibit.exhibit().arguments();
            show(numbers, arguments.list(NUMBERS));
            show(factors, arguments.list(FACTORS));
            gamma.show(arguments.number(GAMMA));
            beta.show(arguments.number(BETA));
            epsilon.show(arguments.number(EPSILON));
            chosen.set(0);
            changed();
        }
    }

    /** A file may have fewer; the others are 0. */
    private static void show(List<ExhibitNumber> all, List<Double> values) {
        IntStream.range(0, SIZE).forEach(i -> all.get(i).show(i < values.size() ? values.get(i) : 0));
    }

    private static List<Double> values(List<ExhibitNumber> all) {
        return all.stream().map(ExhibitNumber::value).toList();
    }

    private static double[] array(List<ExhibitNumber> all) {
        return all.stream().mapToDouble(ExhibitNumber::value).toArray();
    }

    private void changed() {
        shown.set(new NormalizedBatch(
                Normalization.BATCH, array(numbers), gamma.value(), beta.value(), epsilon.value(), array(factors)));
        stand.argumentsProperty().set(Arguments.NONE
                .with(NUMBERS, values(numbers))
                .with(FACTORS, values(factors))
                .with(GAMMA, gamma.value())
                .with(BETA, beta.value())
                .with(EPSILON, epsilon.value()));
    }

    /** The eight numbers. */
    public List<ExhibitNumber> numbers() {
        return numbers;
    }

    /** c, by which the loss L = Σ c y weighs them. */
    public List<ExhibitNumber> factors() {
        return factors;
    }

    /** γ. */
    public ExhibitNumber gamma() {
        return gamma;
    }

    /** β. */
    public ExhibitNumber beta() {
        return beta;
    }

    /** ε. */
    public ExhibitNumber epsilon() {
        return epsilon;
    }

    /** Which number is pointed out, from 0. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Points out the number so many further on; behind the last comes the first. */
    public void choose(int further) {
        chosen.set(Math.floorMod(chosen.get() + further, SIZE));
    }

    /** Moves the number that is pointed out to a value, as far as it may go. */
    public void moveTo(double value) {
        double rounded = BigDecimal.valueOf(Math.max(-RANGE, Math.min(RANGE, value))).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
        numbers.get(chosen.get()).positionProperty().set(rounded);
    }

    /** Moves the number that is pointed out by so much. */
    public void moveBy(double further) {
        moveTo(numbers.get(chosen.get()).value() + further);
    }

    /** What the plot shows; {@code null} until the exhibit has stood there once. */
    public ReadOnlyObjectProperty<NormalizedBatch> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
