package shiftscope.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.BadInputException;

/** A number of an exhibit, as a text and as the position of a slider. */
public final class ExhibitNumber {
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final Texts TEXTS = Texts.beside(ExhibitNumber.class, "sentences");

    private final String name;
    private final double least;
    private final double most;
    private final Steps steps;
    private final Notices notices;
    private final DoubleConsumer changed;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
    private double value;
    private boolean showing;

    /** In which steps a slider goes; what is typed may be any number of the range, or any whole one. */
    enum Steps {
        /** Whole numbers. */
        WHOLE,
        /** Hundredths. */
        HUNDREDTHS,
        /** Equal factors; the slider's position is the common logarithm. */
        FACTORS
    }

    /**
     * A number that stands at its least.
     *
     * @param name what sentences call it
     * @param least for {@link Steps#FACTORS} greater than 0
     * @param changed is given the number once somebody has changed it
     */
    ExhibitNumber(String name, double least, double most, Steps steps, Notices notices, DoubleConsumer changed) {
        this.name = name;
        this.least = least;
        this.most = most;
        this.steps = steps;
        this.notices = notices;
        this.changed = changed;
        text.addListener((property, before, now) -> typed());
        position.addListener((property, before, now) -> slid());
        show(least);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The number, or its common logarithm. */
    public DoubleProperty positionProperty() {
        return position;
    }

    /** The slider's left end. */
    public double leastPosition() {
        return positionOf(least);
    }

    /** Its right end. */
    public double mostPosition() {
        return positionOf(most);
    }

    /** How far an arrow key moves the slider. */
    public double stride() {
        return switch (steps) {
            case WHOLE -> 1;
            case HUNDREDTHS -> 0.1;
            case FACTORS -> 0.1;
        };
    }

    public double value() {
        return value;
    }

    /** Shows another number; nobody is told. */
    void show(double shown) {
        show(shown, true);
    }

    private double positionOf(double of) {
        return steps == Steps.FACTORS ? Math.log10(Math.max(least, of)) : of;
    }

    private void typed() {
        if (!showing) {
            try {
                double read = steps == Steps.WHOLE ? Numbers.whole(name, text.get()) : Numbers.decimal(name, text.get());
                if (!(read >= least && read <= most)) {
                    throw new BadInputException(TEXTS.get("number.range", name, text.get().strip(), Numbers.show(least), Numbers.show(most)));
                }
                notices.settle();
                take(read, true);
            } catch (BadInputException e) {
                notices.tell(e.getMessage(), () -> show(value));
            }
        }
    }

    private void slid() {
        if (!showing) {
            take(switch (steps) {
                case WHOLE -> Math.rint(position.get());
                case HUNDREDTHS -> BigDecimal.valueOf(position.get()).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
                case FACTORS -> Math.max(least, Math.min(most, new BigDecimal(Math.pow(10, position.get())).round(TWO_DIGITS).doubleValue()));
            }, false);
        }
    }

    private void take(double taken, boolean moveSlider) {
        boolean news = taken != value;
        show(taken, moveSlider);
        if (news) {
            changed.accept(taken);
        }
    }

    private void show(double shown, boolean moveSlider) {
        showing = true;
        value = shown;
        text.set(Numbers.show(shown));
        if (moveSlider) {
            position.set(positionOf(shown));
        }
        showing = false;
    }
}
