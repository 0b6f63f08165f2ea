package shiftscope.ui.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import shiftscope.lesson.text.Block;
import shiftscope.lesson.text.Glossary;
import shiftscope.lesson.text.Prose;
import shiftscope.lesson.text.Span;
import shiftscope.ui.model.Texts;

/**
 * Makes what is seen of texts of lessons: words that wrap at the width they get, formulas that look like formulas, and terms that are
 * explained when they are pointed at or focused. Sizes and colours come from style sheets alone, so they follow theme and text size.
 */
public final class RichText {
    /** What must not be parted from a formula: an opening bracket before it, a comma after it. */
    private static final Pattern OPENING = Pattern.compile("[(\\[“\"]+$");
    private static final Pattern CLOSING = Pattern.compile("^[)\\],.;:!?…”\"%’'-]+");

    private static final double MEANING_EMS = 25;

    private final Executor background;
    private final Executor front;
    private final Supplier<Glossary> glossary;
    private final Texts texts = Views.texts("richtext");

    /**
     * @param background where formulas are typeset that were never shown before
     * @param front runs what touches the window
     * @param glossary whose terms are explained; asked for with the first text
     */
    public RichText(Executor background, Executor front, Supplier<Glossary> glossary) {
        this.background = background;
        this.front = front;
        this.glossary = glossary;
    }

    /**
     * A node that shows a text.
     *
     * @param markdown as {@link Prose#of} reads it
     * @throws shiftscope.config.BadInputException as {@link Prose#of}; a text of a lesson that was read does not
     */
    public Node of(String markdown) {
        return of(Prose.of(markdown), Optional.of(glossary.get().reading()));
    }

    private Region of(Prose prose, Optional<Glossary.Reading> reading) {
        VBox all = column(prose.blocks(), reading);
        all.getStyleClass().add("rich-text");
        all.setAccessibleRole(AccessibleRole.TEXT);
        all.setAccessibleText(prose.plain());
        return all;
    }

    private VBox column(List<Block> blocks, Optional<Glossary.Reading> reading) {
        VBox column = new VBox();
        column.getStyleClass().add("blocks");
        blocks.forEach(block -> column.getChildren().add(node(block, reading)));
        return column;
    }

    private Region node(Block block, Optional<Glossary.Reading> reading) {
        if (block instanceof Block.Paragraph paragraph) {
            return lines(paragraph.spans(), reading);
        }
        if (block instanceof Block.Display display) {
            return new DisplayFormula(display.latex(), background, front);
        }
        if (block instanceof Block.Items items) {
            return list(items, reading);
        }
        if (block instanceof Block.Quote quote) {
            VBox column = column(quote.blocks(), reading);
            column.getStyleClass().add("quote");
            return column;
        }
        Label listing = new Label(((Block.Listing) block).text());
        listing.setWrapText(true);
        listing.getStyleClass().add("listing");
        return listing;
    }

    private Region list(Block.Items items, Optional<Glossary.Reading> reading) {
        VBox list = new VBox();
        list.getStyleClass().add("items");
        for (int i = 0; i < items.items().size(); i++) {
            Label mark = new Label(items.first() == 0 ? "•" : items.first() + i + ".");
            mark.getStyleClass().add(items.first() == 0 ? "bullet" : "ordinal");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox column = column(items.items().get(i), reading);
            HBox.setHgrow(column, Priority.ALWAYS);
            HBox item = new HBox(mark, column);
            item.getStyleClass().add("item");
            list.getChildren().add(item);
        }
        return list;
    }

