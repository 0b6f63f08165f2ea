package shiftscope.session;

import shiftscope.config.MeasureSettings;
import shiftscope.config.Statistics;
import shiftscope.data.Dataset;
import shiftscope.engine.PopulationStatistics;

/**
 * How one run's network answers outside of training: with which statistics, and how well on the test set. What is learned is not
 * changed.
 */
final class Inference {
    private final Run run;
    private final MeasureSettings settings;
    private final Dataset dataset;
    private final int batchSize;
    private final Evaluation evaluation;
    private final ThreeStatistics threeStatistics;
    private PopulationStatistics population;
    private long populationTakenAt = -1;

    Inference(Run run, MeasureSettings settings, Dataset dataset, int batchSize) {
        this.run = run;
        this.settings = settings;
        this.dataset = dataset;
        this.batchSize = batchSize;
        evaluation = new Evaluation(run.network(), dataset.test(), batchSize);
        threeStatistics = new ThreeStatistics(run, evaluation);
    }

    /** Which statistics the run's switch chooses; the population's have been measured then. */
    Statistics prepare() {
        Statistics chosen = run.settings().statistics();
        if (chosen == Statistics.POPULATION) {
            measurePopulation();
        }
        return chosen;
    }

    /** Brings the population statistics of the network, if it has any, to what they are now, whatever the run's switch chooses. */
    void measurePopulation() {
        if (populationTakenAt != run.changes() && ThreeStatistics.differ(run.network())) {
            if (population == null) {
                population = PopulationStatistics.of(
                        run.network(), dataset.train().inputs(), settings.populationBatches(), batchSize);
            }
            population.measure(run.network());
            populationTakenAt = run.changes();
        }
    }

    /** Passes the test set. */
    Evaluation evaluate(Statistics statistics) {
        evaluation.evaluate(run.network(), run.loss(), statistics);
        return evaluation;
    }

    /** The network as it is now under each of the three statistics; passes the test set with each. */
    StatisticsComparison.OfRun compareStatistics() {
        measurePopulation();
        return threeStatistics.compare();
    }
}
