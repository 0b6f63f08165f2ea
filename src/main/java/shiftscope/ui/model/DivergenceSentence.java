package shiftscope.ui.model;

import shiftscope.config.Side;
import shiftscope.session.Divergence;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

/** Says why the twins stopped by themselves. */
final class DivergenceSentence {
    private static final Texts TEXTS = Texts.beside(DivergenceSentence.class, "sentences");

    private DivergenceSentence() {}

    static String of(Snapshot snapshot) {
        return snapshot.divergence().map(divergence -> sentence(divergence, snapshot)).orElse("");
    }

    private static String sentence(Divergence divergence, Snapshot snapshot) {
        String side = divergence.side() == Side.A ? "A" : "B";
        String step = Numbers.grouped(divergence.step());
        if (divergence.where() == null) {
            return TEXTS.get("stopped.loss", side, step);
        }
        int hidden = snapshot.experiment().network().hidden().size();
        String layer = divergence.layer() > hidden ? TEXTS.get("layer.output") : TEXTS.get("layer.hidden", divergence.layer());
        return TEXTS.get("stopped.layer", side, step, layer, quantity(divergence.where()));
    }

    private static String quantity(Tap tap) {
        return TEXTS.get("quantity." + tap.name());
    }
}
