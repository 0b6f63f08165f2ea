package shiftscope.ui.model;

import java.util.prefs.Preferences;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Theme, size of text and size of the window, remembered from one start to the next. */
public final class ViewSettings {
    private static final double STEP = 1.1;
    private static final double SMALLEST = 0.8;
    private static final double LARGEST = 1.8;

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty projector = new SimpleBooleanProperty(this, "projector");
    private final BooleanProperty panel = new SimpleBooleanProperty(this, "panel", true);
    private final DoubleProperty textScale = new SimpleDoubleProperty(this, "textScale", 1);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", 1440);
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", 900);
    private final ObjectBinding<Theme> theme = Bindings.createObjectBinding(
            () -> projector.get() ? Theme.PROJECTOR : dark.get() ? Theme.DARK : Theme.LIGHT, projector, dark);

    /** @param memory where the settings are kept */
    public ViewSettings(Preferences memory) {
        remember(dark, memory, "dark");
        remember(projector, memory, "projector");
        remember(textScale, memory, "text-scale");
        remember(width, memory, "width");
        remember(height, memory, "height");
        textScale.set(Math.max(SMALLEST, Math.min(LARGEST, textScale.get())));
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public BooleanProperty projectorProperty() {
        return projector;
    }

    /** Whether the Experiment panel is shown. */
    public BooleanProperty panelProperty() {
        return panel;
    }

    /** The theme that both switches amount to: the projector's hides light and dark. */
    public ObjectBinding<Theme> themeBinding() {
        return theme;
    }

    /** How much larger than usual text is. */
    public DoubleProperty textScaleProperty() {
        return textScale;
    }

    public DoubleProperty widthProperty() {
        return width;
    }

    public DoubleProperty heightProperty() {
        return height;
    }

    public void enlargeText() {
        textScale.set(Math.min(LARGEST, textScale.get() * STEP));
    }

    public void shrinkText() {
        textScale.set(Math.max(SMALLEST, textScale.get() / STEP));
    }

    public void usualText() {
        textScale.set(1);
    }

    private static void remember(BooleanProperty property, Preferences memory, String key) {
        property.set(memory.getBoolean(key, property.get()));
        property.addListener((observed, before, now) -> memory.putBoolean(key, now));
    }

    private static void remember(DoubleProperty property, Preferences memory, String key) {
        property.set(memory.getDouble(key, property.get()));
        property.addListener((observed, before, now) -> memory.putDouble(key, now.doubleValue()));
    }
}
