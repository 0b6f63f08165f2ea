package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Predictions;
import shiftscope.session.Snapshot;

/** What both networks answer: the decision surface over the plane, or for images those that are answered wrongly. A left, B right. */
public final class PredictionsPlot {
    private PredictionsPlot() {}

    /** What is to be read in the place of a plot; empty if there is one. */
    public static Optional<String> message(Snapshot snapshot) {
        if (snapshot.closer().predictions().isEmpty()) {
            return Optional.of(PlotTexts.get("predictions.measuring"));
        }
        Predictions predictions = snapshot.closer().predictions().get();
        return predictions.surface().isPresent() || predictions.mistakes().isPresent()
                ? Optional.empty()
                : Optional.of(PlotTexts.get("predictions.none"));
    }

    /** Draws the plot at the origin of the surface, if there is one. */
    public static void draw(Surface surface, Snapshot snapshot, Palette palette, double width, double height) {
        snapshot.closer().predictions().ifPresent(predictions -> {
            double spine = WallLayout.spineWidth(palette);
            double column = Math.max(0, (width - spine) / 2);
            Box a = new Box(0, 0, column, height);
            Box b = new Box(column + spine, 0, column, height);
            Box between = new Box(column, 0, spine, height);
            predictions.surface().ifPresent(
                    plane -> new DecisionSurfacePlot(snapshot, predictions, plane, palette).draw(surface, a, between, b));
            predictions.mistakes().ifPresent(mistakes -> new MistakesPlot(snapshot, predictions, mistakes, palette).draw(surface, a, b));
        });
    }

    /** What is shown, in words. */
    public static String summary(Snapshot snapshot) {
        return message(snapshot).orElseGet(() -> {
            Predictions predictions = snapshot.closer().predictions().orElseThrow();
            return predictions.mistakes()
                    .map(mistakes -> MistakesPlot.summary(snapshot, predictions, mistakes))
                    .orElseGet(() -> DecisionSurfacePlot.summary(snapshot, predictions, predictions.surface().orElseThrow()));
        });
    }

    /** Which statistics a run's answers were given with, in words: the fullest first. */
    static List<String> statistics(Snapshot snapshot, Side side, Statistics used) {
        RunSettings run = snapshot.experiment().run(side);
        boolean overBatch = IntStream.rangeClosed(1, snapshot.experiment().network().hidden().size())
                .anyMatch(layer -> run.normalization(layer).overBatch());
        if (!overBatch) {
            return List.of(PlotTexts.get("predictions.plain"));
        }
        String plainly = PlotTexts.get("predictions.statistics", PlotTexts.name(used));
        return used == run.statistics()
                ? List.of(plainly)
                : List.of(PlotTexts.get("predictions.instead", PlotTexts.name(used), PlotTexts.name(run.statistics())), plainly);
    }

    /**
     * Writes a heading in a card: the run, and beside or below it as much as there is room for.
     *
     * @param remarks the fullest first
     */
    static void heading(Surface surface, Palette palette, Box card, Side side, String words, List<String> remarks) {
        double scale = palette.typeScale();
        TextStyle style = Type.number(palette).coloured(palette.textOf(side));
        TextStyle muted = Type.label(palette);
        double x = card.x() + 12 * scale;
        double baseline = card.y() + 18 * scale;
        double edge = card.right() - 8 * scale;
        surface.text(words, x, baseline, style);
        double beside = x + surface.textWidth(words, style) + 10 * scale;
        for (String remark : remarks) {
            double width = surface.textWidth(remark, muted);
            if (beside + width <= edge) {
                surface.text(remark, beside, baseline, muted);
                return;
            }
            if (x + width <= edge) {
                surface.text(remark, x, baseline + 15 * scale, muted);
                return;
            }
        }
    }

    /** How much of a card {@link #heading} may take, with room for the name of an axis below it. */
    static double headingHeight(Palette palette) {
        return 56 * palette.typeScale();
    }
}
