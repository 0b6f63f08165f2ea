package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.ScheduleKind;
import shiftscope.config.Side;
import shiftscope.plot.Palette;
import shiftscope.plot.WallLayout;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Population;
import shiftscope.ui.model.Theme;
import shiftscope.ui.model.WindowModel;

/** What can be said of the looks of the window without eyes: nothing is cut off, and everything has a name. */
class AppearanceTest extends RealWindow {
    @Test
    void noTextIsCutOffOrCoveredInAnyThemeAtAnySize(FxRobot robot) {
        assertEquals(List.of(), blemishesInAnyThemeAtAnySize(robot));
    }

    @Test
    void norIsItWithEverythingUnfoldedAndTheLongestWordsChosen(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup(".more").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true));
            ExperimentForm form = model.form();
            form.network().averageProperty().set(RunningAverage.CUMULATIVE);
            form.measuring().populationProperty().set(Population.BATCHES);
            form.training().schedule().kindProperty().set(ScheduleKind.COSINE);
            form.layers().rows().get(0).activationProperty().set(Optional.of(ActivationKind.LEAKY_RELU));
            form.layers().rows().get(1).placementProperty().set(Optional.of(Placement.BEFORE));
            for (Side side : Side.values()) {
                model.run(side).normalizationProperty().set(Normalization.CONSTANT_BATCH);
                form.layers().rows().get(0).normalizationProperty(side).set(Optional.of(Normalization.CONSTANT_BATCH));
            }
        });
        assertEquals(List.of(), blemishesInAnyThemeAtAnySize(robot));
    }

    @Test
    void everyTitleOfARunFits(FxRobot robot) {
        for (Normalization kind : Normalization.values()) {
            for (boolean scaleShift : new boolean[] {true, false}) {
                robot.interact(() -> {
                    stage.setWidth(1024);
                    stage.setHeight(700);
                    model.run(Side.B).normalizationProperty().set(kind);
                    model.run(Side.B).scaleShiftProperty().set(scaleShift);
                });
                WaitForAsyncUtils.waitForFxEvents();
                assertEquals(List.of(), blemishes(), kind + ", γ and β " + scaleShift);
            }
        }
    }

    private List<String> blemishesInAnyThemeAtAnySize(FxRobot robot) {
        return blemishesInAnyThemeAt(robot, stage, model, new double[][] {{1440, 900}, {1200, 760}, {1024, 700}});
    }

    /** What is cut off, broken or covered in a window of these widths and heights once it is laid out, in words. */
    static List<String> blemishesInAnyThemeAt(FxRobot robot, Stage stage, WindowModel model, double[][] sizes) {
        List<String> bad = new ArrayList<>();
        for (double[] size : sizes) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                    model.view().darkProperty().set(theme == Theme.DARK);
                    model.view().projectorProperty().set(theme == Theme.PROJECTOR);
                });
                try {
                    WaitForAsyncUtils.waitFor(
                            5, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> blemishesOf(stage.getScene())).get().isEmpty());
                } catch (TimeoutException e) {
                    robot.interact(() -> bad.add(theme + " " + (int) size[0] + ": " + blemishesOf(stage.getScene())));
                }
            }
        }
        return bad;
    }

    private List<String> blemishes() {
        return blemishesOf(stage.getScene());
    }

    /** What is cut off, broken or covered in a window, in words. */
    static List<String> blemishesOf(Scene scene) {
        List<Node> nodes = visible(scene.getRoot()).toList();
        Stream<String> cut = nodes.stream()
                .filter(node -> node instanceof Labeled && !(node instanceof TitledPane))
                .map(Labeled.class::cast)
                .filter(labeled -> isCut(labeled) || isOutside(labeled))
                .map(labeled -> "cut: " + labeled.getText());
        Stream<String> broken = nodes.stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(AppearanceTest::isBroken)
                .map(labeled -> "broken inside a word: " + labeled.getText());
        Stream<String> covered = nodes.stream().filter(HBox.class::isInstance).flatMap(row -> overlaps((HBox) row));
        Stream<String> crossed = nodes.stream().filter(GridPane.class::isInstance).flatMap(grid -> crossings((GridPane) grid));
        return Stream.of(cut, broken, covered, crossed).flatMap(found -> found).toList();
    }

    private static Stream<String> crossings(GridPane grid) {
        List<Node> children = grid.getChildren().stream().filter(child -> child.isManaged() && child.isVisible()).toList();
        return children.stream().flatMap(one -> children.subList(children.indexOf(one) + 1, children.size()).stream()
                .filter(other -> cross(one.getBoundsInParent(), other.getBoundsInParent()))
                .map(other -> "crossed: " + one + " and " + other));
    }

    private static boolean cross(Bounds one, Bounds other) {
        return one.getMinX() + 1 < other.getMaxX()
                && other.getMinX() + 1 < one.getMaxX()
                && one.getMinY() + 1 < other.getMaxY()
                && other.getMinY() + 1 < one.getMaxY();
    }

    private static Stream<String> overlaps(HBox row) {
        List<Node> children = row.getChildren().stream().filter(child -> child.isManaged() && child.isVisible()).toList();
        return IntStream.range(1, children.size())
                .filter(i -> children.get(i - 1).getBoundsInParent().getMaxX() > children.get(i).getBoundsInParent().getMinX() + 3)
                .mapToObj(i -> "covered: " + children.get(i - 1) + " by " + children.get(i));
    }

    private static boolean isCut(Labeled labeled) {
        return labeled.getText() != null
                && !labeled.getText().isEmpty()
                && labeled.lookup(".text") instanceof Text shown
                && !shown.getText().equals(labeled.getText());
    }

    private static boolean isBroken(Labeled labeled) {
        return labeled.isWrapText()
                && labeled.lookup(".text") instanceof Text shown
                && shown.getWrappingWidth() > 0
                && Stream.of(labeled.getText().split("\\s+"))
                        .anyMatch(word -> widthOf(word, labeled.getFont()) > shown.getWrappingWidth() + 0.5);
    }

    private static double widthOf(String word, Font font) {
        Text measured = new Text(word);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    private static boolean isOutside(Labeled labeled) {
        var bounds = labeled.localToScene(labeled.getLayoutBounds());
        return bounds.getMinX() < -0.5 || bounds.getMaxX() > labeled.getScene().getWidth() + 0.5;
    }

    @Test
    void everyControlHasANameForThoseWhoCannotSeeIt(FxRobot robot) {
        robot.interact(() -> robot.lookup(".more").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true)));
        assertEquals(List.of(), nameless(stage.getScene()));
    }

    /** The controls of a window that say nothing to those who cannot see them. */
    static List<String> nameless(Scene scene) {
        return visible(scene.getRoot())
                .filter(node -> node instanceof ButtonBase || node instanceof Slider || node instanceof ComboBoxBase<?>
                        || node instanceof TextField)
                .filter(node -> node.getId() != null || node.getStyleClass().contains("tool"))
                .filter(node -> !hasName((Control) node))
                .map(Object::toString)
                .toList();
    }

    private static boolean hasName(Control control) {
        boolean text = control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        return (text || control.getAccessibleText() != null && !control.getAccessibleText().isBlank())
                && control.getTooltip() != null;
    }

    @Test
    void theHeadersStandOverTheColumnsOfTheWall(FxRobot robot) {
        Node a = robot.lookup("#headerA").query();
        Node b = robot.lookup("#headerB").query();
        assertEquals(a.getLayoutBounds().getWidth(), b.getLayoutBounds().getWidth(), 1);
        double between = b.localToScene(0, 0).getX() - a.localToScene(a.getLayoutBounds()).getMaxX();
        assertEquals(WallLayout.spineWidth(Palette.LIGHT), between, 1.5);
    }

    @Test
    void textGrowsAndShrinksByKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        assertEquals(1.1, model.view().textScaleProperty().get(), 1e-12);
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        assertEquals(1, model.view().textScaleProperty().get(), 1e-12);
    }

    @Test
    void theWallIsToldInWordsWhilePaused(FxRobot robot) {
        String words = robot.lookup("#wallScroll").query().getAccessibleText();
        assertTrue(words.contains("Layer 3"), words);
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(AppearanceTest::visible)
                : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}
