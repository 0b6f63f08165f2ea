package shiftscope.ui.window;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.EightNumbersPlot;
import shiftscope.plot.Palette;
import shiftscope.ui.model.EightNumbersExhibit;
import shiftscope.ui.model.ExhibitNumber;
import shiftscope.ui.model.ExhibitStand;
import shiftscope.ui.model.Texts;
import shiftscope.ui.plot.EightNumbersPane;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** The exhibit of eight numbers through batch normalization, in the place of the wall. */
public final class EightNumbersController {
    private final EightNumbersExhibit exhibit;
    private final BooleanBinding visible;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final EightNumbersPane pane;
    private final Texts texts = Views.texts("eightnumbers");

    @FXML private ScrollPane eightNumbers;
    @FXML private ExhibitSlider eightGamma;
    @FXML private ExhibitSlider eightBeta;
    @FXML private ExhibitSlider eightEpsilon;
    @FXML private FlowPane eightInputs;
    @FXML private FlowPane eightFactors;
    @FXML private StackPane eightPlot;

    EightNumbersController(
            ExhibitStand stand, EightNumbersExhibit exhibit, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.exhibit = exhibit;
        this.palette = palette;
        this.frames = frames;
        visible = stand.shows(Exhibit.Kind.EIGHT_NUMBERS);
        pane = new EightNumbersPane(typeface, new EightNumbersPane.Hand(
                exhibit.chosenProperty()::set, exhibit::choose, exhibit::moveTo, exhibit::moveBy));
    }

    @FXML
    private void initialize() {
        eightNumbers.visibleProperty().bind(visible);
        eightGamma.show(exhibit.gamma(), "EightGamma", texts.get("gamma.tip"));
        eightBeta.show(exhibit.beta(), "EightBeta", texts.get("beta.tip"));
        eightEpsilon.show(exhibit.epsilon(), "EightEpsilon", texts.get("epsilon.tip"));
        fill(eightInputs, exhibit.numbers(), "EightX", "x.tip");
        fill(eightFactors, exhibit.factors(), "EightC", "c.tip");
        pane.setId("eightPane");
        pane.setAccessibleHelp(texts.get("pane.tip"));
        eightPlot.getChildren().setAll(pane);
        frames.addQuick(pane.canvas());
        palette.subscribe(() -> frames.soon(this::show));
        pane.canvas().widthProperty().subscribe(() -> frames.soon(pane::fit));
        exhibit.shownProperty().subscribe(this::show);
        exhibit.chosenProperty().subscribe(this::show);
    }

    private void fill(FlowPane row, List<ExhibitNumber> numbers, String id, String tip) {
        IntStream.range(0, numbers.size()).forEach(i -> {
            ExhibitSlider field = ExhibitSlider.withoutSlider();
            field.show(numbers.get(i), id + (i + 1), texts.get(tip));
            row.getChildren().add(field);
        });
    }

    private void show() {
        pane.setPalette(palette.getValue());
        pane.show(exhibit.shownProperty().get(), exhibit.chosenProperty().get());
        if (exhibit.shownProperty().get() != null) {
            pane.setAccessibleText(EightNumbersPlot.summary(exhibit.shownProperty().get(), exhibit.chosenProperty().get()));
        }
    }
}
