package shiftscope.plot;

import java.util.Optional;
import java.util.OptionalInt;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Tap;

/**
 * One layer of one run, or one of its units, as a large card of the wall under a line that says what it is.
 *
 * @param row what is counted, of both runs, so that they share a scale
 * @param tap the quantity that was asked for
 * @param caption says what it is
 */
public record LayerPlot(Row row, Tap tap, String caption) {
    /** What the line above a large card takes, in pixels at a type scale of 1. */
    static final double CAPTION = 20;

    /** All units of a layer. */
    public static LayerPlot of(Row row, Tap tap) {
        return new LayerPlot(row, tap, PlotTexts.get("layer.all", PlotTexts.width(row), PlotTexts.formula(tap)));
    }

    /**
     * One unit of a layer.
     *
     * @param row of the layer
     * @param unit from 0, in both runs the same
     */
    public static LayerPlot of(Row row, LayerDetail detail, int unit) {
        Row one = new Row(row.layer(), row.kind(), 1, view(detail.a(), unit), view(detail.b(), unit));
        return new LayerPlot(one, detail.tap(), PlotTexts.get("layer.unit", String.valueOf(unit), PlotTexts.formula(detail.tap())));
    }

    private static LayerView view(LayerDetail.OfRun run, int index) {
        LayerDetail.Unit unit = run.units().get(index);
        long values = unit.now().total();
        double squares = values * unit.deviation() * unit.deviation();
        return new LayerView(
                run.shown(), unit.now(), null, new Moments(values, unit.mean(), squares), unit.saturated(), Double.NaN, unit.brushed());
    }

    /** Draws it without what is pointed at. */
    public void draw(Surface surface, Box box, Palette palette, Side side) {
        TextStyle style = Type.number(palette);
        surface.withClip(box, () -> surface.text(caption, box.x() + 2, box.y() + 13 * palette.typeScale(), style));
        new CellPlot(surface, palette, axis(box, palette, side), side, row, tap).draw(CountScale.of(row), Optional.empty());
    }

    /** Points out a bin with its numbers, over what is drawn already. */
    public void pointOut(Surface surface, Box box, Palette palette, Side side, int bin) {
        CellPlot.pointOut(surface, palette, axis(box, palette, side), side, bin);
    }

    private CellAxis axis(Box box, Palette palette, Side side) {
        return CellAxis.filled(cell(box, palette), row.of(side).now());
    }

    /** The bin under a point: −1 for the values under the range, the number of bins for those over it. */
    public OptionalInt bin(Box box, Palette palette, Side side, double x, double y) {
        return cell(box, palette).bin(x, y, row.of(side).now().bins());
    }

    /** The lower edge of a bin, minus infinity under the range; that of bin + 1 is its upper edge. */
    public double edge(Side side, int bin) {
        Histogram now = row.of(side).now();
        return bin < 0 ? Double.NEGATIVE_INFINITY : bin > now.bins() ? Double.POSITIVE_INFINITY : now.edge(bin);
    }

    /** Draws a card for what has not been measured yet. */
    public static void drawWaiting(Surface surface, Box box, Palette palette) {
        double top = CAPTION * palette.typeScale();
        Box card = new Box(box.x(), box.y() + top, box.width(), Math.max(0, box.height() - top));
        Cards.draw(surface, palette, card);
        surface.text(
                PlotTexts.get("layer.measuring"), card.centreX(), card.centreY(), Type.label(palette).aligned(TextStyle.Align.CENTRE));
    }

    private static CellLayout cell(Box box, Palette palette) {
        double top = CAPTION * palette.typeScale();
        return CellLayout.of(
                new Box(box.x(), box.y() + top, box.width(), Math.max(0, box.height() - top)), palette.typeScale());
    }
}
