package shiftscope.ui.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import shiftscope.plot.TextStyle.Weight;

/** The bundled typeface Inter, so that Greek letters and ẑ look the same on every machine. Used on the FX thread. */
public final class Typeface {
    private static final int CACHED_WIDTHS = 4_000;
    private static final Map<Weight, String> FILES = Map.of(
            Weight.REGULAR, "Inter-Regular.otf",
            Weight.MEDIUM, "Inter-Medium.otf",
            Weight.SEMI_BOLD, "Inter-SemiBold.otf",
            Weight.BOLD, "Inter-Bold.otf");

    private final Map<Weight, String> names = new EnumMap<>(Weight.class);
    private final Map<Size, Font> fonts = new HashMap<>();
    private final Map<Line, Double> widths = new HashMap<>();
    private final Text ruler = new Text();

    private record Size(Weight weight, double size) {}

    private record Line(String text, Weight weight, double size) {}

    /** Loads all weights, which makes them known to style sheets too. */
    public Typeface() {
        FILES.forEach((weight, file) -> names.put(weight, load(file)));
    }

    private static String load(String file) {
        try (InputStream stream = Typeface.class.getResourceAsStream("/shiftscope/fonts/" + file)) {
            Font font = stream == null ? null : Font.loadFont(stream, 12);
            return font == null ? Font.getDefault().getName() : font.getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Font font(Weight weight, double size) {
        return fonts.computeIfAbsent(new Size(weight, size), key -> new Font(names.get(weight), size));
    }

    double width(String text, Weight weight, double size) {
        if (widths.size() > CACHED_WIDTHS) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Line(text, weight, size), line -> {
            ruler.setFont(font(weight, size));
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth();
        });
    }
}
