package shiftscope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import shiftscope.session.Tap;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.ViewSettings;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.EightNumbersPane;
import shiftscope.ui.plot.TimelineView;
import shiftscope.ui.plot.UnitsPane;

/** Keys that work wherever the focus is, except for plain ones while somebody types. */
final class Shortcuts {
    static final int TEN = 10;

    private final Scene scene;
    private final WindowModel model;
    private final WindowActions actions;
    private final BooleanProperty helpShown;
    private final BooleanProperty contentsShown;

    private Shortcuts(Scene scene, WindowModel model, WindowActions actions, BooleanProperty helpShown) {
        this.scene = scene;
        this.model = model;
        this.actions = actions;
        this.helpShown = helpShown;
        contentsShown = model.lessons().contentsShownProperty();
    }

    static void install(Scene scene, WindowModel model, WindowActions actions, BooleanProperty helpShown) {
        Shortcuts shortcuts = new Shortcuts(scene, model, actions, helpShown);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, shortcuts::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, shortcuts::typed);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? withControl(event)
                : everywhere(event.getCode())
                        || !isTyping() && (inLesson(event) || !belongsToFocus(event.getCode()) && plain(event));
        if (done) {
            event.consume();
        }
    }

    /** A question mark is on different keys of different keyboards. */
    private void typed(KeyEvent event) {
        if ("?".equals(event.getCharacter()) && !isTyping()) {
            actions.toggleHelp();
            event.consume();
        }
    }

    private boolean withControl(KeyEvent event) {
        ViewSettings view = model.view();
        switch (event.getCode()) {
            case Z -> {
                if (isTyping()) {
                    return false;
                }
                undoOrRedo(event.isShiftDown());
            }
            case Y -> {
                if (isTyping()) {
                    return false;
                }
                undoOrRedo(true);
            }
            case O -> actions.chooseFile();
            case E -> actions.toggleExport();
            case L -> contentsShown.set(!contentsShown.get());
            case S -> {
                if (event.isShiftDown()) {
                    actions.saveAs(false);
                } else {
                    actions.save();
                }
            }
            case C -> {
                if (isTyping() || !event.isShiftDown()) {
                    return false;
                }
                actions.copyLine();
            }
            case V -> {
                if (isTyping()) {
                    return false;
                }
                actions.pasteLine();
            }
            case PLUS, EQUALS, ADD -> view.enlargeText();
            case MINUS, SUBTRACT -> view.shrinkText();
            case DIGIT0, NUMPAD0 -> view.usualText();
            case RIGHT -> {
                if (isTyping()) {
                    return false;
                }
                model.transport().advanceEpoch();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void undoOrRedo(boolean redo) {
        if (redo) {
            model.undo().redo();
        } else {
            model.undo().undo();
        }
    }

    private boolean everywhere(KeyCode code) {
        switch (code) {
            case F1 -> actions.toggleHelp();
            case F11 -> actions.toggleFullScreen();
            case ESCAPE -> escape();
            default -> {
                return false;
            }
        }
        return code != KeyCode.ESCAPE;
    }

    /** Fields and full screen have a use of their own for this key, so it goes on to them. */
    private void escape() {
        if (helpShown.get()) {
            helpShown.set(false);
        } else if (contentsShown.get()) {
            contentsShown.set(false);
        } else if (model.exports().shownProperty().get() && !isTyping() && !isOpen(scene.getFocusOwner())) {
            model.exports().shownProperty().set(false);
        } else if (isTyping()
                || isOpen(scene.getFocusOwner())
                || !model.notices().troubleProperty().get().isEmpty()
                || !model.layer().escape()) {
            model.notices().dismiss();
        }
    }

    private boolean inLesson(KeyEvent event) {
        LessonDesk lessons = model.lessons();
        if (!event.isAltDown() || lessons.openedProperty().get() == null) {
            return false;
        }
        if (event.getCode() == KeyCode.RIGHT) {
            lessons.next();
        } else if (event.getCode() == KeyCode.LEFT) {
            lessons.back();
        }
        return event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT;
    }

    private boolean plain(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        ViewSettings view = model.view();
        switch (event.getCode()) {
            case SPACE -> model.transport().toggle();
            case RIGHT -> model.transport().advance(event.isShiftDown() ? TEN : 1);
            case LEFT -> model.timeline().back(event.isShiftDown() ? TEN : 1);
            case R -> model.transport().reset();
            case N -> model.form().drawSeed();
            case E -> view.panelProperty().set(!view.panelProperty().get());
            case T -> view.darkProperty().set(!view.darkProperty().get());
            case P -> view.projectorProperty().set(!view.projectorProperty().get());
            case V -> model.look().nextMode();
            case L -> model.look().logCountsProperty().set(!model.look().logCountsProperty().get());
            case DIGIT1, NUMPAD1 -> look(Tap.INPUT);
            case DIGIT2, NUMPAD2 -> look(Tap.PRE_ACTIVATION);
            case DIGIT3, NUMPAD3 -> look(Tap.NORMALIZED);
            case DIGIT4, NUMPAD4 -> look(Tap.SCALED);
            case DIGIT5, NUMPAD5 -> look(Tap.ACTIVATION);
            case DIGIT6, NUMPAD6 -> look(Tap.GRADIENT);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void look(Tap tap) {
        model.look().tapProperty().set(tap);
    }

    private boolean isTyping() {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    /**
     * Who came to a control by keyboard wants Space and the arrows to work it; who clicked one with the mouse still has the focus
     * there, but wants to play. The strip of units, eight numbers and the timeline have no use but the arrows, so they have them either way.
     */
    private boolean belongsToFocus(KeyCode code) {
        Node focus = scene.getFocusOwner();
        if (focus instanceof TimelineView) {
            return code.isArrowKey();
        }
        if ((focus instanceof UnitsPane || focus instanceof EightNumbersPane) && code.isArrowKey()) {
            return true;
        }
        if (contentsShown.get()) {
            return true;
        }
        boolean works = code == KeyCode.SPACE || code.isArrowKey();
        return isOpen(focus) || works && focus != null && focus.isFocusVisible();
    }

    private static boolean isOpen(Node focus) {
        return focus instanceof ComboBoxBase<?> box && box.isShowing() || focus instanceof MenuButton menu && menu.isShowing();
    }
}
