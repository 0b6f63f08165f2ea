package shiftscope.plot;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Predictions;
import shiftscope.session.Snapshot;

/** The test images that each network answers wrongly: what they show, what was answered, and how sure the network was. */
final class MistakesPlot {
    private static final double IMAGE = 52;
    private static final double GAP = 14;
    private static final double WORDS = 30;
    private static final double MARGIN = 12;

    private final Snapshot snapshot;
    private final Predictions predictions;
    private final Predictions.Mistakes mistakes;
    private final Palette palette;
    private final double scale;

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
        sheet(surface, a, Side.A);
        sheet(surface, b, Side.B);
    }

    private static String wrong(Side side, Predictions.Sheet sheet) {
        return PlotTexts.get("mistakes.wrong", side.name(), Numbers.count(sheet.wrong()), Numbers.count(sheet.of()));
    }

    private void sheet(Surface surface, Box card, Side side) {
        Predictions.Sheet sheet = mistakes.of(side);
        Cards.draw(surface, palette, card);
        PredictionsPlot.heading(surface, palette, card, side, wrong(side, sheet),
                PredictionsPlot.statistics(snapshot, side, sheet.statistics()));
        double head = PredictionsPlot.headingHeight(palette) - 8 * scale;
        double wide = (IMAGE + GAP) * scale;
        double high = (IMAGE + WORDS + GAP) * scale;
        double inner = card.width() - 2 * MARGIN * scale + GAP * scale;
        int columns = (int) Math.max(0, inner / wide);
        int rows = (int) Math.max(0, (card.height() - head - 16 * scale) / high);
        List<Predictions.Mistake> shown = sheet.shown();
        int tiles = Math.min(shown.size(), columns * rows);
        double left = card.x() + MARGIN * scale + (inner - columns * wide) / 2;
        for (int i = 0; i < tiles; i++) {
            tile(surface, shown.get(i), left + i % columns * wide, card.y() + head + i / columns * high);
        }
        String rest = sheet.wrong() == 0
                ? PlotTexts.get("mistakes.none")
                : sheet.wrong() > tiles ? PlotTexts.get("mistakes.more", Numbers.count(sheet.wrong() - tiles)) : "";
        surface.text(rest, card.x() + MARGIN * scale, card.bottom() - 9 * scale, Type.label(palette));
    }

    private void tile(Surface surface, Predictions.Mistake mistake, double x, double y) {
        double pixel = IMAGE * scale / Math.max(mistakes.width(), mistakes.height());
        Box image = new Box(x, y, pixel * mistakes.width(), pixel * mistakes.height());
        int[] argb = new int[mistake.pixels().length];
        for (int i = 0; i < argb.length; i++) {
            double ink = Math.max(0, Math.min(1, mistake.pixels()[i]));
            argb[i] = palette.text().withAlpha(ink).on(palette.card()).argb();
        }
        surface.cells(image, mistakes.width(), mistakes.height(), argb);
        surface.strokeRoundRectangle(image.x() - 0.5, image.y() - 0.5, image.width() + 1, image.height() + 1, 0,
                Stroke.solid(1, palette.border()));
        double centre = x + IMAGE * scale / 2;
        double baseline = y + IMAGE * scale + 13 * scale;
        Box words = new Box(x - GAP * scale / 2, image.bottom(), (IMAGE + GAP) * scale, (WORDS + GAP) * scale);
        String answer = answered(predictions, mistake);
        TextStyle style = Type.number(palette).aligned(Align.CENTRE);
        Runnable writing = () -> {
            surface.text(answer, centre, baseline, style);
            surface.text(Numbers.percent(mistake.probability()), centre, baseline + 13 * scale, Type.tick(palette));
        };
        // Clipping costs a canvas more than all else here, and names of digits need none.
        if (surface.textWidth(answer, style) <= words.width()) {
            writing.run();
        } else {
            surface.withClip(words, writing);
        }
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
