package shiftscope.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.LagPlot;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.Palette;
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
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Map<String, Palette> PALETTES =
            Map.of("light", Palette.LIGHT, "dark", Palette.DARK, "projector", Palette.PROJECTOR);

    private interface Drawing {
        void on(PngSurface surface, Palette palette);
    }

    private static void look(String name, double width, double height, Drawing drawing) throws IOException {
        for (Map.Entry<String, Palette> entry : PALETTES.entrySet()) {
            PngSurface sheet = new PngSurface(width, height, 1, entry.getValue().ground());
            drawing.on(sheet, entry.getValue());
            WholeFile.write(FOLDER.resolve(name + "-" + entry.getKey() + ".png"), sheet::write);
        }
    }

    @Test
    void numbers() throws IOException {
        Snapshot s = SampleNumbers.probed(20);
        look("numbers", 1_160, 900, (surface, palette) -> {
            for (LayerNumber number : LayerNumber.values()) {
                CurvePlot plot = CurvePlot.number(number, s.history(), s.latest(), s.commands(), 3);
                Box box = new Box(10 + number.ordinal() % 4 * 290, 10 + number.ordinal() / 4 * 178, 270, 160);
                plot.draw(surface, box, palette, number.ordinal() % 3 == 2 ? plot.at(box, palette, box.x() + 160) : Optional.empty());
            }
        });
    }

    @Test
    void lags() throws IOException {
        look("lags", 280, 180, (surface, palette) ->
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
                look(entry.getKey() + "-" + (int) size[0], size[0], size[1], (surface, palette) ->
                        PredictionsPlot.draw(surface, SampleNumbers.with(entry.getValue()), palette, size[0], size[1]));
            }
        }
    }
}
