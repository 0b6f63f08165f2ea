package shiftscope.lesson;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Side;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.Twins;

/** The probe set passed through a run's network once more, so that what came by can be measured. Nothing of the run is changed. */
final class ProbePass {
    private ProbePass() {}

    /**
     * What came by in one layer, with the statistics that the run's switch chooses; probe rows × units.
     *
     * @param layer from 1
     */
    static LayerPass of(Twins twins, Side side, int layer) {
        // Population statistics are those of now once the run has been measured.
        twins.measure();
        DMatrixRMaj all = twins.dataset().train().inputs();
        int rows = Math.min(twins.experiment().measure().probe(), all.numRows);
        Network network = twins.run(side).network();
        Pass pass = new Pass(network, rows);
        DMatrixRMaj probe = new DMatrixRMaj(rows, all.numCols, true, Arrays.copyOf(all.data, rows * all.numCols));
        network.forward(probe, twins.experiment().run(side).statistics(), pass);
        return pass.layers().get(layer - 1);
    }
}
