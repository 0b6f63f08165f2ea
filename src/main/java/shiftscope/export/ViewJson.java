package shiftscope.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import shiftscope.config.JsonPart;
import shiftscope.plot.WallMode;
import shiftscope.session.Tap;

/** The JSON form of a {@link View}; what it leaves out is {@link View#STANDARD}. */
final class ViewJson {
    static final String MODE = "mode";
    static final String TAP = "tap";
    static final String LAYER = "layer";
    static final String LAYER_SHOWN = "layerShown";
    static final String LOG_COUNTS = "logCounts";
    static final String OUTER_BANDS = "outerBands";
    static final String STATISTICS = "statistics";
    static final List<String> KEYS = List.of(MODE, TAP, LAYER, LAYER_SHOWN, LOG_COUNTS, OUTER_BANDS, STATISTICS);

    private ViewJson() {}

    static ObjectNode write(View view) {
        return JsonNodeFactory.instance.objectNode()
                .put(MODE, JsonPart.word(view.mode()))
                .put(TAP, JsonPart.word(view.tap()))
                .put(LAYER, view.layer())
                .put(LAYER_SHOWN, view.layerShown())
                .put(LOG_COUNTS, view.logCounts())
                .put(OUTER_BANDS, view.outerBands())
                .put(STATISTICS, view.statistics());
    }

    /**
     * @param hidden how many hidden layers there are to look at
     * @throws shiftscope.config.BadInputException if it holds something that is not accepted
     */
    static View read(JsonPart part, int hidden) {
        part.only(KEYS);
        View usual = View.STANDARD;
        return new View(
                part.has(MODE) ? part.constant(MODE, WallMode.class) : usual.mode(),
                part.has(TAP) ? part.constant(TAP, Tap.class) : usual.tap(),
                part.has(LAYER) ? (int) part.whole(LAYER, 0, hidden + 1) : usual.layer(),
                flag(part, LAYER_SHOWN, usual.layerShown()),
                flag(part, LOG_COUNTS, usual.logCounts()),
                flag(part, OUTER_BANDS, usual.outerBands()),
                flag(part, STATISTICS, usual.statistics()));
    }

    private static boolean flag(JsonPart part, String key, boolean usual) {
        return part.has(key) ? part.flag(key) : usual;
    }
}
