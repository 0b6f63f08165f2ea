package shiftscope.ui.window;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.export.FigureView;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Palette;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.ChosenNumbers;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.CurveView;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** The right column: loss, test accuracy (for regression test loss) and two numbers of a layer against the step; the statistics. */
public final class CurvesController {
    private final WindowModel model;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("curves");
    private final CurveView loss;
    private final CurveView test;
    private final List<NumberCard> numbers;
    private final StatisticsController statistics;

    @FXML private ScrollPane curvesScroll;
    @FXML private Pane cards;
    @FXML private StackPane lossPlot;
    @FXML private StackPane testPlot;

    CurvesController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        this.palette = palette;
        this.frames = frames;
        loss = new CurveView(typeface, of -> CurvePlot.trainingLoss(of.history(), of.latest(), of.commands()));
        test = new CurveView(typeface, CurvePlot::test);
        ChosenNumbers chosen = model.chosenNumbers();
        numbers = List.of(
                new NumberCard(1, chosen.firstProperty(), model.form().gradientProbes(), model.look(), palette, frames, typeface),
                new NumberCard(2, chosen.secondProperty(), model.form().gradientProbes(), model.look(), palette, frames, typeface));
        statistics = new StatisticsController(model, palette, frames, typeface);
    }

    @FXML
    private void initialize() {
        place(loss, lossPlot, "loss");
        place(test, testPlot, "accuracy");
        PlotMenu.on(lossPlot, model.exports(), () -> FigureView.LOSS);
        PlotMenu.on(testPlot, model.exports(), () -> FigureView.TEST);
        for (NumberCard number : numbers) {
            Parent card = Views.load("number", number);
            PlotMenu.on(card, model.exports(), number::figure);
            VBox.setVgrow(card, Priority.ALWAYS);
            cards.getChildren().add(card);
        }
        Region card = (Region) Views.load("statistics", statistics);
        cards.getChildren().add(card);
        PlotMenu.on(card, model.exports(), () -> FigureView.LAG);
        Bindings.drawnDirectly(curvesScroll);
        // What is unfolded, or fills, may be below the edge, where nobody would look for it.
        card.heightProperty().addListener((property, before, now) -> {
            if (now.doubleValue() > before.doubleValue() && model.look().statisticsProperty().get()) {
                frames.soon(() -> curvesScroll.setVvalue(curvesScroll.getVmax()));
            }
        });
        model.bench().snapshotProperty().addListener((property, before, now) -> show(now));
    }

    private void place(CurveView view, StackPane pane, String name) {
        pane.getChildren().add(0, view.canvas());
        pane.setAccessibleHelp(texts.get(name + ".tip"));
        palette.subscribe(view::setPalette);
        frames.addSlow(view.canvas());
    }

    private void show(Snapshot newest) {
        List.of(loss, test).forEach(view -> view.show(newest));
        numbers.forEach(number -> number.show(newest));
        statistics.show(newest);
        if (!newest.playing()) {
            frames.hurry();
            lossPlot.setAccessibleText(loss.summary());
            testPlot.setAccessibleText(test.summary());
            testPlot.setAccessibleHelp(texts.get(newest.experiment().data().kind().regression() ? "testLoss.tip" : "accuracy.tip"));
        }
    }
}
