package shiftscope.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Scene;
import shiftscope.config.Side;
import shiftscope.plot.Palette;
import shiftscope.ui.model.Theme;
import shiftscope.ui.model.ViewSettings;

/** Colours and sizes of the window, and with them those of the plots. */
final class Skin {
    private static final double TYPE = 13;
    private static final List<String> SHEETS = List.of("window", "lessons", "exhibits", "controls", "richtext");

    private final ViewSettings view;
    private final ObjectBinding<Palette> palette;

    Skin(ViewSettings view) {
        this.view = view;
        palette = Bindings.createObjectBinding(this::paletteNow, view.themeBinding(), view.textScaleProperty());
        // Before the first control is made, which would have the toolkit read its own sheet.
        view.themeBinding().subscribe(Skin::dressControls);
    }

    /** The palette that plots are drawn with. */
    ObjectBinding<Palette> palette() {
        return palette;
    }

    /** Size of the window's type beside plots drawn with a palette, pixels. */
    static double em(Palette palette) {
        return TYPE * palette.typeScale();
    }

    /** The style class of what belongs to a run. */
    static String classOf(Side side) {
        return "run-" + side.name().toLowerCase(Locale.ROOT);
    }

    void dress(Scene scene) {
        scene.getRoot().styleProperty().bind(palette.map(now -> "-fx-font-size: " + em(now) + "px;"));
        view.themeBinding().subscribe(theme -> dress(scene, theme));
    }

    private static void dressControls(Theme theme) {
        Application.setUserAgentStylesheet(
                theme == Theme.DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static void dress(Scene scene, Theme theme) {
        scene.getStylesheets().setAll(Stream.concat(SHEETS.stream(), Stream.of(theme.name().toLowerCase(Locale.ROOT))).map(Skin::sheet).toList());
    }

    private static String sheet(String name) {
        return Skin.class.getResource(name + ".css").toExternalForm();
    }

    private Palette paletteNow() {
        Palette base = switch (view.themeBinding().get()) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case PROJECTOR -> Palette.PROJECTOR;
        };
        return base.withTypeScale(base.typeScale() * view.textScaleProperty().get());
    }
}
