package shiftscope.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.text.Glossary;
import shiftscope.ui.MemoryPreferences;
import shiftscope.ui.model.ViewSettings;
import shiftscope.ui.plot.Typeface;

@ExtendWith(ApplicationExtension.class)
class RichTextTest {
    private static final String TEXT = """
            Both networks use *batch normalization*, so the **pre-activations** of a mini-batch have mean 0 and variance 1 (here \
            $\\hat z_i$, before $\\gamma$ and $\\beta$):

            $$\\hat z_i = \\frac{z_i - \\mu_B}{\\sqrt{\\sigma_B^2 + \\varepsilon}}, \\qquad \\mu_B = \\frac{1}{m}\\sum_{i=1}^m z_i$$

            - γ and β are learned: $\\gamma \\leftarrow \\gamma - \\eta\\,\\frac{\\partial L}{\\partial \\gamma}$.
            - The mini-batch decides, with `b.normalization`.

            1. Press play.
            2. Wait for step 300.

            > not the cause, said later work; see [the paper](https://arxiv.org/abs/1805.11604)

            A long one: $$\\|\\nabla_{y_j} \\hat L\\|^2$$
            """.replace("A long one: ", "A long one:\n");

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private Stage stage;
    private VBox column;
    private ViewSettings view;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.setupFixture(() -> {
            new Typeface();
            stage = new Stage();
            column = new VBox();
            column.setMaxWidth(300);
            column.setPrefWidth(300);
            ScrollPane pane = new ScrollPane(new VBox(column));
            view = new ViewSettings(new MemoryPreferences());
            Scene scene = new Scene(pane, 340, 640);
            new Skin(view).dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        background.shutdownNow();
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Parent show(FxRobot robot, String markdown) throws TimeoutException {
        RichText texts = new RichText(background, Platform::runLater, Glossary::standard);
        Node[] node = new Node[1];
        robot.interact(() -> {
            node[0] = texts.of(markdown);
            column.getChildren().setAll(node);
        });
        settled();
        return (Parent) node[0];
    }

    private void settled() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> nodes(column, FormulaShape.class).stream()
                .noneMatch(shape -> shape.getElements().isEmpty()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> List<T> nodes(Node in, Class<T> type) {
        List<T> found = new ArrayList<>();
        if (type.isInstance(in)) {
            found.add(type.cast(in));
        }
        if (in instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nodes(child, type)));
        }
        return found;
    }

    @Test
    void everythingLiesInItsColumnAtEverySizeOfText(FxRobot robot) throws TimeoutException {
        Parent text = show(robot, TEXT);
        for (double scale : new double[] {0.8, 1, 1.5, 1.8}) {
            robot.interact(() -> view.textScaleProperty().set(scale));
            WaitForAsyncUtils.waitForFxEvents();
            double right = column.localToScene(column.getLayoutBounds()).getMaxX();
            for (Node node : nodes(text, Node.class)) {
                if (node instanceof Text || node instanceof FormulaShape) {
                    Bounds place = node.localToScene(node.getBoundsInLocal());
                    assertTrue(place.getMaxX() <= right + 1, () -> "at " + scale + ": " + node + " ends at " + place.getMaxX());
                }
            }
        }
    }

    @Test
    void formulasStandOnTheBaselineAndGrowWithTheText(FxRobot robot) throws TimeoutException {
        Parent text = show(robot, "before $x$ after");
        FormulaShape formula = nodes(text, FormulaShape.class).get(0);
        Text words = nodes(text, Text.class).get(0);
        double baseline = words.localToScene(0, words.getBaselineOffset()).getY();
        assertEquals(baseline, formula.localToScene(0, 0).getY(), 1.01);
        double before = formula.getLayoutBounds().getHeight();
        robot.interact(() -> view.textScaleProperty().set(1.5));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1.5 * before, formula.getLayoutBounds().getHeight(), 0.2);
    }

    @Test
    void formulasHaveTheColourOfTheThemesText(FxRobot robot) throws TimeoutException {
        FormulaShape formula = nodes(show(robot, "$x$"), FormulaShape.class).get(0);
        assertEquals(Color.web("#1a2130"), formula.getFill());
        robot.interact(() -> view.darkProperty().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Color.web("#eef1f6"), formula.getFill());
        robot.interact(() -> view.projectorProperty().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Color.BLACK, formula.getFill());
    }

