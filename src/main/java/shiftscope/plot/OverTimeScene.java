package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

/** What the views over time share: a card per run and layer, the spine between them, and what is said before there is anything. */
abstract sealed class OverTimeScene implements WallScene permits RidgesPlot, HeatMapPlot, PercentilesScene {
    static final double HEAD = 24;
    private static final double PADDING = CellLayout.PADDING;

    final Snapshot snapshot;
    final Palette palette;
    final WallLayout layout;
    final WallOptions options;
    final List<Row> rows;
    final List<Slice> slices;
    /** The quantity shown. */
    final Tap tap;

    OverTimeScene(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, Tap tap) {
        this.snapshot = snapshot;
        this.palette = palette;
        this.layout = layout;
        this.options = options;
        this.tap = tap;
        rows = WallScene.overTime(snapshot);
        slices = snapshot.slices();
    }

    /** Draws what is shown of a layer into a card, below its head. */
    abstract void panel(Surface surface, int i, Side side);

    /** Draws what the mouse points at, over everything else. */
    abstract void readout(Surface surface, double mouseX, double mouseY);

    /** What keeps a layer from being shown, in words; empty if nothing does. */
    String obstacle(Row row) {
        return slices.isEmpty() ? PlotTexts.get("overTime.none") : "";
    }

    /** What the head of a card says on the left besides that another quantity is shown than was asked for. */
    String head(Row row, Side side) {
        return "";
    }

    /** The median of a layer at a slice. */
    double median(Slice slice, Side side, Row row) {
        return Slices.counts(slice, side, row.layer(), tap).map(Slices::median).orElse(Double.NaN);
    }

    abstract String name();

    @Override
    public final void draw(Surface surface, double mouseX, double mouseY) {
        int drawn = Math.min(layout.rows(), rows.size());
        for (int i = 0; i < drawn; i++) {
            int layer = rows.get(i).layer();
            for (Side side : Side.values()) {
                drawCard(surface, layer, side);
            }
            drawSpine(surface, layer);
        }
        readout(surface, mouseX, mouseY);
    }

    @Override
    public final void drawCard(Surface surface, int layer, Side side) {
        Row row = rows.get(layer - 1);
        Box card = card(layer, side);
        Cards.draw(surface, palette, card);
        String obstacle = obstacle(row);
        if (obstacle.isEmpty()) {
            notes(surface, card, row, side);
            panel(surface, layer - 1, side);
        } else {
            say(surface, card, obstacle);
        }
    }

    @Override
    public final void drawSpine(Surface surface, int layer) {
        SpinePlot.draw(surface, palette, layout.spine(layer - 1), rows.get(layer - 1), snapshot.latest(), SpinePlot.longestShift(snapshot));
    }

    @Override
    public final Box card(int layer, Side side) {
        return layout.card(side, layer - 1);
    }

    private void say(Surface surface, Box card, String words) {
        TextStyle style = Type.label(palette).aligned(Align.CENTRE);
        if (surface.textWidth(words, style) <= card.width() - 2 * PADDING) {
            surface.text(words, card.centreX(), card.centreY() + style.capHeight() / 2, style);
        }
    }

    private void notes(Surface surface, Box card, Row row, Side side) {
        List<String> notes = new ArrayList<>();
        if (shown(row, side) != snapshot.tap()) {
            notes.add(PlotTexts.get("cell.otherShown", PlotTexts.symbol(shown(row, side))));
        }
        if (!head(row, side).isEmpty()) {
            notes.add(head(row, side));
        }
        TextStyle style = Type.label(palette);
        double x = card.x() + PADDING * palette.typeScale();
        double end = card.right() - (PADDING + keyWidth()) * palette.typeScale();
        for (String note : notes) {
            double next = x + surface.textWidth(note, style);
            if (next <= end) {
                surface.text(note, x, headBaseline(card), style);
                x = next + PADDING * palette.typeScale();
            }
        }
    }

    /** What is really shown of a run: z for ẑ in a layer that has no normalizer now. */
    Tap shown(Row row, Side side) {
        return tap == snapshot.tap() ? row.of(side).shown() : tap;
    }

    /** What a key takes of the right end of a head, in pixels of a type scale of 1. */
    double keyWidth() {
        return 0;
    }

    final double headBaseline(Box card) {
        return card.y() + 18 * palette.typeScale();
    }

    /** The card at a point: its row, counted in {@link #rows}, and its run. */
    record Place(int row, Side side) {}

    final Optional<Place> placeAt(double x, double y) {
        OptionalInt row = layout.row(y);
        if (row.isPresent() && row.getAsInt() < rows.size() && obstacle(rows.get(row.getAsInt())).isEmpty()) {
            for (Side side : Side.values()) {
                if (layout.card(side, row.getAsInt()).contains(x, y)) {
                    return Optional.of(new Place(row.getAsInt(), side));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public final OptionalInt rowAt(double y) {
        OptionalInt row = layout.row(y);
        return row.isPresent() && row.getAsInt() < rows.size() ? OptionalInt.of(rows.get(row.getAsInt()).layer()) : OptionalInt.empty();
    }

    @Override
    public final OptionalInt opens(double x, double y) {
        OptionalInt row = layout.row(y);
        boolean below = row.isPresent() && y >= layout.card(Side.A, row.getAsInt()).y() + HEAD * palette.typeScale();
        boolean card = row.isPresent() && !layout.spine(row.getAsInt()).contains(x, y);
        return below && card ? OptionalInt.empty() : rowAt(y);
    }

    @Override
    public final String summary() {
        List<String> lines = new ArrayList<>();
        if (slices.isEmpty()) {
            lines.add(PlotTexts.get("summary.overTime.none", name(), PlotTexts.formula(tap)));
            return String.join("\n", lines);
        }
        Slice first = slices.get(0);
        Slice newest = slices.get(slices.size() - 1);
        String from = Numbers.count(first.step());
        String to = Numbers.count(newest.step());
        lines.add(PlotTexts.get("summary.overTime", name(), PlotTexts.formula(tap), from, to));
        for (Row row : rows) {
            List<String> parts = new ArrayList<>();
            for (Side side : Side.values()) {
                parts.add(PlotTexts.get(
                        "summary.median",
                        side.name(),
                        Numbers.measured(median(first, side, row)),
                        Numbers.measured(median(newest, side, row))));
            }
            lines.add(PlotTexts.get("summary.row", PlotTexts.name(row)) + " " + String.join("; ", parts) + ".");
        }
        return String.join("\n", lines);
    }
}
