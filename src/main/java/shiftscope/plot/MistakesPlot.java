package shiftscope.plot;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Predictions;
import shiftscope.session.Snapshot;

/** The test images that each network answers wrongly: what they show, what was answered, and how sure the network was. */
final class MistakesPlot {
    /** How large an image is at least and at most, in pixels of a type scale of 1. */
    private static final double IMAGE = 52;
    private static final double LARGEST = 112;
    private static final double GAP = 14;
    private static final double WORDS = 30;
    private static final double MARGIN = 12;
    /** What the line takes that says how many more there are. */
    private static final double REST = 22;

    private final Snapshot snapshot;
    private final Predictions predictions;
    private final Predictions.Mistakes mistakes;
    private final Palette palette;
    private final double scale;

    /**
     * How the images of both runs stand: equally large, so that they compare, and as large as lets all that are known be seen.
     *
     * @param image their size in pixels
     * @param columns of one run
     * @param rows of one run
     */
    private record Grid(double image, int columns, int rows) {}

    /** @param mistakes those of the predictions */
    MistakesPlot(Snapshot snapshot, Predictions predictions, Predictions.Mistakes mistakes, Palette palette) {
        this.snapshot = snapshot;
        this.predictions = predictions;
        this.mistakes = mistakes;
        this.palette = palette;
        scale = palette.typeScale();
    }

    /**
     * @param a the column of run A
     * @param b the column of run B
     */
    void draw(Surface surface, Box a, Box b) {
        Grid grid = grid(a);
        sheet(surface, a, Side.A, grid);
        sheet(surface, b, Side.B, grid);
    }

    private Grid grid(Box card) {
        int wanted = Math.max(mistakes.a().shown().size(), mistakes.b().shown().size());
        Grid grid = grid(card, LARGEST);
        for (double image = LARGEST - 2; image >= IMAGE && grid.columns() * grid.rows() < wanted; image -= 2) {
            grid = grid(card, image);
        }
        return grid;
    }

    private Grid grid(Box card, double image) {
        int columns = (int) Math.max(0, inner(card) / ((image + GAP) * scale));
        int rows = (int) Math.max(0, (inside(card) + GAP * scale) / ((image + WORDS + GAP) * scale));
        // Into what they leave, images grow.
        double across = inner(card) / Math.max(1, columns) - GAP * scale;
        double down = (inside(card) + GAP * scale) / Math.max(1, rows) - (WORDS + GAP) * scale;
        return new Grid(Math.min(LARGEST * scale, Math.max(image * scale, Math.min(across, down))), columns, rows);
    }

    /** The width that images have, and a gap that the last of a row does not need. */
    private double inner(Box card) {
        return card.width() - 2 * MARGIN * scale + GAP * scale;
    }

    /** The height that images have with their words. */
    private double inside(Box card) {
        return card.height() - head() - REST * scale;
    }

    private double head() {
        return PredictionsPlot.headingHeight(palette) - 8 * scale;
    }

    private static String wrong(Side side, Predictions.Sheet sheet) {
        return PlotTexts.get("mistakes.wrong", side.name(), Numbers.count(sheet.wrong()), Numbers.count(sheet.of()));
    }

    private void sheet(Surface surface, Box card, Side side, Grid grid) {
        Predictions.Sheet sheet = mistakes.of(side);
        Cards.draw(surface, palette, card);
        PredictionsPlot.heading(surface, palette, card, side, wrong(side, sheet),
                PredictionsPlot.statistics(snapshot, side, sheet.statistics()));
        int columns = grid.columns();
        // What is left over goes between the images.
        double wide = inner(card) / Math.max(1, columns);
        double high = Math.min((inside(card) + GAP * scale) / Math.max(1, grid.rows()), grid.image() + (WORDS + 2.5 * GAP) * scale);
        List<Predictions.Mistake> shown = sheet.shown();
        int tiles = Math.min(shown.size(), columns * grid.rows());
        double left = card.x() + MARGIN * scale + (wide - GAP * scale - grid.image()) / 2;
        for (int i = 0; i < tiles; i++) {
            tile(surface, shown.get(i), left + i % columns * wide, card.y() + head() + i / columns * high, grid.image());
        }
        String rest = sheet.wrong() == 0
                ? PlotTexts.get("mistakes.none")
                : sheet.wrong() > tiles ? PlotTexts.get("mistakes.more", Numbers.count(sheet.wrong() - tiles)) : "";
        surface.text(rest, card.x() + MARGIN * scale, card.bottom() - 9 * scale, Type.label(palette));
    }

    private void tile(Surface surface, Predictions.Mistake mistake, double x, double y, double size) {
        double pixel = size / Math.max(mistakes.width(), mistakes.height());
        Box image = new Box(x, y, pixel * mistakes.width(), pixel * mistakes.height());
        ImagePlot.draw(surface, palette, image, mistakes.width(), mistakes.channels(), mistake.pixels());
        double centre = x + size / 2;
        double baseline = y + size + 13 * scale;
        Box words = new Box(x - GAP * scale / 2, image.bottom(), size + GAP * scale, (WORDS + GAP) * scale);
        String answer = answered(predictions, mistake);
        TextStyle style = Type.number(palette).aligned(Align.CENTRE);
        surface.withClip(words, () -> {
            surface.text(answer, centre, baseline, style);
            surface.text(Numbers.percent(mistake.probability()), centre, baseline + 13 * scale, Type.tick(palette));
        });
    }

    private static String answered(Predictions predictions, Predictions.Mistake mistake) {
        return PlotTexts.get(
                "mistakes.answer", predictions.classes().get(mistake.label()), predictions.classes().get(mistake.answer()));
    }

    /** How many are wrong, and the first few of them. */
    static String summary(Snapshot snapshot, Predictions predictions, Predictions.Mistakes mistakes) {
        StringBuilder words = new StringBuilder(PlotTexts.get("summary.mistakes", Numbers.count(snapshot.step())));
        for (Side side : Side.values()) {
            Predictions.Sheet sheet = mistakes.of(side);
            words.append(' ').append(wrong(side, sheet)).append(", ")
                    .append(PredictionsPlot.statistics(snapshot, side, sheet.statistics()).get(0));
            sheet.shown().stream().limit(5).forEach(mistake -> words.append("; ").append(answered(predictions, mistake)));
            words.append('.');
        }
        return words.toString();
    }
}
