package shiftscope.export;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Heading;
import shiftscope.plot.HeldRanges;
import shiftscope.plot.LagPlot;
import shiftscope.plot.LayerPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.PercentilesPlot;
import shiftscope.plot.PhiPlot;
import shiftscope.plot.PlotTexts;
import shiftscope.plot.PredictionsPlot;
import shiftscope.plot.Surface;
import shiftscope.plot.UnitStrip;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallScene;
import shiftscope.session.LayerDetail;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.StatisticsComparison;

/** Puts the plots of a figure in their places under its heading. */
final class FigurePicture {
    /** Between two plots, in pixels of a type scale of 1. */
    private static final double GAP = 8;
    /** Between the two runs. */
    private static final double BETWEEN = 20;
    /** The least height in which the histogram of a layer and φ are legible, in pixels of a type scale of 1. */
    private static final double LEAST_UPPER = 190;
    /** How much of the width the histogram has beside φ. */
    private static final double HISTOGRAM = 0.54;

    private final Figure figure;
    private final Snapshot snapshot;
    private final HeldRanges ranges;
    private final Palette palette;
    private final double width;
    private final double height;

    /** @param snapshot one that holds what the figure shows */
    FigurePicture(Figure figure, Snapshot snapshot, HeldRanges ranges) {
        this.figure = figure;
        this.snapshot = snapshot;
        this.ranges = ranges;
        palette = figure.palette();
        width = Picture.innerWidth(figure.width());
        height = Picture.innerHeight(figure.height(), palette);
    }

    Picture picture() {
        return switch (figure.view().kind()) {
            case WALL -> figure.layer().isEmpty() ? wall() : row(figure.layer().getAsInt());
            case PREDICTIONS -> headed(height, Picture.Words.of(""), surface -> PredictionsPlot.draw(surface, snapshot, palette, width, height));
            case LAYER -> layer();
            case CURVE -> headed(height, Picture.Words.of(""),
                    surface -> curve().draw(surface, new Box(0, 0, width, height), palette, Optional.empty()));
            case LAG -> lag(snapshot.closer().statistics().orElseThrow());
        };
    }

    private CurvePlot curve() {
        return switch (figure.view()) {
            case LOSS -> CurvePlot.trainingLoss(snapshot.history(), snapshot.latest(), snapshot.commands());
            case TEST -> CurvePlot.test(snapshot);
            default -> CurvePlot.number(
                    figure.view().number().orElseThrow(),
                    snapshot.history(),
                    snapshot.latest(),
                    snapshot.commands(),
                    figure.layerOf(snapshot.experiment()));
        };
    }

    private Picture headed(double inner, Picture.Words words, Consumer<Surface> plot) {
        return Picture.withHeading(snapshot, palette, figure.width(), inner, words, new Picture.Part(0, 0, plot));
    }

    private Picture.Words words(String looking, Heading.Outlines outlines) {
        return new Picture.Words(figure.sides(), looking, outlines);
    }

    private int rows() {
        return figure.view() == FigureView.NOW ? snapshot.rows().size() : WallScene.overTime(snapshot).size();
    }

    private WallScene scene(WallLayout layout) {
        return switch (figure.view()) {
            case RIDGES -> WallScene.ridges(snapshot, palette, layout, figure.options(), ranges);
            case HEATMAP -> WallScene.heatMap(snapshot, palette, layout, figure.options(), ranges);
            case PERCENTILES -> WallScene.percentiles(snapshot, palette, layout, figure.options(), ranges);
            default -> WallScene.now(snapshot, palette, layout, figure.options());
        };
    }

    private String looking() {
        return figure.view() == FigureView.PERCENTILES ? PercentilesPlot.caption() : PlotTexts.formula(snapshot.tap());
    }

    private Heading.Outlines outlines() {
        return figure.view() == FigureView.NOW ? Heading.Outlines.START_AND_LEFT : Heading.Outlines.NONE;
    }

    private Picture wall() {
        WallLayout layout = WallLayout.of(width, height, rows(), palette);
        WallScene scene = scene(layout);
        return headed(layout.drawnHeight(), words(looking(), outlines()), surface -> scene.draw(surface, -1, -1));
    }

