package shiftscope.plot;

import java.util.Optional;
import java.util.OptionalInt;
import shiftscope.config.Side;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;

/** The wall of this step, {@link WallPlot}, with chosen ranges. */
record NowScene(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options) implements WallScene {
    @Override
    public void draw(Surface surface, double mouseX, double mouseY) {
        WallPlot.draw(surface, snapshot, palette, layout, options, pointedAt(mouseX, mouseY));
    }

    @Override
    public void drawCard(Surface surface, int layer, Side side) {
        WallPlot.drawCard(surface, snapshot, palette, layout, options, layer, side, CellPlot.NO_BIN);
    }

    @Override
    public void drawSpine(Surface surface, int layer) {
        WallPlot.drawSpine(surface, snapshot, palette, layout, layer);
    }

    @Override
    public Box card(int layer, Side side) {
        return layout.card(side, layer);
    }

    @Override
    public OptionalInt rowAt(double y) {
        return layout.row(y).stream().filter(row -> row < snapshot.rows().size()).findFirst();
    }

    private Optional<CellAxis> cellAt(Side side, double x, double y) {
        OptionalInt row = rowAt(y);
        if (row.isEmpty() || !layout.card(side, row.getAsInt()).contains(x, y)) {
            return Optional.empty();
        }
        Row shown = snapshot.rows().get(row.getAsInt());
        return Optional.of(WallPlot.axis(layout, shown, row.getAsInt(), side, options));
    }

    @Override
    public Optional<Hit> pointedAt(double x, double y) {
        for (Side side : Side.values()) {
            int bin = cellAt(side, x, y).map(axis -> axis.bin(x, y)).orElse(CellAxis.NOWHERE);
            if (bin != CellAxis.NOWHERE) {
                return Optional.of(new Hit(side, rowAt(y).getAsInt(), bin));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ValueAxis> axisAt(double x, double y) {
        for (Side side : Side.values()) {
            Optional<CellAxis> axis = cellAt(side, x, y).filter(found -> y >= found.cell().bars().y());
            if (axis.isPresent()) {
                Box bars = axis.get().cell().bars();
                ValueRange range = axis.get().range();
                LinearScale scale = new LinearScale(range.low(), range.high(), bars.x(), bars.right());
                return Optional.of(new ValueAxis(snapshot.rows().get(rowAt(y).getAsInt()).layer(), scale, false));
            }
        }
        return Optional.empty();
    }

    @Override
    public OptionalInt opens(double x, double y) {
        OptionalInt row = rowAt(y);
        boolean below = row.isPresent() && y >= layout.cell(Side.A, row.getAsInt()).bars().y();
        boolean card = row.isPresent() && !layout.spine(row.getAsInt()).contains(x, y);
        return below && card ? OptionalInt.empty() : row;
    }

    @Override
    public String summary() {
        return WallPlot.summary(snapshot);
    }
}
