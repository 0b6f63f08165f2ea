package shiftscope.ui.window;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.ui.model.LessonContents;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.LessonProgress;
import shiftscope.ui.model.OpenLesson;
import shiftscope.ui.model.Texts;

/** A lesson in the list of all: its picture if there is one, what it is about, and how far the learner is. */
final class LessonCell extends ListCell<Integer> {
    private static final double PICTURE_WIDTH = 108;
    private static final double SCROLL_BAR = 18;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final Map<Integer, Optional<Image>> PICTURES = new HashMap<>();

    private final LessonDesk lessons;
    private final LessonContents contents;
    private final Texts texts = Views.texts("contents");
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private final Label title = new Label();
    private final Label aim = new Label();
    private final Label state = new Label();
    private final HBox row;

    /** @param open is given the number of the one that is clicked */
    LessonCell(LessonDesk lessons, LessonContents contents, IntConsumer open) {
        this.lessons = lessons;
        this.contents = contents;
        picture.setPreserveRatio(true);
        picture.setFitWidth(PICTURE_WIDTH);
        frame.setMinWidth(PICTURE_WIDTH);
        title.getStyleClass().add("lesson-name");
        title.setWrapText(true);
        aim.getStyleClass().add("hint");
        aim.setWrapText(true);
        state.getStyleClass().add("lesson-state");
        state.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(title, aim);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(frame, words, state);
        row.getStyleClass().add("lesson-row");
        row.setAlignment(Pos.CENTER_LEFT);
        // A row is as wide as the list, so that its words wrap.
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                open.accept(getItem());
            }
        });
    }

    /** As high as its words are when they wrap at the width of the list. */
    @Override
    protected double computePrefHeight(double width) {
        double room = getListView().getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
        return isEmpty() || room <= 0
                ? super.computePrefHeight(width)
                : snappedTopInset() + row.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
        super.updateItem(number, empty);
        setText(null);
        setGraphic(empty || number == null ? null : row);
        if (empty || number == null) {
            return;
        }
        setId("lesson" + number);
        OpenLesson opened = lessons.openedProperty().get();
        boolean here = number == (opened == null ? 0 : opened.number() == 0 ? -1 : opened.number());
        Optional<Image> image = PICTURES.computeIfAbsent(number, LessonCell::picture);
        picture.setImage(image.orElse(null));
        Bindings.shown(frame, image.isPresent());
        if (number == 0) {
            title.setText(texts.get("free"));
            aim.setText(texts.get("free.aim"));
            state.setText(here ? texts.get("free.here") : "");
            pseudoClassStateChanged(DONE, false);
        } else {
            show(contents.entriesProperty().get().get(number - 1), here);
        }
        pseudoClassStateChanged(HERE, here);
        setAccessibleText(title.getText() + ". " + aim.getText() + " " + state.getText());
    }

    private void show(LessonContents.Entry entry, boolean here) {
        LessonProgress.Of progress = lessons.progress().of(entry.id());
        title.setText(texts.get("lesson", entry.number(), entry.title()));
        aim.setText(entry.aim());
        state.setText(here ? texts.get("open")
                : progress.done() ? texts.get("done")
                : progress.steps() == 0 ? texts.get("new")
                : texts.get("steps", Math.min(progress.steps(), entry.steps()), entry.steps()));
        pseudoClassStateChanged(DONE, progress.done());
    }

    private static Optional<Image> picture(int number) {
        InputStream stream = LessonCell.class.getResourceAsStream(String.format(Locale.ROOT, "lessons/%02d.png", number));
        return stream == null ? Optional.empty() : Optional.of(new Image(stream));
    }
}
