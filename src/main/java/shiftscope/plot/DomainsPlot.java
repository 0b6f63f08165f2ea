package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shiftscope.config.Side;
import shiftscope.plot.DomainsScene.OfRun;
import shiftscope.plot.DomainsScene.Reading;
import shiftscope.plot.TextStyle.Align;

/**
 * A move of the data and what comes of it, from left to right: images before and after, how many are answered rightly, and how far the
 * inputs of each layer moved. Where it is narrow, the second and the third lie one upon the other.
 */
public final class DomainsPlot {
    private static final double GAP = 12;
    private static final double MARGIN = 12;
    private static final double HEAD = 34;
    /** Three cards beside each other need this. */
    private static final double ROOM_FOR_THREE = 760;
    private static final double IMAGES_OF_THREE = 0.3;
    private static final double IMAGES_OF_TWO = 0.34;
    private static final double IMAGE = 46;
    private static final double BETWEEN_IMAGES = 6;
    /** How much of the way from one bar to the next one of them covers. */
    private static final double BAR = 0.5;
    private static final double PITCH = 27;
    private static final double LEAST_PITCH = 13;
    /** Between two blocks of bars, in pitches. */
    private static final double BLOCK = 0.6;
    private static final double NUMBER = 46;
    private static final double LEAST_SHIFT = 0.1;

    private final Surface surface;
    private final DomainsScene scene;
    private final Palette palette;
    private final double scale;

    private DomainsPlot(Surface surface, DomainsScene scene, Palette palette) {
        this.surface = surface;
        this.scene = scene;
        this.palette = palette;
        scale = palette.typeScale();
    }

    /**
     * One bar of a card.
     *
     * @param label what it is
     * @param number as it is written; a bar without a value is a remark in its place
     * @param value from 0 to what fills the room; NaN without a bar
     * @param outlined whether it is of statistics that were taken again
     */
    private record Bar(Side side, String label, String number, double value, boolean outlined) {}

    /** Bars with a heading, where there is one. */
    private record Block(Optional<String> heading, List<Bar> bars) {
        int rows() {
            return bars.size() + (heading.isPresent() ? 1 : 0);
        }
    }

    /** Draws everything at the origin of the surface. */
    public static void draw(Surface surface, DomainsScene scene, Palette palette, double width, double height) {
        DomainsPlot plot = new DomainsPlot(surface, scene, palette);
        double gap = GAP * plot.scale;
        if (width >= ROOM_FOR_THREE * plot.scale) {
            double first = width * IMAGES_OF_THREE;
            double other = (width - first - 2 * gap) / 2;
            plot.images(new Box(0, 0, first, height));
            plot.accuracies(new Box(first + gap, 0, other, height));
            plot.shifts(new Box(first + other + 2 * gap, 0, other, height));
        } else {
            double first = width * IMAGES_OF_TWO;
            double other = Math.max(0, width - first - gap);
            double share = Math.max(0, height - gap) / 2;
            plot.images(new Box(0, 0, first, height));
            plot.accuracies(new Box(first + gap, 0, other, share));
            plot.shifts(new Box(first + gap, share + gap, other, share));
        }
    }

    private void images(Box card) {
        Cards.draw(surface, palette, card);
        double half = Math.max(0, (card.width() - 3 * MARGIN * scale) / 2);
        Box left = new Box(card.x() + MARGIN * scale, card.y() + HEAD * scale, half, Math.max(0, card.height() - HEAD * scale));
        column(left, PlotTexts.get("domains.source"), scene.source());
        column(new Box(left.right() + MARGIN * scale, left.y(), half, left.height()), PlotTexts.get("domains.target"), scene.target());
    }

    /** As many images as there is room for, equally large in both columns. */
    private void column(Box box, String name, List<float[]> images) {
        surface.withClip(new Box(box.x(), box.y() - HEAD * scale, box.width(), HEAD * scale), () ->
                surface.text(name, box.x(), box.y() - 14 * scale, Type.number(palette)));
        double gap = BETWEEN_IMAGES * scale;
        int across = (int) Math.max(1, (box.width() + gap) / (IMAGE * scale + gap));
        double size = (box.width() + gap) / across - gap;
        int down = (int) Math.max(0, (box.height() + gap - MARGIN * scale) / (size + gap));
        for (int i = 0; i < Math.min(images.size(), across * down); i++) {
            Box image = new Box(box.x() + i % across * (size + gap), box.y() + i / across * (size + gap), size, size);
            ImagePlot.draw(surface, palette, image, scene.width(), 3, images.get(i));
        }
    }

    private void accuracies(Box card) {
        card(card, PlotTexts.get("domains.accuracy"));
        scene.reading().ifPresent(reading -> bars(
                card, Stream.of(Side.values()).map(side -> accuracies(side, reading)).toList(), 1));
    }

    private Block accuracies(Side side, Reading reading) {
        OfRun run = reading.of(side);
        List<Bar> bars = new ArrayList<>();
        bars.add(accuracy(side, "domains.source", run.source(), false));
        bars.add(accuracy(side, "domains.target", run.frozen().accuracy(), false));
        run.again().ifPresent(again -> bars.add(accuracy(side, "domains.again", again.accuracy(), true)));
        return new Block(Optional.of(heading(side, reading)), bars);
    }

