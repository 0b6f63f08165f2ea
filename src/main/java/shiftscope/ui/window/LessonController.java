package shiftscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonStep;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.LessonPlace;
import shiftscope.ui.model.Texts;
import shiftscope.ui.plot.Frames;

/** The step of the open lesson: its text, a prediction, something to do, claims, what the papers say, the teacher's notes. */
public final class LessonController {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");

    private final LessonDesk lessons;
    private final Function<String, Node> rich;
    private final Frames frames;
    private final Texts texts = Views.texts("lesson");
    private final List<ClaimCard> cards = new ArrayList<>();
    private PredictionBox question;

    @FXML private VBox lessonPanel;
    @FXML private HBox dots;
    @FXML private HBox marks;
    @FXML private Label lessonStepCount;
    @FXML private ScrollPane lessonScroll;
    @FXML private Label stepTitle;
    @FXML private VBox stepText;
    @FXML private VBox prediction;
    @FXML private VBox task;
    @FXML private FontIcon taskIcon;
    @FXML private Label taskState;
    @FXML private CheckBox taskTick;
    @FXML private VBox taskText;
    @FXML private VBox claims;
    @FXML private TitledPane papers;
    @FXML private VBox paperRows;
    @FXML private TitledPane teaching;
    @FXML private VBox teachingRows;
    @FXML private Button lessonBack;
    @FXML private Button lessonNext;
    @FXML private Button resetLesson;
    @FXML private Button leaveLesson;

    /** @param rich makes Markdown with formulas a node that wraps */
    LessonController(LessonDesk lessons, Function<String, Node> rich, Frames frames) {
        this.lessons = lessons;
        this.rich = rich;
        this.frames = frames;
    }

    @FXML
    private void initialize() {
        lessonBack.setOnAction(event -> lessons.back());
        lessonNext.setOnAction(event -> {
            LessonPlace place = lessons.placeProperty().get();
            if (place.isLast() && !lessons.hasNextLesson()) {
                lessons.contentsShownProperty().set(true);
            } else {
                lessons.next();
            }
        });
        resetLesson.setOnAction(event -> lessons.reset());
        leaveLesson.setOnAction(event -> lessons.leave());
        taskTick.setOnAction(event -> lessons.sayDone(taskTick.isSelected()));
        lessons.placeProperty().subscribe(this::show);
        lessons.answerProperty().subscribe(answer -> {
            if (question != null) {
                question.show(answer);
            }
        });
        lessons.taskDoneProperty().subscribe(this::showTask);
        lessons.progress().changesProperty().subscribe(this::showDots);
    }

    private void show(LessonPlace place) {
        cards.forEach(ClaimCard::end);
        cards.clear();
        question = null;
        if (place == null) {
            return;
        }
        LessonStep step = place.step();
        Lesson lesson = place.opened().lesson();
        lessonStepCount.setText(texts.get("count", place.index() + 1, lesson.steps().size()));
        stepTitle.setText(step.title());
        stepText.getChildren().setAll(rich.apply(step.text()));
        Bindings.shown(prediction, step.prediction().isPresent());
        step.prediction().ifPresent(asked -> {
            question = new PredictionBox(asked, lessons, prediction, rich);
            question.show(lessons.answerProperty().get());
        });
        Bindings.shown(task, !step.task().isEmpty());
        taskText.getChildren().setAll(rich.apply(step.task()));
        // Where neither a step of the training nor a claim says that it is done, the learner does.
        Bindings.shown(taskTick, step.until() == 0 && step.claims().isEmpty());
        step.claims().forEach(id -> cards.add(new ClaimCard(lesson.claim(id), lessons, rich)));
        claims.getChildren().setAll(cards.stream().map(ClaimCard::node).toList());
        Bindings.shown(claims, !cards.isEmpty());
        marks.getChildren().setAll(cards.stream().map(ClaimCard::mark).toList());
        showPapers(lesson, place.isLast());
        showTeaching(lesson.teaching());
        lessonBack.setDisable(place.index() == 0);
        lessonNext.setText(texts.get(!place.isLast() ? "next" : lessons.hasNextLesson() ? "next.lesson" : "next.contents"));
        showTask(lessons.taskDoneProperty().get());
        showDots();
        frames.soon(() -> lessonScroll.setVvalue(0));
    }

    private void showTask(boolean done) {
        taskIcon.setIconLiteral(done ? "fth-check" : "fth-arrow-right-circle");
        taskState.setText(texts.get(done ? "task.done" : "task"));
        taskTick.setSelected(done);
        task.pseudoClassStateChanged(DONE, done);
    }

    private void showDots() {
        LessonPlace place = lessons.placeProperty().get();
        if (place == null) {
            return;
        }
        List<LessonStep> steps = place.opened().lesson().steps();
        int reached = lessons.progress().of(place.opened().lesson().id()).steps();
        if (dots.getChildren().size() != steps.size()) {
            dots.getChildren().clear();
            for (int i = 0; i < steps.size(); i++) {
                dots.getChildren().add(dot(i));
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            Button dot = (Button) dots.getChildren().get(i);
            String name = texts.get("dot", i + 1, steps.get(i).title());
            dot.pseudoClassStateChanged(HERE, i == place.index());
            dot.pseudoClassStateChanged(SEEN, i < reached);
            dot.setAccessibleText(i < reached ? texts.get("dot.seen", name) : name);
            dot.getTooltip().setText(name);
        }
    }

    private Button dot(int index) {
        Button dot = new Button();
        dot.setId("dot" + index);
        dot.getStyleClass().setAll("dot");
        dot.setTooltip(new Tooltip());
        dot.setOnAction(event -> lessons.goTo(index));
        return dot;
    }

    private void showPapers(Lesson lesson, boolean unfolded) {
        Bindings.shown(papers, !lesson.papers().isEmpty());
        papers.setExpanded(unfolded);
        paperRows.getChildren().clear();
        for (Lesson.Source paper : lesson.papers()) {
            Label source = new Label(texts.get("source", paper.source()));
            source.getStyleClass().add("hint");
            source.setWrapText(true);
            source.setMinHeight(Double.NEGATIVE_INFINITY);
            paperRows.getChildren().add(new VBox(rich.apply(paper.text()), source));
        }
    }

    private void showTeaching(Lesson.Teaching notes) {
        teachingRows.getChildren().clear();
        note("teaching.ask", notes.ask());
        note("teaching.script", notes.script());
        note("teaching.wrong", notes.wrong());
        Bindings.shown(teaching, !teachingRows.getChildren().isEmpty());
        teaching.setExpanded(false);
    }

    private void note(String heading, String text) {
        if (!text.isEmpty()) {
            Label name = new Label(texts.get(heading));
            name.getStyleClass().add("note-name");
            teachingRows.getChildren().add(new VBox(name, rich.apply(text)));
        }
    }

    /** The whole panel. */
    Node node() {
        return lessonPanel;
    }
}
