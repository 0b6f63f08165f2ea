package shiftscope.ui.model;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Sentences in the message bars above the wall. Empty means no bar. */
public final class Notices {
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
    private final ReadOnlyObjectWrapper<List<Offer>> offers = new ReadOnlyObjectWrapper<>(this, "offers", List.of());
    private final ReadOnlyStringWrapper stopped = new ReadOnlyStringWrapper(this, "stopped", "");
    private final ReadOnlyLongWrapper stepBefore = new ReadOnlyLongWrapper(this, "stepBefore");
    private Runnable afterTrouble = () -> {};

    /** Something that a message offers to do, on a button beside it. */
    public record Offer(String label, Runnable action) {}

    /** What was refused or went wrong. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What has been done, and is worth a sentence. */
    public ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** What can be done about the news. */
    public ReadOnlyObjectProperty<List<Offer>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** Why the twins stopped by themselves. */
    public ReadOnlyStringProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /** A step before they did, from which another way may be taken. */
    public ReadOnlyLongProperty stepBeforeProperty() {
        return stepBefore.getReadOnlyProperty();
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

    /** Says what has been done, until it is dismissed, an offer is taken, or there are other news. */
    public void report(String sentence, Offer... wanted) {
        offers.set(List.of());
        news.set(sentence);
        offers.set(List.of(wanted));
    }

    /** Does what was offered, and takes the sentence away. */
    public void take(Offer offer) {
        dismissNews();
        offer.action().run();
    }

    /** Takes the trouble away if there is any, else the news. */
    public void dismiss() {
        if (trouble.get().isEmpty()) {
            dismissNews();
        }
        Runnable then = afterTrouble;
        afterTrouble = () -> {};
        trouble.set("");
        then.run();
    }

    /** Takes the news away. */
    public void dismissNews() {
        offers.set(List.of());
        news.set("");
    }

    /** Takes the sentence away because its cause is gone; what was to happen on dismissal does not. */
    void settle() {
        afterTrouble = () -> {};
        trouble.set("");
    }

    void stopped(String sentence, long before) {
        // Nobody sees a step while the twins go on, and what is not seen would be laid out and painted all the same.
        if (!sentence.isEmpty()) {
            stepBefore.set(before);
        }
        stopped.set(sentence);
    }
}
