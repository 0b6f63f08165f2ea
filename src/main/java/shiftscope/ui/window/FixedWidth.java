package shiftscope.ui.window;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Something that wraps, in a width of its own: a tooltip asks for its height before it has a width, and would get that of no width. */
final class FixedWidth extends Region {
    private final Region content;
    private final double ems;
    /** Gets the size of type from style sheets. */
    private final Text ruler = new Text();

    /** @param ems how many times as wide as the size of type */
    FixedWidth(Region content, double ems) {
        this.content = content;
        this.ems = ems;
        getChildren().addAll(ruler, content);
        ruler.fontProperty().subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefWidth(double height) {
        return ems * ruler.getFont().getSize();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(computePrefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
