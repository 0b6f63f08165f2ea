package shiftscope.session;

import java.util.Optional;

/**
 * What was measured because somebody asked for it with {@link Viewing}, at the step of the snapshot.
 *
 * @param layer the layer that is shown large
 * @param statistics both runs under all three statistics
 * @param predictions what both networks answer
 */
public record CloserLook(
        Optional<LayerDetail> layer, Optional<StatisticsComparison> statistics, Optional<Predictions> predictions) {
    /** Nothing was asked for. */
    public static final CloserLook NONE = new CloserLook(Optional.empty(), Optional.empty(), Optional.empty());
}
