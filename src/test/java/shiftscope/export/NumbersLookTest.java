package shiftscope.export;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.LagPlot;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.PredictionsPlot;
import shiftscope.plot.SampleNumbers;
import shiftscope.session.Predictions;
import shiftscope.session.Snapshot;

/**
 * Pictures of numbers, lags and predictions for human eyes in target/pictures: {@code mvn test -Dtest=NumbersLookTest
 * -DexcludedGroups= -Dgroups=pictures}.
 */
@Tag("pictures")
class NumbersLookTest {
    @Test
    void numbers() throws IOException {
        Snapshot s = SampleNumbers.probed(20);
        LookTest.look("numbers", 1_160, 900, (surface, palette) -> {
            for (LayerNumber number : LayerNumber.values()) {
                CurvePlot plot = CurvePlot.number(number, s.history(), s.latest(), s.commands(), 3);
                Box box = new Box(10 + number.ordinal() % 4 * 290, 10 + number.ordinal() / 4 * 178, 270, 160);
                plot.draw(surface, box, palette, number.ordinal() % 3 == 2 ? plot.at(box, palette, box.x() + 160) : Optional.empty());
            }
        });
    }

    @Test
    void lags() throws IOException {
        LookTest.look("lags", 280, 180, (surface, palette) ->
                LagPlot.draw(surface, SampleNumbers.comparison(), palette, new Box(8, 8, 264, 160)));
    }

    @Test
    void predictions() throws IOException {
        for (Map.Entry<String, Predictions> entry : Map.of(
                "surface2", SampleNumbers.surface(2),
                "surface10", SampleNumbers.surface(10),
                "saddle", SampleNumbers.saddle(),
                "mistakes", SampleNumbers.mistakes(37)).entrySet()) {
            for (double[] size : new double[][] {{850, 620}, {560, 420}}) {
                LookTest.look(entry.getKey() + "-" + (int) size[0], size[0], size[1], (surface, palette) ->
                        PredictionsPlot.draw(surface, SampleNumbers.with(entry.getValue()), palette, size[0], size[1]));
            }
        }
    }
}
