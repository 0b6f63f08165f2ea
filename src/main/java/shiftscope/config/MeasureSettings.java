package shiftscope.config;

/**
 * How runs are watched. None of it changes a bit of a run.
 *
 * @param probe size of the fixed probe set: the first that many training examples, on which histograms and shifts are taken
 * @param recordEvery steps between two entries in the curves and the CSV during the first two thousand steps; later entries
 *     are farther apart, see the session's recording rule
 * @param unit the unit of each layer whose percentiles are recorded (Ioffe and Szegedy 2015, figure 1), from 0; a narrower layer
 *     uses its last
 * @param populationBatches how {@link Statistics#POPULATION} finds its statistics: 0 by one exact pass over the training set, k > 0 by
 *     averaging over k mini-batches (Ioffe and Szegedy 2015, algorithm 2)
 * @param recentSteps how many steps ago the recent drift of a layer is counted from
 * @param gradientProbes whether what each recorded update does to gradients is measured (Santurkar et al. 2018); it takes several
 *     passes for each of them
 */
public record MeasureSettings(
        int probe, int recordEvery, int unit, int populationBatches, int recentSteps, boolean gradientProbes) {
    public MeasureSettings {
        Checks.between("measure.probe", probe, 2, 10_000);
        Checks.between("measure.recordEvery", recordEvery, 1, 100_000);
        Checks.between("measure.unit", unit, 0, NetworkSettings.MOST_UNITS - 1);
        Checks.between("measure.populationBatches", populationBatches, 0, 10_000);
        Checks.between("measure.recentSteps", recentSteps, 1, 1_000_000);
    }

    public MeasureSettings withGradientProbes(boolean on) {
        return new MeasureSettings(probe, recordEvery, unit, populationBatches, recentSteps, on);
    }
}
