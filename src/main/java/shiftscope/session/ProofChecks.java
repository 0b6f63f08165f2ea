package shiftscope.session;

import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;

/** The sentences with which proofs are refused. */
final class ProofChecks {
    private ProofChecks() {}

    static void hiddenLayer(Command.Proof proof, Experiment experiment) {
        int depth = experiment.network().hidden().size();
        if (proof.layer() < 1 || proof.layer() > depth) {
            throw new BadInputException("The layer of a proof is " + proof.layer() + "; accepted are the hidden layers, 1 to " + depth
                    + ", since no normalizer stands in another.");
        }
    }

    static void shift(double by) {
        if (!Double.isFinite(by)) {
            throw new BadInputException("The number to be added to every bias is " + by + "; accepted are finite numbers.");
        }
    }

    static void factor(double by) {
        if (!Double.isFinite(by) || by == 0) {
            throw new BadInputException("The factor of the weights is " + by + "; accepted are finite numbers other than 0.");
        }
    }

    static void hasRoom(Command.Proof proof, RunSettings run) {
        if (run.normalization(proof.layer()) != Normalization.NONE) {
            throw new BadInputException(where(proof) + " has a normalizer already; batch normalization can be inserted where there is none.");
        }
        if (!run.scaleShift()) {
            throw new BadInputException("The switch γ, β of run " + proof.side() + " is off, and with γ = 1, β = 0 batch normalization would "
                    + "change the function; it can be inserted into " + layer(proof) + " when the switch is on.");
        }
    }

    static void canBeFolded(Command.Proof proof, RunSettings run) {
        switch (run.normalization(proof.layer())) {
            case BATCH, CONSTANT_BATCH -> {}
            case NONE -> throw new BadInputException(where(proof) + " has no normalizer; only batch normalization can be folded away.");
            case NOISY_BATCH -> throw new BadInputException(where(proof)
                    + " has a normalizer with noise, which no weights can stand for; only batch normalization without it can be folded away.");
            case LAYER, RMS -> throw new BadInputException(where(proof)
                    + " has a normalizer that treats each example otherwise, which no weights can stand for; only batch normalization can be "
                    + "folded away.");
        }
    }

    /** @param unit from 0 */
    static BadInputException constantUnit(Command.Proof proof, int unit) {
        return new BadInputException("Unit " + unit + " of " + layer(proof) + " of run " + proof.side()
                + " is the same for all training examples, and network.epsilon is 0, so that no γ undoes normalizing it; accepted is "
                + "an ε greater than 0, or a layer whose units all vary.");
    }

    static BadInputException notFinite(Command.Proof proof) {
        return new BadInputException("A weight or bias of run " + proof.side() + " would leave the finite numbers by this change of "
                + layer(proof) + "; accepted are changes by which all stay finite.");
    }

    static BadInputException nothingToUndo(Command.UndoProof undo) {
        return new BadInputException("There is no proof of run " + undo.side()
                + " to undo; one can be undone until the next step is made or a switch changes the network.");
    }

    private static String where(Command.Proof proof) {
        return "Layer " + proof.layer() + " of run " + proof.side();
    }

    private static String layer(Command.Proof proof) {
        return "layer " + proof.layer();
    }
}
