package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Experiment;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.session.Command;

/** The commands that lead runs of one experiment to another without rebuilding them. */
final class Changes {
    private Changes() {}

    /** Everything in which the two differ and that a command can change. */
    static List<Command> between(Experiment asked, Experiment wanted) {
        List<Command> changes = new ArrayList<>();
        if (asked.training().learningRate() != wanted.training().learningRate()) {
            changes.add(new Command.SetLearningRate(wanted.training().learningRate()));
        }
        if (asked.network().newBatchWeight() != wanted.network().newBatchWeight()) {
            changes.add(new Command.SetNewBatchWeight(wanted.network().newBatchWeight()));
        }
        if (asked.measure().gradientProbes() != wanted.measure().gradientProbes()) {
            changes.add(new Command.SetGradientProbes(wanted.measure().gradientProbes()));
        }
        for (Side side : Side.values()) {
            if (asked.run(side).normalization() != wanted.run(side).normalization()) {
                changes.add(new Command.SetNormalization(side, wanted.run(side).normalization()));
            }
            changes.addAll(ofLayers(side, asked.run(side), wanted.run(side)));
            if (asked.run(side).scaleShift() != wanted.run(side).scaleShift()) {
                changes.add(new Command.SetScaleShift(side, wanted.run(side).scaleShift()));
            }
            if (asked.run(side).statistics() != wanted.run(side).statistics()) {
                changes.add(new Command.SetStatistics(side, wanted.run(side).statistics()));
            }
        }
        return changes;
    }

    private static List<Command> ofLayers(Side side, RunSettings asked, RunSettings wanted) {
        List<Command> changes = new ArrayList<>();
        wanted.layers().stream()
                .filter(own -> !asked.layers().contains(own))
                .forEach(own -> changes.add(new Command.SetLayerNormalization(side, own.layer(), own.normalization())));
        asked.layers().stream()
                .filter(own -> wanted.layers().stream().noneMatch(kept -> kept.layer() == own.layer()))
                .forEach(own -> changes.add(new Command.SetLayerNormalization(side, own.layer(), null)));
        return changes;
    }
}
