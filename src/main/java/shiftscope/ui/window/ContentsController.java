package shiftscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import shiftscope.ui.model.LessonContents;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.OpenLesson;

/** The list of all lessons, with free play before them, lying lightly over the window. */
public final class ContentsController {
    private final LessonDesk lessons;
    private final LessonContents contents;

    @FXML private Node contentsOverlay;
    @FXML private Node contentsCard;
    @FXML private Button closeContents;
    @FXML private ListView<Integer> lessonList;

    ContentsController(LessonDesk lessons, LessonContents contents) {
        this.lessons = lessons;
        this.contents = contents;
    }

    @FXML
    private void initialize() {
        contentsOverlay.visibleProperty().bind(lessons.contentsShownProperty());
        contentsOverlay.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> close());
        contentsCard.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        closeContents.setOnAction(event -> close());
        lessonList.setCellFactory(list -> new LessonCell(lessons, contents, this::open));
        lessonList.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Integer chosen = lessonList.getSelectionModel().getSelectedItem();
            if (chosen != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                open(chosen);
                event.consume();
            }
        });
        contents.entriesProperty().subscribe(this::fill);
        lessons.progress().changesProperty().subscribe(lessonList::refresh);
        lessons.openedProperty().subscribe(lessonList::refresh);
        lessons.contentsShownProperty().subscribe(shown -> {
            if (shown) {
                contents.ask();
                select();
                lessonList.requestFocus();
            }
        });
    }

    private void fill(List<LessonContents.Entry> entries) {
        // Free play is number 0.
        List<Integer> numbers = new ArrayList<>(List.of(0));
        entries.forEach(entry -> numbers.add(entry.number()));
        lessonList.getItems().setAll(numbers);
        select();
    }

    private void select() {
        OpenLesson opened = lessons.openedProperty().get();
        lessonList.getSelectionModel().select(opened == null ? 0 : opened.number());
        lessonList.scrollTo(Math.max(0, lessonList.getSelectionModel().getSelectedIndex() - 1));
    }

    private void open(int number) {
        if (number == 0) {
            lessons.leave();
            close();
        } else if (lessons.openedProperty().get() != null && lessons.openedProperty().get().number() == number) {
            close();
        } else {
            lessons.open(number);
        }
    }

    private void close() {
        lessons.contentsShownProperty().set(false);
    }
}