    /** One row of a wall that is high enough for each of its rows to fill the picture. */
    private Picture row(int layer) {
        boolean both = figure.run().isEmpty();
        double wide = both ? width : 2 * width + WallLayout.spineWidth(palette);
        WallLayout one = WallLayout.of(wide, height, 1, palette);
        WallLayout layout = WallLayout.of(wide, rows() * one.rowHeight() + (rows() - 1) * WallLayout.gap(palette), rows(), palette);
        WallScene scene = scene(layout);
        Side first = figure.sides().get(0);
        Box card = scene.card(layer, first);
        String what = both ? looking() : name(layer) + " · " + looking();
        return Picture.withHeading(snapshot, palette, figure.width(), one.rowHeight(), words(what, outlines()),
                new Picture.Part(-card.x(), -card.y(), surface -> {
                    for (Side side : figure.sides()) {
                        scene.drawCard(surface, layer, side);
                    }
                    if (both) {
                        scene.drawSpine(surface, layer);
                    }
                }));
    }

    private String name(int layer) {
        return PlotTexts.name(snapshot.rows().get(layer));
    }

    private Picture lag(StatisticsComparison comparison) {
        double needed = Math.max(height, LagPlot.height(comparison, palette));
        return headed(needed, Picture.Words.of(LagPlot.caption()), surface -> LagPlot.draw(surface, comparison, palette, new Box(0, 0, width, needed)));
    }

    /** Each run's plots from the left edge of its half, or of the whole picture where it is alone: the units below, the others above. */
    private Picture layer() {
        LayerDetail detail = snapshot.closer().layer().orElseThrow();
        Row row = snapshot.rows().get(detail.layer());
        double scale = palette.typeScale();
        double column = (width - (figure.sides().size() - 1) * BETWEEN * scale) / figure.sides().size();
        double below = figure.view() == FigureView.PHI ? 0 : strip(detail, Side.A).height(column, palette);
        double gap = figure.view() == FigureView.LAYER ? GAP * scale : 0;
        double upper = figure.view() == FigureView.UNITS ? 0 : Math.max(LEAST_UPPER * scale, height - gap - below);
        String formula = figure.view() == FigureView.PHI ? "" : " · " + PlotTexts.formula(snapshot.tap());
        boolean start = figure.view() == FigureView.LAYER && figure.options().unit().isEmpty();
        Heading.Outlines outlines = start ? Heading.Outlines.START : Heading.Outlines.NONE;
        return headed(Math.max(height, upper + gap + below), words(name(detail.layer()) + formula, outlines), surface -> {
            double left = 0;
            for (Side side : figure.sides()) {
                plots(surface, new Box(left, 0, column, upper), row, detail, side);
                if (below > 0) {
                    strip(detail, side).draw(surface, new Box(left, upper + gap, column, below), palette, 0, figure.options().unit(),
                            OptionalInt.empty());
                }
                left += column + BETWEEN * scale;
            }
        });
    }

    private static UnitStrip strip(LayerDetail detail, Side side) {
        return new UnitStrip(side, detail, IntStream.range(0, detail.of(side).units().size()).boxed().toList());
    }

    private void plots(Surface surface, Box box, Row row, LayerDetail detail, Side side) {
        boolean output = row.kind() == Row.Kind.OUTPUT;
        double saturated = row.of(side).saturated();
        if (figure.view() == FigureView.PHI) {
            PhiPlot.draw(surface, box, palette, side, detail.of(side), saturated);
        } else if (figure.view() == FigureView.LAYER) {
            double first = output ? box.width() : HISTOGRAM * (box.width() - GAP * palette.typeScale());
            LayerPlot plot = figure.options().unit().isPresent()
                    ? LayerPlot.of(row, detail, figure.options().unit().getAsInt())
                    : LayerPlot.of(row, snapshot.tap());
            plot.draw(surface, new Box(box.x(), box.y(), first, box.height()), palette, side);
            if (!output) {
                double left = box.x() + first + GAP * palette.typeScale();
                PhiPlot.draw(surface, new Box(left, box.y(), box.right() - left, box.height()), palette, side, detail.of(side), saturated);
            }
        }
    }
}
