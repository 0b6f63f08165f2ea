package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Experiment;

/** Says in a few words what makes one experiment another, for the buttons that undo it. */
final class SettingsWords {
    private static final Texts TEXTS = Texts.beside(SettingsWords.class, "sentences");

    private SettingsWords() {}

    /** What was changed on the way from one experiment to the other; if nothing was, the runs began again. */
    static String between(Experiment before, Experiment after) {
        if (!before.name().equals(after.name())) {
            return TEXTS.get("change.opened", after.name());
        }
        List<String> changed = new ArrayList<>();
        if (!before.data().equals(after.data())) {
            changed.add(TEXTS.get("change.data"));
        }
        if (!before.network().hidden().equals(after.network().hidden())) {
            changed.add(TEXTS.get("change.layers", Numbers.show(after.network().hidden())));
        } else if (!before.network().equals(after.network())) {
            changed.add(TEXTS.get("change.network"));
        }
        if (!before.training().equals(after.training())) {
            changed.add(TEXTS.get("change.training"));
        }
        if (before.seed() != after.seed()) {
            changed.add(TEXTS.get("change.seed", String.valueOf(after.seed())));
        }
        if (!before.measure().equals(after.measure())) {
            changed.add(TEXTS.get("change.measuring"));
        }
        if (!before.a().equals(after.a()) || !before.b().equals(after.b())) {
            changed.add(TEXTS.get("change.switches"));
        }
        return changed.isEmpty() ? TEXTS.get("change.reset") : String.join(", ", changed);
    }
}
