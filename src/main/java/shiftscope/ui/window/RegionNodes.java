package shiftscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import shiftscope.lesson.Region;

/** Where in the window each region is that a lesson points at or does without. */
final class RegionNodes {
    private final Parent root;

    RegionNodes(Parent root) {
        this.root = root;
    }

    /** What stands for a region. */
    Node of(Region region) {
        return switch (region) {
            case WALL, EXHIBIT -> node("#centre");
            case SWITCHES_A -> pane("#headers").getChildren().get(0);
            case SWITCHES_B -> pane("#headers").getChildren().get(2);
            case TAPS -> node("#tapsRow");
            case VIEWS -> node("#viewsRow");
            case CURVES -> node("#curves");
            case STATISTICS -> node("#statisticsCard");
            case DATA -> node("#dataGroup");
            case NETWORK -> node("#networkGroup");
            case TRAINING -> node("#trainingGroup");
            case EXPERIMENT -> node("#experimentPanel");
            case TRANSPORT -> node("#transportBar");
            case TIMELINE -> node("#middle");
            case LAYER -> node("#layerScroll");
        };
    }

    /** What steps back while something else is pointed at: the window in pieces of which none lies in another. Play is always wanted. */
    List<Node> pieces() {
        List<Node> pieces = new ArrayList<>(List.of(of(Region.SWITCHES_A), of(Region.SWITCHES_B)));
        pieces.addAll(pane("#tapsRow").getParent().getChildrenUnmodifiable());
        pieces.add(node("#centre"));
        pieces.addAll(pane("#groups").getChildren());
        pieces.add(node("#experimentPanel .live"));
        pieces.addAll(pane("#cards").getChildren());
        pieces.addAll(pane("#transportBar").getChildren());
        pieces.remove(node("#play"));
        return pieces;
    }

    /** Scrolls as far as it takes to see a node, or its beginning if it is larger than its place. */
    void bringIntoView(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                Node content = pane.getContent();
                double top = content.sceneToLocal(node.localToScene(0, 0)).getY();
                double seen = pane.getViewportBounds().getHeight();
                double room = content.getBoundsInLocal().getHeight() - seen;
                double now = pane.getVvalue() * room;
                double bottom = top + node.getLayoutBounds().getHeight();
                if (room > 0 && (top < now || bottom > now + seen)) {
                    pane.setVvalue(Math.max(0, Math.min(1, (bottom - top > seen || top < now ? top : bottom - seen) / room)));
                }
            }
        }
    }

    static boolean isWithin(Node node, Node whole) {
        Node at = node;
        while (at != null && at != whole) {
            at = at.getParent();
        }
        return at == whole;
    }

    private Node node(String selector) {
        return root.lookup(selector);
    }

    private Pane pane(String selector) {
        return (Pane) node(selector);
    }
}
