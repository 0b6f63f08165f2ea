package shiftscope.ui.model;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import shiftscope.config.BadInputException;

/** Opens sessions in the background. Only the newest wish counts; what another one had begun is closed. */
final class Openings {
    private final TwinSession.Opener opener;
    private final Executor background;
    private final Executor front;
    private final Delay delay;
    private final Opened opened;
    private final BiConsumer<Opening, String> refused;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private Opening pending;

    /** Is told on the front thread. */
    @FunctionalInterface
    interface Opened {
        /** @param asked what was opened, without what was changed meanwhile */
        void accept(Opening wish, Sitting asked, TwinSession session);
    }

    Openings(
            TwinSession.Opener opener,
            Executor background,
            Executor front,
            Delay delay,
            Opened opened,
            BiConsumer<Opening, String> refused) {
        this.opener = opener;
        this.background = background;
        this.front = front;
        this.delay = delay;
        this.opened = opened;
        this.refused = refused;
    }

    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    Optional<Opening> pending() {
        return Optional.ofNullable(pending);
    }

    /** Takes the place of any earlier wish. Nothing happens before {@link #now} or {@link #soon}. */
    void begin(Opening wish) {
        pending = wish;
        opening.set(true);
    }

    /** Returns whether there was something to forget. */
    boolean forget() {
        boolean was = pending != null;
        pending = null;
        opening.set(false);
        return was;
    }

    /** Opens a moment from now. */
    void soon() {
        delay.restart(this::now);
    }

    void now() {
        Opening wish = pending;
        if (wish == null) {
            return;
        }
        Sitting asked = wish.asked();
        background.execute(() -> {
            try {
                TwinSession session = opener.open(asked);
                front.execute(() -> done(wish, asked, session));
            } catch (BadInputException e) {
                front.execute(() -> failed(wish, e.getMessage()));
            } catch (RuntimeException | OutOfMemoryError e) {
                Trouble.log("An experiment could not be opened", e);
                front.execute(() -> failed(wish, Trouble.sentence(e)));
            }
        });
    }

    private void done(Opening wish, Sitting asked, TwinSession session) {
        if (wish == pending) {
            forget();
            opened.accept(wish, asked, session);
        } else {
            background.execute(session::close);
        }
    }

    private void failed(Opening wish, String sentence) {
        if (wish == pending) {
            forget();
            refused.accept(wish, sentence);
        }
    }
}
