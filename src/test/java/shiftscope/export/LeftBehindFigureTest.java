package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Normalization;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.plot.LeftBehind;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.RowAxes;
import shiftscope.session.Script;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Timeline;

/** The wall of runs that really took another way shows the way they left. */
class LeftBehindFigureTest {
    private static final Command CHANGE = new Command.SetNormalization(Side.A, Normalization.BATCH);
    private final Experiment experiment = ExperimentFile.parse(RealTwins.TEXT, "test");
    private final Dataset dataset = Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of(""));

    private static void play(Timeline timeline, long step) {
        while (timeline.now() < step) {
            timeline.step();
        }
    }

    private static Snapshot snapshot(Timeline timeline, Figure figure) {
        return timeline.snapshot(
                figure.viewing(timeline.twins().experiment()), new RowAxes(), timeline.twins().measure(), false, 0);
    }

    private static String svg(Snapshot snapshot, Figure figure) {
        return Pictures.svg(figure.picture(snapshot), PictureOptions.PLAIN);
    }

    @Test
    void anotherWayLeavesAnOutlineThatTheSameRunsWithoutAForkDoNotHave() {
        Figure figure = Figure.of(FigureView.NOW);
        Script changedAtOnce = new Script(experiment, List.of(new RecordedCommand(40, CHANGE)), 0, Optional.empty());
        try (Timeline forked = Timeline.open(Script.of(experiment), dataset, 1);
                Timeline straight = Timeline.open(changedAtOnce, dataset, 1)) {
            play(forked, 100);
            List<Slice> before = snapshot(forked, figure).slices();
            forked.goTo(40);
            forked.apply(CHANGE);
            play(forked, 85);
            play(straight, 85);
            Snapshot shown = snapshot(forked, figure);
            LeftBehind left = LeftBehind.of(shown).orElseThrow();
            assertEquals(40, left.fork());
            Slice nearest = before.stream().filter(slice -> slice.step() <= 85).reduce((one, later) -> later).orElseThrow();
            assertEquals(nearest.step(), left.slice().step());
            assertEquals(nearest.a().get(1).counts(), left.slice().a().get(1).counts());

            Snapshot never = snapshot(straight, figure);
            assertEquals(never.rows().get(1).a().now(), shown.rows().get(1).a().now(), "the same runs");
            assertEquals(Optional.empty(), LeftBehind.of(never));
            String with = svg(shown, figure);
            String without = svg(never, figure);
            assertNotEquals(without, with);
            assertTrue(with.contains(left.words()) && !without.contains("fork"));
            int cards = 2 * (shown.rows().size() - 1);
            assertEquals(cards, with.split("<polyline", -1).length - without.split("<polyline", -1).length);

            Figure other = Figure.of(FigureView.HEATMAP);
            assertEquals(svg(snapshot(straight, other), other), svg(snapshot(forked, other), other), "views over time have none");
        }
    }
}