    private TextLines lines(List<Span> spans, Optional<Glossary.Reading> reading) {
        TextLines lines = new TextLines();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span instanceof Span.Words words) {
                boolean beforeFormula = i + 1 < spans.size() && spans.get(i + 1) instanceof Span.Math;
                boolean afterFormula = i > 0 && spans.get(i - 1) instanceof Span.Math;
                String text = afterFormula ? words.text().substring(held(CLOSING, words.text()).length()) : words.text();
                String rest = beforeFormula ? text.substring(0, text.length() - held(OPENING, text).length()) : text;
                addWords(lines, rest, words.style(), reading);
            } else if (span instanceof Span.Math math) {
                addFormula(lines, math, spans, i, reading);
            } else if (span instanceof Span.Code code) {
                lines.add(text(code.text(), "code"));
            } else if (span instanceof Span.Link link) {
                lines.addUnderlined(link(link));
            }
        }
        return lines;
    }

    private void addFormula(TextLines lines, Span.Math math, List<Span> spans, int at, Optional<Glossary.Reading> reading) {
        String before = at > 0 && spans.get(at - 1) instanceof Span.Words words ? held(OPENING, words.text()) : "";
        String after = at + 1 < spans.size() && spans.get(at + 1) instanceof Span.Words words ? held(CLOSING, words.text()) : "";
        InlineFormula formula = new InlineFormula(before, math.latex(), after, background, front);
        reading.flatMap(met -> met.symbol(math.latex())).ifPresentOrElse(
                term -> {
                    explain(formula, term);
                    lines.addUnderlined(formula);
                },
                () -> lines.add(formula));
    }

    private static String held(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private void addWords(TextLines lines, String words, Span.Style style, Optional<Glossary.Reading> reading) {
        String styleClass = style.name().toLowerCase(Locale.ROOT);
        int at = 0;
        for (Glossary.Place place : reading.map(met -> met.places(words)).orElse(List.of())) {
            add(lines, words.substring(at, place.from()), styleClass);
            Text term = text(words.substring(place.from(), place.to()), styleClass);
            explain(term, place.term());
            lines.addUnderlined(term);
            at = place.to();
        }
        add(lines, words.substring(at), styleClass);
    }

    private static void add(TextLines lines, String words, String styleClass) {
        if (!words.isEmpty()) {
            lines.add(text(words, styleClass));
        }
    }

    private static Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().addAll("words", styleClass);
        return text;
    }

    /** What the term means is made only when somebody asks. */
    private void explain(Node node, Glossary.Term term) {
        Tooltip tooltip = new Tooltip();
        tooltip.getStyleClass().add("meaning");
        tooltip.setOnShowing(event -> {
            if (tooltip.getGraphic() == null) {
                tooltip.setGraphic(meaning(term));
            }
        });
        node.getStyleClass().add("term");
        node.setAccessibleHelp(Prose.of(term.text()).plain());
        showOn(node, tooltip);
    }

    private Node meaning(Glossary.Term term) {
        Label name = new Label(term.name());
        name.getStyleClass().add("meaning-name");
        VBox meaning = new VBox(name, of(Prose.of(term.text()), Optional.empty()));
        if (!term.source().isEmpty()) {
            Label source = new Label(texts.get("source", term.source()));
            source.setWrapText(true);
            source.getStyleClass().add("meaning-source");
            meaning.getChildren().add(source);
        }
        meaning.getStyleClass().add("blocks");
        return new FixedWidth(meaning, MEANING_EMS);
    }

    /** Where it leads is shown, and copied by a click: the program itself opens no page of the web. */
    private Node link(Span.Link link) {
        Text text = text(link.text(), "link");
        showOn(text, new Tooltip(texts.get("link", link.target())));
        text.setAccessibleHelp(link.target());
        text.setOnMouseClicked(event -> copy(link.target()));
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                copy(link.target());
                event.consume();
            }
        });
        return text;
    }

    private static void copy(String target) {
        ClipboardContent content = new ClipboardContent();
        content.putString(target);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shown when the pointer rests on a node, and at once when the keyboard comes to it. */
    private static void showOn(Node node, Tooltip tooltip) {
        Tooltip.install(node, tooltip);
        node.setFocusTraversable(true);
        node.focusedProperty().subscribe(focused -> {
            if (focused && node.isFocusVisible()) {
                Bounds place = node.localToScreen(node.getBoundsInLocal());
                tooltip.show(node, place.getMinX(), place.getMaxY() + 2);
            } else {
                tooltip.hide();
            }
        });
        node.setOnMousePressed(event -> node.requestFocus());
    }
}
