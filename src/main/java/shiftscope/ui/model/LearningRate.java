package shiftscope.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shiftscope.session.Command;
import shiftscope.session.Snapshot;

/** The learning rate, from 10⁻⁴ to 100 by the slider. */
public final class LearningRate extends LiveNumber {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final Texts TEXTS = Texts.beside(LearningRate.class, "sentences");

    private final ReadOnlyStringWrapper inForce = new ReadOnlyStringWrapper(this, "inForce", "");

    LearningRate(Bench bench, Notices notices, ObjectProperty<Set<Field>> refused) {
        super(bench, notices, refused, Field.LEARNING_RATE, -4, 2,
                experiment -> experiment.training().learningRate(), Command.SetLearningRate::new);
        bench.snapshotProperty().subscribe(newest -> inForce.set(newest == null ? "" : inForce(newest)));
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
}