    @Test
    void aFormulaWiderThanItsColumnIsMadeSmaller(FxRobot robot) throws TimeoutException {
        Parent text = show(robot, "$$" + "a + b + c + d + ".repeat(6) + "e$$");
        FormulaShape formula = nodes(text, FormulaShape.class).get(0);
        assertEquals(300, formula.getLayoutBounds().getWidth(), 6);
        assertTrue(formula.getLayoutBounds().getHeight() < 12);
    }

    @Test
    void punctuationStaysWithItsFormula(FxRobot robot) throws TimeoutException {
        Parent text = show(robot, "So ($x$), then.");
        assertEquals(List.of("So ", "(", "),", " then."), words(text));
        InlineFormula formula = nodes(text, InlineFormula.class).get(0);
        assertEquals(List.of("(", "),"), words(formula));
    }

    private static List<String> words(Parent text) {
        return nodes(text, Text.class).stream().map(Text::getText).toList();
    }

    @Test
    void whoHearsItIsToldWordsAndFormulas(FxRobot robot) throws TimeoutException {
        Parent text = show(robot, "The mean $\\mu_B$.\n\n$$x^2$$");
        assertEquals("The mean \\mu_B.\nx^2", text.getAccessibleText());
    }

    @Test
    void aTermIsExplainedOnceWhenTheKeyboardComesToIt(FxRobot robot) throws TimeoutException {
        Parent text = show(robot, "A mini-batch, and another mini-batch, of $\\gamma$.");
        List<Node> terms = nodes(text, Node.class).stream().filter(Node::isFocusTraversable).toList();
        assertEquals(2, terms.size(), "each term once");
        assertEquals("mini-batch", ((Text) terms.get(0)).getText());
        robot.interact(() -> column.getScene().getRoot().requestFocus());
        robot.push(KeyCode.TAB);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> tooltips() == 1);
        assertTrue(terms.get(0).isFocused());
        assertTrue(terms.get(0).getAccessibleHelp().startsWith("The few examples"));
        robot.push(KeyCode.TAB);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> terms.get(1).isFocused() && tooltips() == 1);
    }

    private static long tooltips() {
        return Window.getWindows().stream().filter(window -> window instanceof javafx.scene.control.Tooltip).count();
    }

    @Test
    void aTermIsExplainedUnderThePointer(FxRobot robot) throws TimeoutException {
        show(robot, "Some logits.");
        robot.moveTo(".term");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> tooltips() == 1);
        robot.moveTo(new javafx.geometry.Point2D(330, 600));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> tooltips() == 0);
    }

    @Test
    void aLinkGivesItsAddressAway(FxRobot robot) throws TimeoutException {
        show(robot, "See [the paper](https://arxiv.org/abs/1502.03167).");
        robot.clickOn(".link");
        WaitForAsyncUtils.waitForFxEvents();
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("https://arxiv.org/abs/1502.03167", copied[0]);
        assertFalse(tooltips() > 1);
    }

    @Test
    @Tag("pictures")
    void pictures(FxRobot robot) throws TimeoutException, IOException {
        show(robot, TEXT);
        for (String theme : List.of("light", "dark", "projector")) {
            for (double scale : new double[] {1, 1.5}) {
                robot.interact(() -> {
                    view.darkProperty().set(theme.equals("dark"));
                    view.projectorProperty().set(theme.equals("projector"));
                    view.textScaleProperty().set(scale);
                    stage.setHeight(scale > 1 ? 1000 : 700);
                });
                WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
                picture(robot, stage.getScene(), "text-" + theme + "-" + (int) (100 * scale));
            }
        }
        robot.interact(() -> view.textScaleProperty().set(1));
        robot.interact(() -> column.getScene().getRoot().requestFocus());
        robot.push(KeyCode.TAB);
        WaitForAsyncUtils.sleep(600, TimeUnit.MILLISECONDS);
        Window tip = Window.getWindows().stream()
                .filter(window -> window instanceof javafx.scene.control.Tooltip).findFirst().orElseThrow();
        picture(robot, tip.getScene(), "text-meaning");
    }

    private static void picture(FxRobot robot, Scene scene, String name) throws IOException {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        BufferedImage copy = new BufferedImage((int) image[0].getWidth(), (int) image[0].getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, image[0].getPixelReader().getArgb(x, y));
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    }
}
