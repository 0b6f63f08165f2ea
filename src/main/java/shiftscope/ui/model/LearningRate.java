package shiftscope.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.session.Command;
import shiftscope.session.Snapshot;

/** The learning rate, as a text and as the position of a logarithmic slider. It changes while the runs play. */
public final class LearningRate {
    /** The slider's ends, as powers of ten; the text takes any rate that is accepted. */
    public static final double LEAST_EXPONENT = -4;

    public static final double MOST_EXPONENT = 2;
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final Texts TEXTS = Texts.beside(LearningRate.class, "sentences");

    private final Bench bench;
    private final Notices notices;
    private final ObjectProperty<Set<Field>> refused;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final DoubleProperty exponent = new SimpleDoubleProperty(this, "exponent", -1);
    private final ReadOnlyStringWrapper inForce = new ReadOnlyStringWrapper(this, "inForce", "");
    private boolean showing;

    LearningRate(Bench bench, Notices notices, ObjectProperty<Set<Field>> refused) {
        this.bench = bench;
        this.notices = notices;
        this.refused = refused;
        text.addListener((property, before, now) -> typed());
        exponent.addListener((property, before, now) -> slid());
        bench.snapshotProperty().subscribe(newest -> inForce.set(newest == null ? "" : inForce(newest)));
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The common logarithm of the rate. */
    public DoubleProperty exponentProperty() {
        return exponent;
    }

    /** What the schedule has made of the rate by now, such as "now 0.043 by the schedule"; empty if it leaves the rate as it is. */
    public ReadOnlyStringProperty inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    private static String inForce(Snapshot newest) {
        if (!newest.experiment().training().schedule().movesTheRate()) {
            return "";
        }
        BigDecimal rate = new BigDecimal(newest.latest().learningRate()).round(THREE_DIGITS);
        return TEXTS.get("rate.scheduled", Numbers.show(rate.doubleValue()));
    }

    void show(Experiment experiment) {
        show(experiment.training().learningRate(), true);
    }

    private void typed() {
        if (!showing) {
            try {
                double rate = Numbers.decimal(Fields.name(Field.LEARNING_RATE), text.get());
                send(rate);
                show(rate, true);
            } catch (BadInputException e) {
                notices.tell(e.getMessage(), () -> {
                    refused.set(Set.of());
                    show(bench.experimentProperty().get());
                });
                refused.set(Set.of(Field.LEARNING_RATE));
            }
        }
    }

    private void slid() {
        if (!showing) {
            double rate = new BigDecimal(Math.pow(10, exponent.get())).round(TWO_DIGITS).doubleValue();
            send(rate);
            show(rate, false);
        }
    }

    private void send(double rate) {
        Experiment standing = bench.experimentProperty().get();
        if (standing != null && standing.training().learningRate() != rate) {
            bench.send(new Command.SetLearningRate(rate));
        }
        if (refused.get().contains(Field.LEARNING_RATE)) {
            refused.set(Set.of());
            notices.settle();
        }
    }

    private void show(double rate, boolean moveSlider) {
        showing = true;
        text.set(Numbers.show(rate));
        if (moveSlider) {
            exponent.set(Math.max(LEAST_EXPONENT, Math.min(MOST_EXPONENT, Math.log10(rate))));
        }
        showing = false;
    }
}
