package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** How high the plot must be, so that everything can be read. */
    public static double leastHeight(DomainsScene scene, Palette palette, double width) {
        double accuracies = cardHeight(palette, scene.reading().map(DomainsPlot::accuracies).orElse(List.of()));
        double shifts = cardHeight(palette, scene.reading().map(DomainsPlot::shifts).orElse(List.of()));
        return threeStandBeside(palette, width) ? Math.max(accuracies, shifts) : accuracies + GAP * palette.typeScale() + shifts;
    }

    private static double cardHeight(Palette palette, List<Block> blocks) {
        return (HEAD + LEAST_PITCH * rows(blocks)) * palette.typeScale();
    }

    private static double rows(List<Block> blocks) {
        return blocks.stream().mapToDouble(block -> block.rows() + BLOCK).sum();
    }

    private static boolean threeStandBeside(Palette palette, double width) {
        return width >= ROOM_FOR_THREE * palette.typeScale();
    }

    /** Draws everything at the origin of the surface. */
    public static void draw(Surface surface, DomainsScene scene, Palette palette, double width, double height) {
        DomainsPlot plot = new DomainsPlot(surface, scene, palette);
        List<Block> accuracies = scene.reading().map(DomainsPlot::accuracies).orElse(List.of());
        List<Block> shifts = scene.reading().map(DomainsPlot::shifts).orElse(List.of());
        double gap = GAP * plot.scale;
        double first = width * (threeStandBeside(palette, width) ? IMAGES_OF_THREE : IMAGES_OF_TWO);
        double x = first + gap;
        plot.images(new Box(0, 0, first, height));
        if (threeStandBeside(palette, width)) {
            double other = (width - first - 2 * gap) / 2;
            plot.accuracies(new Box(x, 0, other, height), accuracies);
            plot.shifts(new Box(x + other + gap, 0, other, height), shifts);
        } else {
            double other = Math.max(0, width - x);
            double upper = cardHeight(palette, accuracies);
            double share = upper / (upper + cardHeight(palette, shifts)) * Math.max(0, height - gap);
            plot.accuracies(new Box(x, 0, other, share), accuracies);
            plot.shifts(new Box(x, share + gap, other, Math.max(0, height - gap - share)), shifts);
        }
    }

    private void images(Box card) {
        Cards.draw(surface, palette, card);
        double half = Math.max(0, (card.width() - 3 * MARGIN * scale) / 2);
        Box left = new Box(card.x() + MARGIN * scale, card.y() + HEAD * scale, half, Math.max(0, card.height() - HEAD * scale));
        column(left, PlotTexts.get("domains.images.source"), scene.source());
        column(new Box(left.right() + MARGIN * scale, left.y(), half, left.height()), PlotTexts.get("domains.images.target"), scene.target());
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

    private void accuracies(Box card, List<Block> blocks) {
        card(card, PlotTexts.get("domains.accuracy"));
        bars(card, blocks, 1);
    }

    private static List<Block> accuracies(Reading reading) {
        return Stream.of(Side.values()).map(side -> accuracies(side, reading)).toList();
    }

    private static Block accuracies(Side side, Reading reading) {
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

    private void shifts(Box card, List<Block> blocks) {
        card(card, PlotTexts.get("domains.shift"));
        bars(card, blocks, blocks.stream()
                .flatMap(block -> block.bars().stream())
                .mapToDouble(Bar::value)
                .filter(Curve::drawable)
                .reduce(LEAST_SHIFT, Math::max));
    }

    private static List<Block> shifts(Reading reading) {
        int layers = reading.a().frozen().shifts().size();
        return IntStream.range(0, layers).mapToObj(layer -> shifts(reading, layer, layers)).toList();
    }

    /** A layer's bars, the first of which bears its name. */
    private static Block shifts(Reading reading, int layer, int layers) {
        List<Bar> bars = new ArrayList<>();
        for (Side side : Side.values()) {
            OfRun run = reading.of(side);
            String name = bars.isEmpty() ? layer(layer, layers) : "";
            bars.add(shift(side, name, "domains.frozen", run.frozen().shifts().get(layer), false));
            run.again().ifPresent(again -> bars.add(shift(side, "", "domains.anew", again.shifts().get(layer), true)));
        }
        return new Block(Optional.empty(), bars);
    }

    private static Bar shift(Side side, String name, String key, double value, boolean outlined) {
        return new Bar(side, name, PlotTexts.get(key, side.name(), Numbers.measured(value, 1)), value, outlined);
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
        double pitch = Math.max(LEAST_PITCH, Math.min(PITCH, (card.height() / scale - HEAD) / rows(blocks))) * scale;
        TextStyle label = Type.label(palette);
        TextStyle number = Type.number(palette);
        double left = card.x() + MARGIN * scale;
        List<Bar> all = blocks.stream().flatMap(block -> block.bars().stream()).toList();
        double names = all.stream().mapToDouble(bar -> surface.textWidth(bar.label(), label)).max().orElse(0);
        double from = left + names + 8 * scale;
        // As long as lets every number be read behind its bar.
        double room = all.stream()
                .filter(bar -> Curve.drawable(bar.value()) && bar.value() > 0)
                .mapToDouble(bar -> (card.right() - from - surface.textWidth(bar.number(), number) - 12 * scale) / (bar.value() / full))
                .min()
                .orElse(0);
        double y = card.y() + HEAD * scale;
        for (Block block : blocks) {
            if (block.heading().isPresent()) {
                TextStyle style = number.coloured(palette.textOf(block.bars().get(0).side()));
                surface.text(block.heading().get(), left, y + pitch / 2 + style.capHeight() / 2, style);
                y += pitch;
            }
            for (Bar bar : block.bars()) {
                surface.text(bar.label(), left, y + pitch / 2 + label.capHeight() / 2, label);
                bar(bar, from, y + pitch / 2, BAR * pitch, Math.max(0, room), full);
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
