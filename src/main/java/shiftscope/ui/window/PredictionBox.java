package shiftscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.text.Prose;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.Texts;

/** The question before a run: its answers as buttons; once one is chosen, which comes out and why. */
final class PredictionBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final LessonStep.Prediction prediction;
    private final VBox box;
    private final Texts texts = Views.texts("lesson");
    private final List<Button> answers = new ArrayList<>();
    private final List<Label> remarks = new ArrayList<>();
    private final FontIcon sign = new FontIcon("fth-help-circle");
    private final Label state = new Label(texts.get("predict"));
    private final Node because;

    /**
     * @param box is filled
     * @param rich makes Markdown a node
     */
    PredictionBox(LessonStep.Prediction prediction, LessonDesk lessons, VBox box, Function<String, Node> rich) {
        this.prediction = prediction;
        this.box = box;
        state.getStyleClass().add("card-state");
        state.setWrapText(true);
        HBox head = new HBox(sign, state);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().setAll(head, rich.apply(prediction.question()));
        for (int i = 0; i < prediction.answers().size(); i++) {
            box.getChildren().add(answer(i, lessons, rich));
        }
        because = rich.apply(prediction.because());
        box.getChildren().add(because);
    }

    private Node answer(int index, LessonDesk lessons, Function<String, Node> rich) {
        Button button = new Button();
        button.setId("answer" + index);
        button.getStyleClass().add("answer");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setAccessibleText(heard(prediction.answers().get(index)));
        button.setOnAction(event -> lessons.answer(index));
        Label remark = new Label();
        remark.getStyleClass().add("answer-remark");
        remark.setMinWidth(Region.USE_PREF_SIZE);
        Node text = rich.apply(prediction.answers().get(index));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox words = new HBox(text, remark);
        words.getStyleClass().add("answer-words");
        words.setAlignment(Pos.CENTER_LEFT);
        // A button does not wrap what lies in it, so the words lie over it, and it takes their height.
        words.setMouseTransparent(true);
        answers.add(button);
        remarks.add(remark);
        return new StackPane(button, words);
    }

    /** Shows what was answered; {@code null} if nothing was. */
    void show(Integer chosen) {
        boolean answered = chosen != null;
        boolean right = answered && chosen == prediction.right();
        Bindings.shown(because, answered);
        sign.setIconLiteral(!answered ? "fth-help-circle" : right ? "fth-check" : "fth-corner-down-right");
        state.setText(texts.get(!answered ? "predict" : right ? "predicted.right" : "predicted.wrong"));
        for (int i = 0; i < answers.size(); i++) {
            boolean comesOut = answered && i == prediction.right();
            boolean taken = answered && i == chosen;
            Button button = answers.get(i);
            button.setDisable(answered);
            button.pseudoClassStateChanged(RIGHT, comesOut);
            button.pseudoClassStateChanged(CHOSEN, taken);
            remarks.get(i).setText(comesOut ? texts.get("answer.right") : taken ? texts.get("answer.chosen") : "");
        }
        box.setAccessibleText(answered ? state.getText() + ". " + heard(prediction.because()) : heard(prediction.question()));
    }

    private static String heard(String markdown) {
        return Prose.of(markdown).plain();
    }
}
