package shiftscope.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.session.Command;

/** A number that changes while the runs play, as a text and as the position of a logarithmic slider. */
public abstract sealed class LiveNumber permits LearningRate, NewBatchWeight {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private final Bench bench;
    private final Notices notices;
    private final ObjectProperty<Set<Field>> refused;
    private final Field field;
    private final ToDoubleFunction<Experiment> standing;
    private final DoubleFunction<Command> change;
    private final double leastExponent;
    private final double mostExponent;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final DoubleProperty exponent = new SimpleDoubleProperty(this, "exponent", -1);
    private boolean showing;

    /**
     * @param refused the fields that hold what was refused
     * @param field what this number is among them
     * @param leastExponent the slider's left end, as a power of ten; the text takes any number that is accepted
     * @param mostExponent its right end
     * @param standing reads the number from an experiment
     * @param change sets it
     */
    LiveNumber(
            Bench bench,
            Notices notices,
            ObjectProperty<Set<Field>> refused,
            Field field,
            double leastExponent,
            double mostExponent,
            ToDoubleFunction<Experiment> standing,
            DoubleFunction<Command> change) {
        this.bench = bench;
        this.notices = notices;
        this.refused = refused;
        this.field = field;
        this.leastExponent = leastExponent;
        this.mostExponent = mostExponent;
        this.standing = standing;
        this.change = change;
        text.addListener((property, before, now) -> typed());
        exponent.addListener((property, before, now) -> slid());
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The common logarithm of the number. */
    public DoubleProperty exponentProperty() {
        return exponent;
    }

    /** The slider's left end. */
    public double leastExponent() {
        return leastExponent;
    }

    /** The slider's right end. */
    public double mostExponent() {
        return mostExponent;
    }

    void show(Experiment experiment) {
        show(standing.applyAsDouble(experiment), true);
    }

    private void typed() {
        if (!showing) {
            try {
                double value = Numbers.decimal(Fields.name(field), text.get());
                send(value);
                show(value, true);
            } catch (BadInputException e) {
                notices.tell(e.getMessage(), () -> {
                    refused.set(Set.of());
                    show(bench.experimentProperty().get());
                });
                refused.set(Set.of(field));
            }
        }
    }

    private void slid() {
        if (!showing) {
            double value = new BigDecimal(Math.pow(10, exponent.get())).round(TWO_DIGITS).doubleValue();
            send(value);
            show(value, false);
        }
    }

    private void send(double value) {
        Experiment experiment = bench.experimentProperty().get();
        if (experiment != null && standing.applyAsDouble(experiment) != value) {
            bench.send(change.apply(value));
        }
        if (refused.get().contains(field)) {
            refused.set(Set.of());
            notices.settle();
        }
    }

    private void show(double value, boolean moveSlider) {
        showing = true;
        text.set(Numbers.show(value));
        if (moveSlider) {
            exponent.set(Math.max(leastExponent, Math.min(mostExponent, Math.log10(value))));
        }
        showing = false;
    }
}
