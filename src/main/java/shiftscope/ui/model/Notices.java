package shiftscope.ui.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Sentences in the message bars above the wall. Empty means no bar. */
public final class Notices {
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper stopped = new ReadOnlyStringWrapper(this, "stopped", "");
    private Runnable afterTrouble = () -> {};

    /** What was refused or went wrong. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Why the twins stopped by themselves. */
    public ReadOnlyStringProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /** Shows a sentence until it is dismissed or another takes its place. What waits for a dismissal goes on waiting. */
    public void tell(String sentence) {
        trouble.set(sentence);
    }

    /** The same; {@code onDismiss} then happens once, unless another sentence takes this one's place. */
    public void tell(String sentence, Runnable onDismiss) {
        afterTrouble = onDismiss;
        trouble.set(sentence);
    }

    public void dismiss() {
        Runnable then = afterTrouble;
        afterTrouble = () -> {};
        trouble.set("");
        then.run();
    }

    /** Takes the sentence away because its cause is gone; what was to happen on dismissal does not. */
    void settle() {
        afterTrouble = () -> {};
        trouble.set("");
    }

    void stopped(String sentence) {
        stopped.set(sentence);
    }
}
