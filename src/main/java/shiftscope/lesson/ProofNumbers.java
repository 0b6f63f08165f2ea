package shiftscope.lesson;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Layer;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Reparameterization;
import shiftscope.session.ProofEffect;
import shiftscope.session.Twins;

/** Numbers of changes that should not matter: a normalizer put in or taken out, and numbers added to b. */
final class ProofNumbers {
    /** Which statistics normalizers use; BATCH is those of a mini-batch as large as in training. */
    static final Parameter STATISTICS = new Parameter.OfWord(
            "statistics", "what normalizers use: of all training examples, of one mini-batch, or the running averages",
            List.of("population", "batch", "running"));

    private static final String KEPT = "kept";
    private static final Parameter START = new Parameter.OfWord(
            "start", "γ = √(σ² + ε), β = μ (kept) or γ = 1, β = 0 (fresh)", List.of(KEPT, "fresh"));
    private static final Parameter BY = new Parameter.OfNumber("by", "what is added to every b", -1e6, 1e6, 3);

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun(
                    "insertChange", "",
                    "The largest change of any output, divided by the largest output, when batch normalization is put into the "
                            + "layer in the place of what normalizes it (Ioffe & Szegedy 2015, section 3).",
                    List.of(CurveNumbers.LAYER, STATISTICS, START),
                    (twins, side, arguments) -> change(twins, side, arguments, layer -> layer.setNormalizer(null), copy ->
                            insert(copy, CurveNumbers.layer(twins, arguments), arguments.word("start").equals(KEPT)))),
            new Quantity.OfRun(
                    "removalChange", "",
                    "The largest change of any output, divided by the largest output, when the layer's normalizer is taken out.",
                    List.of(CurveNumbers.LAYER, STATISTICS),
                    (twins, side, arguments) -> batchNorm(RunCopy.of(twins, side), twins, arguments) == null
                            ? Double.NaN
                            : change(twins, side, arguments, layer -> { }, copy ->
                                    copy.layer(CurveNumbers.layer(twins, arguments)).setNormalizer(null))),
            new Quantity.OfRun(
                    "gammaFromIdentity", "",
                    "How far γ of the layer is from √(σ² + ε) of all training examples, which would undo normalizing: the length of the "
                            + "difference divided by that of the latter.",
                    List.of(CurveNumbers.LAYER), (twins, side, arguments) -> fromIdentity(twins, side, arguments, true)),
            new Quantity.OfRun(
                    "betaFromIdentity", "σ", "How far β of the layer is from μ of all training examples, in units of σ (root mean "
                            + "squares).",
                    List.of(CurveNumbers.LAYER), (twins, side, arguments) -> fromIdentity(twins, side, arguments, false)),
            new Quantity.OfRun(
                    "biasShiftChange", "",
                    "The largest change of any output, divided by the largest output, when a number is added to every b of the layer "
                            + "(Ioffe & Szegedy 2015, section 3.2).",
                    List.of(CurveNumbers.LAYER, STATISTICS, BY),
                    (twins, side, arguments) -> change(twins, side, arguments, layer -> { }, copy ->
                            Reparameterization.shiftBiases(
                                    copy.layer(CurveNumbers.layer(twins, arguments)).dense(), arguments.number("by")))),
            new Quantity.OfRun(
                    "biasGradient", "", "The largest |∂L/∂b| of the layer, over the probe set as one batch.",
                    List.of(CurveNumbers.LAYER),
                    (twins, side, arguments) -> {
                        int layer = CurveNumbers.layer(twins, arguments);
                        return RunCopy.of(twins, side).effect(layer).biasGradient();
                    }),
            new Quantity.OfRun(
                    "outputGap", "",
                    "The largest difference of any output from that of the other run, over the probe set, divided by the largest "
                            + "output of the other run.",
                    List.of(STATISTICS),
                    (twins, side, arguments) -> effect(RunCopy.of(twins, side == Side.A ? Side.B : Side.A), arguments)
                            .change(effect(RunCopy.of(twins, side), arguments), statistics(arguments)).relative()));

    private ProofNumbers() {}

    static Statistics statistics(Arguments arguments) {
        return Statistics.valueOf(arguments.word("statistics").toUpperCase(Locale.ROOT));
    }

    /** On a mini-batch where its own statistics are asked for, else on the probe set. */
    private static ProofEffect effect(RunCopy copy, Arguments arguments) {
        return (statistics(arguments) == Statistics.BATCH ? copy.onMiniBatch() : copy).effect(1);
    }

    private static double change(
            Twins twins, Side side, Arguments arguments, Consumer<Layer> before, Consumer<RunCopy> change) {
        RunCopy copy = RunCopy.of(twins, side);
        before.accept(copy.layer(CurveNumbers.layer(twins, arguments)));
        return change(copy, arguments, change);
    }

    /** The relative change of the outputs. */
    static double change(RunCopy copy, Arguments arguments, Consumer<RunCopy> change) {
        ProofEffect before = effect(copy, arguments);
        change.accept(copy);
        return before.change(effect(copy, arguments), statistics(arguments)).relative();
    }

    private static void insert(RunCopy copy, int number, boolean kept) {
        Layer layer = copy.layer(number);
        BatchNorm fresh = (BatchNorm) Normalizer.of(
                Normalization.BATCH, layer.dense().units(), copy.experiment().network(), true);
        layer.setNormalizer(fresh);
        if (kept) {
            copy.measurePopulation();
            fresh.becomeIdentity();
        }
    }

    /** Batch normalization of the layer; {@code null} if there is none. */
    private static BatchNorm batchNorm(RunCopy copy, Twins twins, Arguments arguments) {
        Layer layer = copy.layer(CurveNumbers.layer(twins, arguments));
        return layer.normalizer().orElse(null) instanceof BatchNorm batch ? batch : null;
    }

    private static double fromIdentity(Twins twins, Side side, Arguments arguments, boolean ofGamma) {
        RunCopy copy = RunCopy.of(twins, side);
        BatchNorm normalizer = batchNorm(copy, twins, arguments);
        if (normalizer == null) {
            return Double.NaN;
        }
        copy.measurePopulation();
        double difference = 0;
        double size = 0;
        for (int j = 0; j < normalizer.units(); j++) {
            double variance = normalizer.populationVariance()[j] + normalizer.epsilon();
            DMatrixRMaj moved = ofGamma ? normalizer.gamma() : normalizer.beta();
            double away = moved.data[j] - (ofGamma ? Math.sqrt(variance) : normalizer.populationMean()[j]);
            difference += away * away;
            size += variance;
        }
        return Math.sqrt(difference / size);
    }
}