    /** A run's name; where the other one has statistics that were taken again, that this one has none. */
    private static String heading(Side side, Reading reading) {
        boolean none = reading.of(side).again().isEmpty()
                && Stream.of(Side.values()).anyMatch(other -> reading.of(other).again().isPresent());
        return PlotTexts.get(none ? "domains.run.none" : "domains.run", side.name());
    }

    private static Bar accuracy(Side side, String label, double value, boolean outlined) {
        return new Bar(side, PlotTexts.get(label), Numbers.percentWithDecimal(value), value, outlined);
    }

    private void shifts(Box card) {
        card(card, PlotTexts.get("domains.shift"));
        scene.reading().ifPresent(reading -> {
            List<Block> blocks = new ArrayList<>();
            double full = LEAST_SHIFT;
            int layers = reading.a().frozen().shifts().size();
            for (int layer = 0; layer < layers; layer++) {
                List<Bar> bars = new ArrayList<>();
                for (Side side : Side.values()) {
                    OfRun run = reading.of(side);
                    bars.add(shift(side, "domains.frozen", run.frozen().shifts().get(layer), false));
                    if (run.again().isPresent()) {
                        bars.add(shift(side, "domains.anew", run.again().get().shifts().get(layer), true));
                    }
                }
                for (Bar bar : bars) {
                    full = Curve.drawable(bar.value()) ? Math.max(full, bar.value()) : full;
                }
                blocks.add(new Block(Optional.of(layer(layer, layers)), bars));
            }
            bars(card, blocks, full);
        });
    }

    private static Bar shift(Side side, String label, double value, boolean outlined) {
        return new Bar(side, PlotTexts.get(label, side.name()), Numbers.measured(value, 1), value, outlined);
    }

    private static String layer(int layer, int layers) {
        return layer == layers - 1 ? PlotTexts.get("row.OUTPUT") : PlotTexts.get("row.HIDDEN", String.valueOf(layer + 1));
    }

    private void card(Box card, String title) {
        Cards.draw(surface, palette, card);
        Box head = new Box(card.x(), card.y(), Math.max(0, card.width() - MARGIN * scale / 2), HEAD * scale);
        surface.withClip(head, () ->
                surface.text(title, card.x() + MARGIN * scale, card.y() + 20 * scale, Type.number(palette)));
    }

    private void bars(Box card, List<Block> blocks, double full) {
        double rows = blocks.stream().mapToDouble(block -> block.rows() + BLOCK).sum();
        double pitch = Math.max(LEAST_PITCH, Math.min(PITCH, (card.height() / scale - HEAD) / rows)) * scale;
        TextStyle label = Type.label(palette);
        double left = card.x() + MARGIN * scale;
        double names = blocks.stream().flatMap(block -> block.bars().stream())
                .mapToDouble(bar -> surface.textWidth(bar.label(), label)).max().orElse(0);
        double from = left + names + 8 * scale;
        double room = Math.max(0, card.right() - from - NUMBER * scale);
        double y = card.y() + HEAD * scale;
        for (Block block : blocks) {
            Side first = block.bars().get(0).side();
            boolean ofOneRun = block.bars().stream().allMatch(bar -> bar.side() == first);
            if (block.heading().isPresent()) {
                TextStyle style = Type.number(palette).coloured(ofOneRun ? palette.textOf(first) : palette.text());
                surface.text(block.heading().get(), left, y + pitch / 2 + style.capHeight() / 2, style);
                y += pitch;
            }
            for (Bar bar : block.bars()) {
                surface.text(bar.label(), left, y + pitch / 2 + label.capHeight() / 2, label);
                bar(bar, from, y + pitch / 2, BAR * pitch, room, full);
                y += pitch;
            }
            y += BLOCK * pitch;
        }
    }

    private void bar(Bar bar, double from, double middle, double thick, double room, double full) {
        double length = Curve.drawable(bar.value()) ? room * bar.value() / full : 0;
        if (bar.outlined()) {
            double line = 1.5 * palette.lineScale();
            surface.strokeRoundRectangle(from + line / 2, middle - thick / 2 + line / 2, Math.max(0, length - line), thick - line, 0,
                    Stroke.solid(line, palette.of(bar.side())));
        } else {
            surface.fillRectangle(from, middle - thick / 2, length, thick, palette.of(bar.side()));
        }
        TextStyle number = Type.number(palette).coloured(palette.textOf(bar.side())).aligned(Align.LEFT);
        surface.text(bar.number(), from + length + 4 * scale, middle + number.capHeight() / 2, number);
    }

    /** What was measured, in words. */
    public static String summary(DomainsScene scene) {
        if (scene.reading().isEmpty()) {
            return PlotTexts.get("domains.nothing");
        }
        Reading reading = scene.reading().get();
        StringBuilder words = new StringBuilder(PlotTexts.get("domains.summary", Numbers.count(reading.step())));
        for (Side side : Side.values()) {
            OfRun run = reading.of(side);
            words.append(' ').append(PlotTexts.get("domains.summary.run", side.name(),
                    Numbers.percentWithDecimal(run.source()), Numbers.percentWithDecimal(run.frozen().accuracy())));
            run.again().ifPresent(again -> words.append(' ').append(
                    PlotTexts.get("domains.summary.again", Numbers.percentWithDecimal(again.accuracy()))));
            int layers = run.frozen().shifts().size();
            for (int i = 0; i < layers; i++) {
                words.append(' ').append(PlotTexts.get(
                        "domains.summary.shift", layer(i, layers), Numbers.measured(run.frozen().shifts().get(i), 1)));
            }
        }
        return words.toString();
    }
}
