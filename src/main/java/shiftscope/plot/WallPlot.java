package shiftscope.plot;

import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.session.Snapshot;

/** The wall: one histogram per run and layer, each beside the outline of its own step 0. */
public final class WallPlot {
    private WallPlot() {}

    /**
     * Draws the wall at the origin of the surface, {@link WallLayout#drawnHeight()} high. The ground between the cards is left as
     * it is.
     *
     * @param layout with as many rows as the snapshot
     * @param highlight the bin to point out, in both runs, with its exact numbers
     */
    public static void draw(Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, Optional<Hit> highlight) {
        for (int row = 0; row < snapshot.rows().size(); row++) {
            for (Side side : Side.values()) {
                Box card = layout.card(side, row);
                surface.fillRoundRectangle(card.x(), card.y(), card.width(), card.height(), 10, palette.card());
            }
        }
    }
}
