package shiftscope.session;

import org.ejml.data.DMatrixRMaj;
import shiftscope.measure.LayerDrift;
import shiftscope.measure.LayerShift;

/** How far y of each layer of a run has moved: since step 0, and since a point of its recent past. */
final class DriftWatch {
    private final LayerShift.Reference[] start;
    private final LayerShift.Reference[] current;
    private final LayerDrift drifts;
    private final RecentPast past;
    private final double[] scratch;
    private LayerShift.Reference[] recently;

    /**
     * @param layers how many there are, with the output layer
     * @param rows probe examples
     * @param past where recent drift is counted from
     */
    DriftWatch(int layers, int rows, RecentPast past) {
        this.past = past;
        start = new LayerShift.Reference[layers];
        current = new LayerShift.Reference[layers];
        drifts = new LayerDrift(rows);
        scratch = new double[rows];
    }

    /** @param y of a layer at step 0, probe rows × units */
    void startAt(int index, DMatrixRMaj y) {
        start[index] = reference(y);
    }

    /** Every layer was given to {@link #startAt}; there is no other past. */
    void restart() {
        past.restart(start.clone());
    }

    /** What was later than that step has never been. */
    void forgetAfter(long step) {
        past.forgetAfter(step);
    }

    /** Nobody knows what was before. */
    void forgetPast() {
        past.forget();
    }

    /** @param step of what {@link #moveTo} is given from now on */
    void at(long step) {
        recently = past.before(step);
    }

    /** @param y of a layer now, probe rows × units */
    void moveTo(int index, DMatrixRMaj y) {
        current[index] = reference(y);
    }

    private static LayerShift.Reference reference(DMatrixRMaj y) {
        return LayerShift.Reference.of(y.data, y.numRows, y.numCols);
    }

    /** What every layer last moved to becomes a point from which recent drift may be counted. */
    void remember(long step) {
        past.add(step, current.clone());
    }

    /** Each unit's y in ascending order, as the layer last moved to. */
    LayerShift.Reference current(int index) {
        return current[index];
    }

    Drift sinceStart(int index) {
        return drift(index, start[index]);
    }

    /** @param sinceStart what {@link #sinceStart} said of the layer, which is the same as long as the past is step 0 */
    Drift recently(int index, Drift sinceStart) {
        if (recently == null) {
            return Drift.NONE;
        }
        return recently[index] == start[index] ? sinceStart : drift(index, recently[index]);
    }

    private Drift drift(int index, LayerShift.Reference then) {
        double sigma = start[index].sigma();
        return new Drift(
                drifts.wasserstein(then, current[index], sigma),
                drifts.kolmogorovSmirnov(then, current[index]),
                drifts.jensenShannon(then, current[index]),
                drifts.mean(then, current[index], sigma),
                drifts.deviation(then, current[index]));
    }

    /**
     * How far each unit has moved since step 0, in units of the layer's σ of then.
     *
     * @param y of the layer, probe rows × units; need not be what it last moved to
     */
    double[] unitShifts(int index, DMatrixRMaj y) {
        return start[index].unitShifts(y.data, scratch);
    }
}
