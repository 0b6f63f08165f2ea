package shiftscope.ui.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import shiftscope.lesson.Region;
import shiftscope.plot.WallMode;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.LessonPlace;
import shiftscope.ui.model.Look;
import shiftscope.ui.model.WindowModel;

/**
 * Points at the region that the step of a lesson speaks of: an outline around it, and everything else a little paler until somebody uses
 * it. Nothing is covered, nothing moves. What the lesson does without is not shown.
 */
final class Pointing {
    private static final String STEPS_BACK = "steps-back";
    private static final double AROUND = 3;

    private final WindowModel model;
    private final RegionNodes regions;
    private final Rectangle outline = new Rectangle();
    private final List<Node> back = new ArrayList<>();
    private final Set<Region> hidden = new LinkedHashSet<>();
    private Node pointedAt;
    private boolean bring;

    private Pointing(Pane root, WindowModel model) {
        this.model = model;
        regions = new RegionNodes(root);
        outline.getStyleClass().add("pointed-at");
        outline.setManaged(false);
        outline.setMouseTransparent(true);
        outline.setVisible(false);
    }

    /** @param root the whole window, whose parts are in their places already */
    static void on(Pane root, WindowModel model) {
        Pointing pointing = new Pointing(root, model);
        root.getChildren().add(pointing.outline);
        Runnable laidOut = pointing::place;
        root.sceneProperty().subscribe((Scene before, Scene now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(laidOut);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(laidOut);
            }
        });
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node target) {
                pointing.used(target);
            }
        });
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> {
            if (owner != null && owner.isFocusVisible()) {
                pointing.used(owner);
            }
        });
        LessonDesk lessons = model.lessons();
        lessons.openedProperty().subscribe(opened -> pointing.hide(opened == null ? Set.of() : opened.lesson().hidden()));
        lessons.placeProperty().subscribe(pointing::show);
        model.look().layerShownProperty().subscribe(shown -> {
            if (shown && pointing.hidden.contains(Region.LAYER)) {
                model.look().layerShownProperty().set(false);
            }
        });
    }

    private void show(LessonPlace place) {
        comeForward();
        pointedAt = null;
        if (place != null) {
            place.step().region().filter(region -> !hidden.contains(region)).ifPresent(this::pointAt);
        }
        outline.setVisible(pointedAt != null);
    }

    private void pointAt(Region region) {
        open(region);
        pointedAt = regions.of(region);
        bring = true;
        for (Node piece : regions.pieces()) {
            if (!RegionNodes.isWithin(piece, pointedAt) && !RegionNodes.isWithin(pointedAt, piece)) {
                piece.getStyleClass().add(STEPS_BACK);
                back.add(piece);
            }
        }
    }

    /** What is folded away cannot be pointed at. */
    private void open(Region region) {
        Look look = model.look();
        switch (region) {
            case DATA, NETWORK, TRAINING, EXPERIMENT -> model.view().panelProperty().set(true);
            case STATISTICS -> ((TitledPane) regions.of(region)).setExpanded(true);
            case LAYER -> look.layerShownProperty().set(true);
            case WALL -> {
                look.layerShownProperty().set(false);
                if (look.modeProperty().get() == WallMode.PREDICTIONS) {
                    look.modeProperty().set(WallMode.NOW);
                }
            }
            case SWITCHES_A, SWITCHES_B, TAPS, VIEWS, CURVES, TRANSPORT, TIMELINE, EXHIBIT -> { }
        }
    }

    /** Whoever uses something else, or comes to it by keyboard, has seen what was pointed at. */
    private void used(Node target) {
        if (back.stream().anyMatch(piece -> RegionNodes.isWithin(target, piece))) {
            comeForward();
        }
    }

    private void comeForward() {
        back.forEach(piece -> piece.getStyleClass().remove(STEPS_BACK));
        back.clear();
    }

    private void hide(Set<Region> wanted) {
        hidden.forEach(region -> setHidden(region, false));
        hidden.clear();
        hidden.addAll(wanted);
        hidden.forEach(region -> setHidden(region, true));
    }

    private void setHidden(Region region, boolean value) {
        switch (region) {
            // These show themselves by what the model says.
            case EXPERIMENT, EXHIBIT -> { }
            case LAYER -> model.look().layerShownProperty().set(model.look().layerShownProperty().get() && !value);
            default -> Bindings.shown(regions.of(region), !value);
        }
    }

    /** After each layout the outline is where the region is now, as far as that is in sight. */
    private void place() {
        if (pointedAt == null) {
            return;
        }
        if (bring && pointedAt.getLayoutBounds().getHeight() > 0) {
            bring = false;
            regions.bringIntoView(pointedAt);
        }
        Bounds seen = seen(pointedAt);
        boolean inSight = pointedAt.isVisible() && seen.getWidth() > 0 && seen.getHeight() > 0;
        outline.setVisible(inSight);
        if (inSight) {
            Scene scene = pointedAt.getScene();
            double left = Math.max(1, seen.getMinX() - AROUND);
            double top = Math.max(1, seen.getMinY() - AROUND);
            outline.setX(left);
            outline.setY(top);
            outline.setWidth(Math.min(scene.getWidth() - 1, seen.getMaxX() + AROUND) - left);
            outline.setHeight(Math.min(scene.getHeight() - 1, seen.getMaxY() + AROUND) - top);
        }
    }

    private static Bounds seen(Node node) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (!parent.isVisible()) {
                return new BoundingBox(0, 0, 0, 0);
            }
            if (parent instanceof ScrollPane) {
                seen = common(seen, parent.localToScene(parent.getLayoutBounds()));
            }
        }
        return seen;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - left;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - top;
        return new BoundingBox(left, top, Math.max(0, width), Math.max(0, height));
    }
}
