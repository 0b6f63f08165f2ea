package shiftscope.ui;

import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import shiftscope.ui.model.Delay;

/** The one way from other threads to the thread of the window. */
final class FxThread implements Executor {
    @Override
    public void execute(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** A delay on the thread of the window. */
    static Delay delay(double milliseconds) {
        PauseTransition pause = new PauseTransition(Duration.millis(milliseconds));
        return then -> {
            pause.setOnFinished(event -> then.run());
            pause.playFromStart();
        };
    }
}
