package shiftscope.ui.model;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.BadInputException;
import shiftscope.export.Figure;
import shiftscope.export.FigureView;
import shiftscope.export.PictureOptions;
import shiftscope.plot.Palette;
import shiftscope.plot.WallMode;
import shiftscope.plot.WallOptions;

/** What is to be exported, and how, as the sheet shows it. */
public final class ExportForm {
    private static final Texts TEXTS = Texts.beside(ExportForm.class, "sentences");

    private final Look look;
    private final ViewSettings settings;
    private final ObjectProperty<FigureView> view = new SimpleObjectProperty<>(this, "view", FigureView.NOW);
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(this, "format", Format.PNG);
    private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(this, "colours", Colours.SHOWN);
    private final ObjectProperty<Integer> scale = new SimpleObjectProperty<>(this, "scale", 2);
    private final BooleanProperty transparent = new SimpleBooleanProperty(this, "transparent");
    private final StringProperty width = new SimpleStringProperty(this, "width", "");
    private final StringProperty height = new SimpleStringProperty(this, "height", "");
    private final StringProperty from = new SimpleStringProperty(this, "from", "0");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final StringProperty every = new SimpleStringProperty(this, "every", "20");

    /** The kinds of files there are. */
    public enum Format {
        PNG,
        SVG,
        PDF,
        CSV,
        /** an animated GIF */
        GIF,
        /** a folder of numbered PNGs */
        FRAMES;

        /** Whether it shows many steps. */
        public boolean moves() {
            return this == GIF || this == FRAMES;
        }

        /** How names of such files end; a folder's name has no ending. */
        public String ending() {
            return this == FRAMES ? "" : "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The colours to draw with. */
    public enum Colours {
        /** those of the window */
        SHOWN,
        LIGHT,
        DARK,
        PROJECTOR
    }

    ExportForm(Look look, ViewSettings settings) {
        this.look = look;
        this.settings = settings;
        view.subscribe(this::suggestSize);
    }

    public ObjectProperty<FigureView> viewProperty() {
        return view;
    }

    public ObjectProperty<Format> formatProperty() {
        return format;
    }

    public ObjectProperty<Colours> coloursProperty() {
        return colours;
    }

    /** Pixels of the file per pixel of the figure. */
    public ObjectProperty<Integer> scaleProperty() {
        return scale;
    }

    /** Whether what lies behind the cards is left out. */
    public BooleanProperty transparentProperty() {
        return transparent;
    }

    /** Pixels, as typed. */
    public StringProperty widthProperty() {
        return width;
    }

    /** Pixels, as typed. */
    public StringProperty heightProperty() {
        return height;
    }

    /** The first step of moving pictures, as typed. */
    public StringProperty fromProperty() {
        return from;
    }

    /** The last step of moving pictures, as typed. */
    public StringProperty toProperty() {
        return to;
    }

    /** Steps between two pictures, as typed. */
    public StringProperty everyProperty() {
        return every;
    }

    private void suggestSize(FigureView chosen) {
        Figure usual = Figure.of(chosen);
        width.set(Numbers.show(usual.width()));
        height.set(Numbers.show(usual.height()));
    }

    /** What the centre of the window shows. */
    FigureView shown() {
        if (look.layerShownProperty().get()) {
            return FigureView.LAYER;
        }
        return of(look.modeProperty().get());
    }

    private static FigureView of(WallMode mode) {
        return switch (mode) {
            case NOW -> FigureView.NOW;
            case RIDGES -> FigureView.RIDGES;
            case HEAT -> FigureView.HEATMAP;
            case PERCENTILES -> FigureView.PERCENTILES;
            case PREDICTIONS -> FigureView.PREDICTIONS;
        };
    }

    /**
     * What is asked for.
     *
     * @throws BadInputException naming the field that cannot be read or is not accepted
     */
    Figure figure() {
        FigureView chosen = view.get();
        boolean whole = chosen.takesLayer() && chosen.takesTap() && chosen != FigureView.LAYER && chosen != FigureView.UNITS
                || chosen == FigureView.PERCENTILES;
        Integer unit = look.unitProperty().get();
        WallOptions options = new WallOptions(
                look.logCountsProperty().get(),
                look.outerBandsProperty().get(),
                unit == null ? OptionalInt.empty() : OptionalInt.of(unit),
                look.zoomsProperty().get());
        return new Figure(
                chosen,
                look.tapProperty().get(),
                options,
                whole || !chosen.takesLayer() ? OptionalInt.empty() : OptionalInt.of(look.chosenLayer()),
                Optional.empty(),
                Optional.ofNullable(look.brushProperty().get()),
                palette(),
                Numbers.count(TEXTS.get("export.width"), width.get()),
                Numbers.count(TEXTS.get("export.height"), height.get()));
    }

    PictureOptions options() {
        return new PictureOptions(scale.get(), transparent.get());
    }

    /** @throws BadInputException naming the field that cannot be read or is not accepted */
    Film film() {
        long first = Numbers.whole(TEXTS.get("export.from"), from.get());
        long last = Numbers.whole(TEXTS.get("export.to"), to.get());
        long step = Numbers.whole(TEXTS.get("export.every"), every.get());
        if (first < 0 || last < first || step < 1) {
            throw new BadInputException(TEXTS.get("export.steps", first, last, step));
        }
        return new Film(first, last, step);
    }

    private Palette palette() {
        Theme theme = settings.themeBinding().get();
        return switch (colours.get()) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case PROJECTOR -> Palette.PROJECTOR;
            case SHOWN -> theme == Theme.DARK ? Palette.DARK : theme == Theme.PROJECTOR ? Palette.PROJECTOR : Palette.LIGHT;
        };
    }
}
