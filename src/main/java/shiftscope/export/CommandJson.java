package shiftscope.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import shiftscope.config.JsonPart;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;
import shiftscope.session.Command.FoldAway;
import shiftscope.session.Command.InsertKeeping;
import shiftscope.session.Command.Proof;
import shiftscope.session.Command.ScaleWeights;
import shiftscope.session.Command.SetGradientProbes;
import shiftscope.session.Command.SetLayerNormalization;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNewBatchWeight;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetScaleShift;
import shiftscope.session.Command.SetStatistics;
import shiftscope.session.Command.ShiftBiases;
import shiftscope.session.Command.UndoProof;
import shiftscope.session.RecordedCommand;

/**
 * The JSON form of a {@link RecordedCommand}: a setting by its path, as {@code {"step": 120, "set": "b.normalization", "to": "batch"}},
 * or a proof, as {@code {"step": 120, "proof": "shift-biases", "run": "a", "layer": 1, "by": 3}}.
 */
final class CommandJson {
    /** The latest step that a file may name. */
    static final long MOST_STEPS = 1_000_000_000_000L;

    static final String LEARNING_RATE = "training.learningRate";
    static final String NEW_BATCH_WEIGHT = "network.newBatchWeight";
    static final String GRADIENT_PROBES = "measure.gradientProbes";
    static final String NORMALIZATION = "normalization";
    static final String SCALE_SHIFT = "scaleShift";
    static final String STATISTICS = "statistics";
    static final List<String> SETTINGS = settings();

    static final String SHIFT = "shift-biases";
    static final String SCALE = "scale-weights";
    static final String INSERT = "insert-keeping";
    static final String FOLD = "fold-away";
    static final String UNDO = "undo";
    static final List<String> PROOFS = List.of(SHIFT, SCALE, INSERT, FOLD, UNDO);

    private static final String STEP = "step";
    private static final String SET = "set";
    private static final String TO = "to";
    private static final String PROOF = "proof";
    private static final String RUN = "run";
    private static final String LAYER = "layer";
    private static final String BY = "by";

    private CommandJson() {}

    private static List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(LEARNING_RATE, NEW_BATCH_WEIGHT, GRADIENT_PROBES));
        for (Side side : Side.values()) {
            for (String setting : List.of(NORMALIZATION, SCALE_SHIFT, STATISTICS)) {
                settings.add(path(side, setting));
            }
        }
        return List.copyOf(settings);
    }

    private static String path(Side side, String setting) {
        return JsonPart.word(side) + "." + setting;
    }

    static ObjectNode write(RecordedCommand recorded) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(STEP, recorded.step());
        Command command = recorded.command();
        if (command instanceof SetLearningRate set) {
            return json.put(SET, LEARNING_RATE).put(TO, set.learningRate());
        }
        if (command instanceof SetNewBatchWeight set) {
            return json.put(SET, NEW_BATCH_WEIGHT).put(TO, set.newBatchWeight());
        }
        if (command instanceof SetGradientProbes set) {
            return json.put(SET, GRADIENT_PROBES).put(TO, set.on());
        }
        if (command instanceof SetNormalization set) {
            return json.put(SET, path(set.side(), NORMALIZATION)).put(TO, JsonPart.word(set.normalization()));
        }
        if (command instanceof SetLayerNormalization set) {
            String own = set.normalization() == null ? null : JsonPart.word(set.normalization());
            return json.put(SET, path(set.side(), NORMALIZATION)).put(LAYER, set.layer()).put(TO, own);
        }
        if (command instanceof SetScaleShift set) {
            return json.put(SET, path(set.side(), SCALE_SHIFT)).put(TO, set.on());
        }
        if (command instanceof SetStatistics set) {
            return json.put(SET, path(set.side(), STATISTICS)).put(TO, JsonPart.word(set.statistics()));
        }
        return writeProof(json, command);
    }

    private static ObjectNode writeProof(ObjectNode json, Command command) {
        if (command instanceof UndoProof undo) {
            return json.put(PROOF, UNDO).put(RUN, JsonPart.word(undo.side()));
        }
        if (command instanceof ShiftBiases shift) {
            return writeProof(json, SHIFT, shift).put(BY, shift.by());
        }
        if (command instanceof ScaleWeights scale) {
            return writeProof(json, SCALE, scale).put(BY, scale.by());
        }
        if (command instanceof InsertKeeping insert) {
            return writeProof(json, INSERT, insert);
        }
        if (command instanceof FoldAway fold) {
            return writeProof(json, FOLD, fold);
        }
        throw new IllegalStateException("a command without a form in files: " + command);
    }

    private static ObjectNode writeProof(ObjectNode json, String name, Proof proof) {
        return json.put(PROOF, name).put(RUN, JsonPart.word(proof.side())).put(LAYER, proof.layer());
    }

    /** @throws shiftscope.config.BadInputException if it is no command, or later than what comes next may be */
    static RecordedCommand read(JsonPart part) {
        if (part.has(PROOF)) {
            return new RecordedCommand(step(part), readProof(part));
        }
        part.only(List.of(STEP, SET, LAYER, TO));
        return new RecordedCommand(step(part), readSetting(part));
    }

    private static long step(JsonPart part) {
        return part.whole(STEP, 0, MOST_STEPS);
    }

    private static Command readSetting(JsonPart part) {
        String path = part.oneOf(SET, SETTINGS);
        Side side = path.startsWith(path(Side.A, "")) ? Side.A : Side.B;
        String setting = path.startsWith(path(side, "")) ? path.substring(path(side, "").length()) : path;
        if (part.has(LAYER) && !setting.equals(NORMALIZATION)) {
            throw part.refused(LAYER, "a layer for the setting " + NORMALIZATION + " only");
        }
        return switch (setting) {
            case LEARNING_RATE -> new SetLearningRate(part.number(TO));
            case NEW_BATCH_WEIGHT -> new SetNewBatchWeight(part.number(TO));
            case GRADIENT_PROBES -> new SetGradientProbes(part.flag(TO));
            case SCALE_SHIFT -> new SetScaleShift(side, part.flag(TO));
            case STATISTICS -> new SetStatistics(side, part.constant(TO, Statistics.class));
            default -> part.has(LAYER)
                    ? new SetLayerNormalization(side, layer(part), part.isNull(TO) ? null : part.constant(TO, Normalization.class))
                    : new SetNormalization(side, part.constant(TO, Normalization.class));
        };
    }

    private static int layer(JsonPart part) {
        return (int) part.whole(LAYER, 1, NetworkSettings.MOST_LAYERS);
    }

    private static Command readProof(JsonPart part) {
        String name = part.oneOf(PROOF, PROOFS);
        switch (name) {
            case UNDO -> part.only(List.of(STEP, PROOF, RUN));
            case SHIFT, SCALE -> part.only(List.of(STEP, PROOF, RUN, LAYER, BY));
            default -> part.only(List.of(STEP, PROOF, RUN, LAYER));
        }
        Side side = part.constant(RUN, Side.class);
        return switch (name) {
            case SHIFT -> new ShiftBiases(side, layer(part), part.number(BY));
            case SCALE -> new ScaleWeights(side, layer(part), part.number(BY));
            case INSERT -> new InsertKeeping(side, layer(part));
            case FOLD -> new FoldAway(side, layer(part));
            default -> new UndoProof(side);
        };
    }
}
