package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.data.Dataset;

/** What is measured of both runs because somebody looks; nothing of it is recorded, and no run is changed by it. */
final class Looks {
    private final Dataset dataset;
    private final Probes probes;
    private Questions questions;

    Looks(Dataset dataset, Probes probes) {
        this.dataset = dataset;
        this.probes = probes;
    }

    /** The wall as it is now. */
    List<Row> rows(Viewing viewing, RowAxes axes) {
        return axes.rows(viewing, probes);
    }

    /** What else is wanted, of what the last {@link #rows} passed. */
    CloserLook closer(Viewing viewing, RowAxes axes) {
        return new CloserLook(axes.layer(viewing, probes), statistics(viewing), predictions(viewing));
    }

    private Optional<StatisticsComparison> statistics(Viewing viewing) {
        if (!viewing.statistics()) {
            return Optional.empty();
        }
        Inference a = probes.a().inference();
        Inference b = probes.b().inference();
        // What is compared is kept until the run changes.
        probes.sideBySide().run(a::compareStatistics, b::compareStatistics);
        return Optional.of(new StatisticsComparison(a.compareStatistics(), b.compareStatistics()));
    }

    private Optional<Predictions> predictions(Viewing viewing) {
        if (!viewing.predictions()) {
            return Optional.empty();
        }
        // What is asked over and over is made when somebody first asks.
        if (questions == null) {
            questions = new Questions(dataset, probes);
        }
        return Optional.of(questions.ask());
    }
}
