package shiftscope.session;

import java.util.List;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;

/** What the tests of proofs share. */
final class SmallProofs {
    private SmallProofs() {}

    static ProofReport newest(Twins twins) {
        List<ProofReport> reports = reports(twins);
        return reports.get(reports.size() - 1);
    }

    static List<ProofReport> reports(Twins twins) {
        return twins.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), twins.latest(), false, 0).proofs();
    }

    static Experiment with(OptimizerKind optimizer, Placement placement) {
        return SmallWorld.experiment()
                .withNetwork(SmallWorld.network(ActivationKind.TANH, placement))
                .withTraining(SmallWorld.training(0.02, SmallWorld.BATCH, optimizer, 1e-3, LossKind.CROSS_ENTROPY));
    }

    static NetworkSettings withoutEpsilon(NetworkSettings usual) {
        return new NetworkSettings(
                usual.hidden(), usual.activation(), usual.initialization(), usual.sigma(), usual.placement(), 0, usual.newBatchWeight(),
                usual.convention(), usual.average(), usual.dropout(), usual.layers());
    }
}
