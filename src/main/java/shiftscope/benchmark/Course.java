package shiftscope.benchmark;

import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.engine.Network;
import shiftscope.session.Divergence;
import shiftscope.session.Run;

/** One run on its way through the batches, step by step, on the calling thread. */
final class Course implements Steps {
    private final Batches batches;
    private final Run run;
    private long steps;

    Course(Workload workload, Batches batches, Dataset dataset) {
        this.batches = batches;
        run = new Run(Side.B, workload.experiment(), dataset);
    }

    @Override
    public void make(int count) {
        for (int i = 0; i < count; i++) {
            int batch = pass();
            run.learn(batches.indices(batch));
            steps++;
        }
    }

    private int pass() {
        int batch = (int) (steps % Batches.COUNT);
        Divergence divergence = run.pass(batches.inputs(batch), batches.targets(batch), steps + 1);
        if (divergence != null) {
            throw new DivergedException(steps + 1);
        }
        return batch;
    }

    /** The loss of the next step's batch at the weights as they are. */
    double loss() {
        pass();
        return run.lossOfBatch();
    }

    long stepCount() {
        return steps;
    }

    Network network() {
        return run.network();
    }
}
