package shiftscope.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shiftscope.session.Command;

/** How much a new mini-batch weighs in the running statistics, from 0.001 to 1 by the slider. */
public final class NewBatchWeight extends LiveNumber {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final Texts TEXTS = Texts.beside(NewBatchWeight.class, "sentences");

    private final ReadOnlyStringWrapper elsewhere = new ReadOnlyStringWrapper(this, "elsewhere", "");

    NewBatchWeight(Bench bench, Notices notices, ObjectProperty<Set<Field>> refused) {
        super(bench, notices, refused, Field.NEW_BATCH_WEIGHT, -3, 0,
                experiment -> experiment.network().newBatchWeight(), Command.SetNewBatchWeight::new);
        bench.experimentProperty().addListener((property, before, now) -> elsewhere.set(elsewhere(now.network().newBatchWeight())));
    }

    /** What PyTorch and Keras call the weight that is in force. */
    public ReadOnlyStringProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    private static String elsewhere(double weight) {
        double rest = BigDecimal.ONE.subtract(BigDecimal.valueOf(weight)).round(SIX_DIGITS).doubleValue();
        return TEXTS.get("weight.elsewhere", Numbers.show(weight), Numbers.show(rest));
    }
}
